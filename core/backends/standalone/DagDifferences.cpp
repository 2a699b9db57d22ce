// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/DagDifferences.h"

#include "core/base/Background.h"
#include "core/workspace/DagScan.h"

#include <QCoreApplication>

#include <algorithm>

namespace windsock {

namespace {
QList<LeftOut> listOf(const DagScan &scan, const QString &folder)
{
    QList<LeftOut> list = scan.needsKubernetes + scan.podPaths;
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
} // namespace

Async<QList<LeftOut>> dagDifferences(const WorkspaceFolders &folders, QObject *context, const Cancel &cancel)
{
    if (!folders.dags)
        return ready(QList<LeftOut>{});
    const auto scan = [folder = *folders.dags, roots = folders.podRoots()](const std::atomic_bool &stop) -> Result<QList<LeftOut>> {
        const DagScan found = scanDagFolder(folder.host, folder.shown, roots, stop);
        return stop ? Result<QList<LeftOut>>(Error::canceled()) : listOf(found, folder.shown);
    };
    return inBackground(context, cancel, scan);
}

} // namespace windsock
