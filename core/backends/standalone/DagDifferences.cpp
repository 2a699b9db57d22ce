// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/DagDifferences.h"

#include "core/base/Background.h"
#include "core/base/FolderPath.h"
#include "core/python/Providers.h"
#include "core/workspace/DagScan.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <iterator>

namespace windsock {

namespace {
QList<LeftOut> listOf(const DagScan &scan, const QString &folder, const EnvironmentSpec &spec)
{
    QList<LeftOut> list = scan.needsKubernetes + scan.podPaths;
    std::copy_if(scan.providers.cbegin(), scan.providers.cend(), std::back_inserter(list),
                 [&spec](const LeftOut &one) { return !bringsProvider(spec, one.key); });
    std::stable_sort(list.begin(), list.end(), [](const LeftOut &a, const LeftOut &b) {
        return std::tie(a.place.file, a.place.line) < std::tie(b.place.file, b.place.line);
    });
    if (!scan.isComplete)
        list += LeftOut{.id = QStringLiteral("dag.scan"),
                        .weight = LeftOut::Weight::Replaced,
                        .key = folder,
                        .meaning = QCoreApplication::translate("DagDifferences", "Only a part of the DAGs was looked at: there are many")};
    return list;
}

// What Airflow and the tasks import from. Folders of data may be large, and nobody runs what is in there.
QList<WorkspaceFolder> codeFolders(const StandaloneWish &wish)
{
    QList<WorkspaceFolder> found;
    const auto add = [&found](const WorkspaceFolder &folder) {
        const auto overlaps = [&folder](const WorkspaceFolder &one) {
            return isWithinFolder(folder.host, one.host) || isWithinFolder(one.host, folder.host);
        };
        if (std::none_of(found.cbegin(), found.cend(), overlaps))
            found += folder;
    };
    for (const auto &one : {wish.folders.dags, wish.folders.plugins}) {
        if (one)
            add(*one);
    }
    const AirflowSetting *path = wish.settings.find(QStringLiteral("PYTHONPATH"), AirflowPart::Scheduler);
    const QStringList parts = path ? path->value.split(u':', Qt::SkipEmptyParts) : QStringList();
    for (const WorkspaceFolder &folder : wish.folders.others) {
        const auto isIn = [&folder](const QString &part) { return isWithinFolder(QDir::cleanPath(part), folder.podPath); };
        if (folder.podPath.endsWith(QStringLiteral("/python_tasks")) || std::any_of(parts.cbegin(), parts.cend(), isIn))
            add(folder);
    }
    return found;
}
} // namespace

Async<QList<LeftOut>> dagDifferences(const StandaloneWish &wish, QObject *context, const Cancel &cancel)
{
    const QList<WorkspaceFolder> folders = codeFolders(wish);
    if (folders.isEmpty())
        return ready(QList<LeftOut>{});
    const EnvironmentSpec spec = wish.specFor(wish.airflow.release.image);
    const auto scan = [folders, spec, roots = wish.folders.podRoots()](const std::atomic_bool &stop) -> Result<QList<LeftOut>> {
        QList<LeftOut> list;
        for (const WorkspaceFolder &folder : folders)
            list += listOf(scanDagFolder(folder.host, folder.shown, roots, stop), folder.shown, spec);
        return stop ? Result<QList<LeftOut>>(Error::canceled()) : list;
    };
    return inBackground(context, cancel, scan);
}

} // namespace windsock
