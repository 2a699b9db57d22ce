// SPDX-License-Identifier: Apache-2.0
// Programs that provide a container engine on this machine, and how each is started. Finding them reads a few local
// paths, nothing more.
#pragma once

#include "core/process/Command.h"
#include "core/tools/DockerReplies.h"

#include <QList>
#include <QString>

#include <optional>

namespace windsock {

struct EngineProgram
{
    docker::Provider provider = docker::Provider::Native;
    QString id;    // "docker-desktop", "systemd": argument of the remedy "engine.start"
    QString title; // "Docker Desktop"
};

// In the order in which they are worth a try. `root` and `home` differ in tests only.
QList<EngineProgram> installedEngines(const QString &root = QStringLiteral("/"), const QString &home = {});
// What starts it; nothing for an unknown id. systemd asks for a password by itself where one is needed.
std::optional<Command> engineStart(const QString &id);
QString engineStartShown(const QString &id); // "sudo systemctl start docker": as one would type it

} // namespace windsock
