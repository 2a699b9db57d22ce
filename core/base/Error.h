// SPDX-License-Identifier: Apache-2.0
// What went wrong, why, and what the user can do: the one error type of the program. Knows nothing about where it is shown.
#pragma once

#include <QList>
#include <QString>

namespace windsock {

// A place in a user's file. Lines and columns count from 1; 0 means unknown.
struct SourcePlace
{
    QString file; // as the user named it, else absolute
    int line = 0;
    int column = 0;

    bool isKnown() const { return !file.isEmpty(); }
    QString text() const; // "local.values.yaml:31:5"
    bool operator==(const SourcePlace &) const = default;
};

// Something the program can do about an error when the user asks for it. `id` is matched in code, `label` is a button.
struct Remedy
{
    QString id;            // "port.next", "folders.create", "engine.start"
    QString label;         // "Use port 8081"
    QString argument = {}; // meaning depends on id: a port, a path
    bool operator==(const Remedy &) const = default;
};

struct Error
{
    // Callers branch on this, never on text; the exit code of the headless program comes from it.
    enum class Code { Canceled, ToolMissing, ToolFailed, Timeout, Network, Auth, NotFound, Conflict, BadInput, Bug };

    Code code = Code::Bug;
    QString what;      // "Port 8080 is already in use"
    QString why = {};  // "Process 4242 (gunicorn) holds it"
    QString todo = {}; // "Stop that program or choose another port"
    QString rule = {}; // stable id of the rule that recognised it ("port.taken"); empty if none did
    QList<Remedy> remedies = {};
    QString evidence = {}; // redacted lines of output that show it, '\n' between them
    SourcePlace place = {};

    bool isCancel() const { return code == Code::Canceled; }
    static Error canceled();
    static Error badInput(const QString &what, const SourcePlace &place, const QString &todo = {});
    // The whole error as plain text, for terminals, tickets and test output.
    QString report() const;
    bool operator==(const Error &) const = default;
};

QString codeName(Error::Code code); // "tool-failed": stable, used in JSON

} // namespace windsock
