// SPDX-License-Identifier: Apache-2.0
// The command lines of pip and uv, and lines of requirement files: what is asked for, in their own terms. Reads no file. Pure.
#pragma once

#include "core/workspace/ShellScript.h"

#include <optional>

namespace windsock {

struct PipPart
{
    enum class Kind {
        Requirement, // "pandas[x]>=2; python_version<'3.12'"
        Local,       // a file or folder: "./package[x]", "/wheels/a.whl"
        Remote,      // from an address or a version control system
        Include,     // -r: `text` is the file
        Constraint,  // -c: `text` is the file or address
        Option,      // one that counts for what follows, by its long name: "--extra-index-url https://…"
        Elsewhere,   // --target and the like: what is installed does not land among Airflow's packages
    };
    Kind kind = Kind::Requirement;
    QString text;
    bool isKnown = true;
    qsizetype at = 0; // in the command's text
    bool operator==(const PipPart &) const = default;
};

// The arguments of `pip install` or `uv pip install`, however it is called: pip3.11, /usr/bin/pip, python -m pip, behind sudo or
// env. Absent: it is another command. Options that do not matter here are gone.
std::optional<QList<PipPart>> pipInstall(const ShellCommand &command);

// The text of a shell that the command starts: bash -c '…', su airflow -c '…'. Absent: none.
std::optional<ShellWord> nestedScript(const ShellCommand &command);
// The program's name and its first word, without sudo, env and the like in front: {"apt-get", "install"}.
QStringList programWords(const ShellCommand &command);

struct RequirementsLine
{
    PipPart part;
    int line = 0; // from 1
    bool operator==(const RequirementsLine &) const = default;
};
// A requirement file: comments gone, continued lines joined, ${NAME} filled in as pip does. `--hash` stays with its requirement.
QList<RequirementsLine> parseRequirements(const QString &text, const ShellVariables &variables);
// A line that begins with '-'; absent: nothing that matters here.
std::optional<PipPart> requirementsOption(const QString &line);
// One requirement as it may stand in a file, a command or a chart's list.
PipPart requirementPart(const QString &text);

} // namespace windsock
