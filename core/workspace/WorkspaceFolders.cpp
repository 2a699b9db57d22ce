// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/WorkspaceFolders.h"

#include "core/base/FolderPath.h"
#include "core/workspace/AirflowValues.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace windsock {

namespace {
// Of the pods. The community chart has no key for it.
QString homeFolder(const Workspace &workspace)
{
    const QString usual = QStringLiteral("/opt/airflow");
    if (workspace.chart().flavor != ChartFlavor::Official)
        return usual;
    const QString home = QDir::cleanPath(workspace.mergedValues().text({"airflowHome"}).value_or(usual));
    return home.startsWith(u'/') ? home : usual;
}

// Of the pods: the plugins folder has no key of its own in either chart.
QString pluginFolder(const Workspace &workspace, const QString &home)
{
    const YamlDocument &values = workspace.mergedValues();
    const bool official = workspace.chart().flavor == ChartFlavor::Official;
    const YamlPath option =
        official ? YamlPath{"config", "core", "plugins_folder"} : YamlPath{"airflow", "config", "AIRFLOW__CORE__PLUGINS_FOLDER"};
    return QDir::cleanPath(values.text(option).value_or(home + QStringLiteral("/plugins")));
}

// What a mount shows at this path of the pods: the mount itself, or a folder within it.
std::optional<WorkspaceFolder> within(const QList<WorkspaceFolder> &folders, const QString &podPath)
{
    const WorkspaceFolder *best = nullptr;
    for (const WorkspaceFolder &folder : folders) {
        if (isWithinFolder(podPath, folder.podPath) && (!best || folder.podPath.size() > best->podPath.size()))
            best = &folder;
    }
    if (!best)
        return {};
    const QString rest = podPath.mid(best->podPath == u"/" ? 0 : best->podPath.size());
    return WorkspaceFolder{QDir::cleanPath(best->host + rest), best->shown + rest, podPath, best->readOnly, best->place};
}

std::optional<WorkspaceFolder> byName(const Workspace &workspace, const QString &name, const QString &podPath)
{
    const QString path = workspace.folder().filePath(name);
    return QFileInfo(path).isDir() ? std::optional(WorkspaceFolder{path, QStringLiteral("./") + name, podPath}) : std::nullopt;
}
} // namespace

QList<WorkspaceFolder> WorkspaceFolders::all() const
{
    QList<WorkspaceFolder> list;
    for (const auto &one : {dags, plugins, logs}) {
        if (one)
            list += *one;
    }
    return list + others;
}

std::optional<QString> WorkspaceFolders::onHost(const QString &podPath) const
{
    if (!podPath.startsWith(u'/'))
        return {};
    const auto found = within(all(), QDir::cleanPath(podPath));
    return found ? std::optional(found->host) : std::nullopt;
}

QString WorkspaceFolders::onHostList(const QString &podPaths) const
{
    QStringList parts = podPaths.split(u':');
    for (QString &part : parts)
        part = onHost(part).value_or(part);
    return parts.join(u':');
}

QStringList WorkspaceFolders::podRoots() const
{
    QStringList roots{QStringLiteral("/opt/airflow")};
    for (const WorkspaceFolder &folder : all()) {
        if (!isWithinFolder(folder.podPath, roots.first()) && folder.podPath != u"/" && !roots.contains(folder.podPath))
            roots += folder.podPath;
    }
    return roots;
}

WorkspaceFolders WorkspaceFolders::of(const Workspace &workspace)
{
    QList<WorkspaceFolder> mounted;
    QSet<QString> seen;
    for (const Mount &mount : workspace.mounts()) {
        if (mount.hostPath.isEmpty() || !mount.podPath.startsWith(u'/') || seen.contains(mount.podPath))
            continue; // half of a way leads nowhere
        seen.insert(mount.podPath);
        mounted += WorkspaceFolder{mount.hostAbsolute, mount.hostPath, mount.podPath, mount.readOnly, mount.podPlace};
    }
    const AirflowValues values(workspace.chart().flavor, workspace.chart().version, workspace.mergedValues());
    const auto find = [&](const QString &podPath, const QString &name) {
        const auto found = within(mounted, podPath);
        return found ? found : byName(workspace, name, podPath);
    };
    WorkspaceFolders folders;
    folders.home = homeFolder(workspace);
    folders.dags = find(values.dagFolder(), QStringLiteral("dags"));
    folders.plugins = find(pluginFolder(workspace, folders.home), QStringLiteral("plugins"));
    folders.logs = find(values.logFolder(), QStringLiteral("logs"));
    const auto isOneOf = [&folders](const WorkspaceFolder &folder) {
        for (const auto &one : {folders.dags, folders.plugins, folders.logs}) {
            if (one && one->podPath == folder.podPath)
                return true;
        }
        return false;
    };
    for (const WorkspaceFolder &folder : std::as_const(mounted)) {
        if (!isOneOf(folder))
            folders.others += folder;
    }
    return folders;
}

} // namespace windsock
