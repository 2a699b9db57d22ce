// SPDX-License-Identifier: Apache-2.0
// One child process to run, as data: which tool, its argv, its stdin. Never a shell line. Made by the free functions of
// core/tools (kind::create(...)), run by a CommandRunner.
#pragma once

#include "core/base/SecretString.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

#include <chrono>
#include <memory>

namespace windsock {

// Programs that Windsock drives. Each is found once at an absolute path (ToolFinder), never in the current folder.
enum class Tool { Docker, Kind, Helm, Kubectl, Systemctl, Colima, OrbStack, Podman, MacOpen, XdgOpen, Lsof, Tar, Uv, Bwrap };
QString toolName(Tool tool); // "docker": file name of the program

enum class StopSignal { Terminate, Interrupt };

// One word for a shell, with quotes only where it needs them: for what people may type, never for what is run.
QString shellQuoted(const QString &word);

struct Command
{
    Tool tool = Tool::Docker;
    // Absolute path of a program that is no tool of this machine but lies where Windsock put it (the python of an environment,
    // a database's initdb). Not empty: run in place of `tool`, under the path as it is written (an environment's python is a link
    // that looks at where it was called), and refused for the same reasons as a tool (ToolFinder).
    QString program = {};
    QStringList args = {};                                // argv without the program
    QByteArray input = {};                                // stdin, closed after it
    std::shared_ptr<const SecretString> secretInput = {}; // stdin too: a secret has no other road to a tool
    QString workDir = {};                                 // absolute; empty: the root folder
    QMap<QString, QString> environment = {};              // added to the clean environment; never a secret
    // False: `environment` is all that the child sees; not even PATH is added. For children that must be the same whoever
    // starts them, from whatever shell (see serverEnvironment()).
    bool inheritsEnvironment = true;
    std::chrono::seconds limit{60}; // 0: none (long-lived children)
    // False: lines go to the sink only. The result's `out` and `err` stay empty, and memory does not grow with what a child
    // says in days; the last lines are still there for the error of a child that fails.
    bool keepsOutput = true;
    // How cancel and time-out end it: this signal to the whole process group, then KILL after `grace`.
    StopSignal stopSignal = StopSignal::Terminate;
    std::chrono::seconds grace{5};
    // A program that the user goes on with when Windsock has ended (a browser): started and let go, with no input, output,
    // limit or cancel. The result says only that it has started.
    bool detached = false;

    QString name() const; // of the program, for messages: "docker", "initdb"
    // As it could be typed into a shell, quoted, with its environment additions in front.
    QString shown() const;
    bool operator==(const Command &) const = default;
};

struct CommandOutput
{
    int exitCode = 0;
    QByteArray out; // redacted; the last 16 MiB where a child prints more
    QByteArray err;
    std::chrono::milliseconds took{0};

    bool succeeded() const { return exitCode == 0; }
};

} // namespace windsock
