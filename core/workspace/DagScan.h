// SPDX-License-Identifier: Apache-2.0
// Lines of DAG files that need Kubernetes (its operators, pod overrides), those that name paths of the pods, and imports of providers. A
// look at the text, not at Python's grammar: comments are passed over, strings are not.
#pragma once

#include "core/workspace/LeftOut.h"

#include <QByteArray>

#include <atomic>

namespace windsock {

struct DagScanLimits
{
    int files = 2000;
    qint64 fileBytes = 1024 * 1024;  // larger ones are not looked at
    qint64 bytes = 32 * 1024 * 1024; // all in all
    int found = 200;                 // of each kind
    int depth = 20;                  // of folders
};

struct DagScan
{
    QList<LeftOut> needsKubernetes; // ids "dag.pod-operator", "dag.pod-override", "dag.executor"
    // Id "dag.path". Only of interest where the folders cannot be shown at the pods' paths.
    QList<LeftOut> podPaths;
    // Id "dag.provider": imports of Airflow's providers, each one once; the key is its package. Only of interest where it is not there.
    QList<LeftOut> providers;
    int filesRead = 0;
    bool isComplete = true; // false: the limits ended it, or it was stopped
};

// Of one file. `name` is for places; `podRoots` are folders of the pods ("/opt/airflow").
void scanDagText(const QByteArray &text, const QString &name, const QStringList &podRoots, DagScan &into);

// Of all *.py below a folder, in order of their names; hidden folders, __pycache__ and links to folders are passed over. Places
// are relative to `folder`, behind `shown` ("./dags"). Reads files: to be called off the main thread; `stop` ends it early.
DagScan scanDagFolder(const QString &folder, const QString &shown, const QStringList &podRoots, const std::atomic_bool &stop,
                      const DagScanLimits &limits = {});

} // namespace windsock
