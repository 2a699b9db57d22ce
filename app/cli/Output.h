// SPDX-License-Identifier: Apache-2.0
// Where verbs print: results to stdout, progress and errors to stderr; colour only on a terminal that wants it.
#pragma once

#include "core/base/Error.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace windsock {

class Output
{
public:
    explicit Output(bool json);
    // From now on each JSON document is a line: for output that has no end before Ctrl+C.
    void useLines() { m_lines = true; }

    bool isJson() const { return m_json; }
    bool canRedraw() const { return m_errIsTerminal; } // progress may rewrite its last line

    void line(const QString &text) const;             // a result, on stdout (nothing with --json)
    void json(const QJsonObject &object) const;       // the result with --json, on stdout
    void table(const QList<QStringList> &rows) const; // aligned columns on stdout; the first row is the heading
    void progress(const QString &text) const;         // a line on stderr
    void transient(const QString &text) const;        // rewrites the last progress line; empty clears it
    void error(const Error &error) const;             // on stderr; as JSON on stdout too with --json
    void raw(QByteArrayView bytes) const;             // as it is, on stdout

    enum class Tone { Plain, Good, Warning, Bad, Dim };
    QString toned(const QString &text, Tone tone) const; // for stderr; plain text without colour

private:
    bool m_json;
    bool m_lines = false;
    bool m_errIsTerminal;
    bool m_colour;
};

} // namespace windsock
