// SPDX-License-Identifier: Apache-2.0
// The simple commands of a shell text (the RUN line of a Dockerfile), with quotes taken off and variables filled in as far as they
// are known. Runs nothing, so that what a command prints or decides is not known. Pure.
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace windsock {

struct ShellWord
{
    QString text;
    bool isKnown = true; // false: a part of it is what a command prints, or a variable without a value; it stands as written
    qsizetype at = 0;    // where it begins in the text
    bool operator==(const ShellWord &) const = default;
};

struct ShellCommand
{
    QList<ShellWord> words; // never empty; assignments in front of a command are gone
    // Runs in place of another one: behind `||`, `else`, or in a `case`.
    bool isAlternative = false;
    // "pip install foo>=2" without quotes writes to a file named "=2": these are such words.
    QStringList lostToRedirection = {};

    QStringList texts() const;
    bool operator==(const ShellCommand &) const = default;
};

using ShellVariables = QHash<QString, QString>;

// The words of a text that is no command (ENV, COPY): quotes and variables, but no operators.
QList<ShellWord> shellWords(const QString &text, const ShellVariables &variables);

// Assignments change `variables` for what follows. Longer texts than 1 MiB give nothing.
QList<ShellCommand> parseShell(const QString &text, ShellVariables &variables);

} // namespace windsock
