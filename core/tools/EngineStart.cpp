// SPDX-License-Identifier: Apache-2.0
#include "core/tools/EngineStart.h"

#include <QDir>
#include <QFileInfo>

#include <array>

namespace windsock {

namespace {
struct Row
{
    docker::Provider provider;
    const char *id;
    Tool tool;
    const char *args;                  // split at blanks
    std::array<const char *, 5> marks; // any of these paths: it is installed; "~" is the home folder
};

const std::array rows{
    Row{docker::Provider::DockerDesktop,
        "docker-desktop",
        Tool::MacOpen,
        "-g -a Docker",
        {"Applications/Docker.app", "~/Applications/Docker.app"}},
    Row{docker::Provider::OrbStack,
        "orbstack",
        Tool::OrbStack,
        "start",
        {"Applications/OrbStack.app", "~/Applications/OrbStack.app", "~/.orbstack/bin/orb"}},
    Row{docker::Provider::DockerDesktop,
        "docker-desktop-linux",
        Tool::Systemctl,
        "--user start docker-desktop",
        {"opt/docker-desktop/bin/docker-desktop", "usr/lib/systemd/user/docker-desktop.service"}},
    Row{docker::Provider::Native,
        "systemd",
        Tool::Systemctl,
        "start docker",
        {"lib/systemd/system/docker.service", "usr/lib/systemd/system/docker.service", "etc/systemd/system/docker.service"}},
    Row{docker::Provider::Colima,
        "colima",
        Tool::Colima,
        "start",
        {"opt/homebrew/bin/colima", "usr/local/bin/colima", "usr/bin/colima", "~/.local/bin/colima",
         "home/linuxbrew/.linuxbrew/bin/colima"}},
    Row{docker::Provider::Podman,
        "podman-machine",
        Tool::Podman,
        "machine start",
        {"opt/podman/bin/podman", "opt/homebrew/bin/podman", "Applications/Podman Desktop.app"}},
};

bool isInstalled(const Row &row, const QString &root, const QString &home)
{
    for (const char *mark : row.marks) {
        const QString path = QString::fromLatin1(mark);
        if (path.isEmpty())
            continue;
        const QString full = path.startsWith("~/") ? home + path.mid(1) : QDir(root).filePath(path);
        if (QFileInfo::exists(full))
            return true;
    }
    return false;
}

const Row *rowOf(const QString &id)
{
    for (const Row &row : rows) {
        if (id == QLatin1String(row.id))
            return &row;
    }
    return nullptr;
}
} // namespace

QList<EngineProgram> installedEngines(const QString &root, const QString &home)
{
    const QString homeFolder = home.isEmpty() ? QDir::homePath() : home;
    QList<EngineProgram> programs;
    for (const Row &row : rows) {
        if (isInstalled(row, root, homeFolder))
            programs += EngineProgram{row.provider, QString::fromLatin1(row.id), docker::providerTitle(row.provider)};
    }
    return programs;
}

std::optional<Command> engineStart(const QString &id)
{
    const Row *row = rowOf(id);
    if (!row)
        return std::nullopt;
    Command command;
    command.tool = row->tool;
    command.args = QString::fromLatin1(row->args).split(u' ');
    command.limit = std::chrono::seconds(180); // a virtual machine that boots
    return command;
}

QString engineStartShown(const QString &id)
{
    const std::optional<Command> command = engineStart(id);
    if (!command)
        return {};
    return (id == "systemd" ? QStringLiteral("sudo ") : QString()) + command->shown();
}

} // namespace windsock
