// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/DagDifferences.h"

#include "core/workspace/DagScan.h"

#include <QCoreApplication>
#include <QThreadPool>

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
    const auto stop = std::make_shared<std::atomic_bool>(false);
    const Promise<QList<LeftOut>> promise;
    CancelHook hook = cancel.onRequest([stop] { *stop = true; });
    QThreadPool::globalInstance()->start([promise, stop, folder = *folders.dags, roots = folders.podRoots()] {
        const DagScan scan = scanDagFolder(folder.host, folder.shown, roots, *stop);
        promise.resolve(*stop ? Result<QList<LeftOut>>(Error::canceled()) : listOf(scan, folder.shown));
    });
    // The hook goes with the answer, on the main thread.
    return andFinally(promise.future(), context, [hook](const Result<QList<LeftOut>> &list) { return list; });
}

} // namespace windsock
