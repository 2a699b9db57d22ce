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
enum class Tool { Docker, Kind, Helm, Kubectl, Systemctl, Colima, OrbStack, Podman, MacOpen, XdgOpen, Lsof, Tar };
QString toolName(Tool tool); // "docker": file name of the program

enum class StopSignal { Terminate, Interrupt };

struct Command
{
    Tool tool = Tool::Docker;
    QStringList args;                                     // argv without the program
    QByteArray input = {};                                // stdin, closed after it
    std::shared_ptr<const SecretString> secretInput = {}; // stdin too: a secret has no other road to a tool
    QString workDir = {};                                 // absolute; empty: the root folder
    QMap<QString, QString> environment = {};              // added to the clean environment; never a secret
    std::chrono::seconds limit{60};                       // 0: none (long-lived children)
    // How cancel and time-out end it: this signal to the whole process group, then KILL after `grace`.
    StopSignal stopSignal = StopSignal::Terminate;
    std::chrono::seconds grace{5};
    // A program that the user goes on with when Windsock has ended (a browser): started and let go, with no input, output,
    // limit or cancel. The result says only that it has started.
    bool detached = false;

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
