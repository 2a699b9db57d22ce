// SPDX-License-Identifier: Apache-2.0
// What the window says about a state, a run under way, a run that ended, and what goes with the cluster. Words only: the
// one place that knows how a mode without a cluster is spoken of.
#pragma once

#include "core/cluster/Cluster.h"
#include "ui/widgets/Prompts.h"

namespace windsock {

bool hasCluster(Mode mode);                                        // it has a node, a chart and an image; else only Airflow
QString progressTitle(Intent intent, Mode mode);                   // "Starting cluster"
QString stateRemark(const Cluster &cluster, const QDateTime &now); // "ready since 12:05 · started in 1 min 12 s"
QString keptRemark(const Cluster &cluster);                        // after a run that failed; empty: nothing is there
QString canceledText(const PlanRun &run);
Error foreignError(const Cluster &cluster); // the name belongs to somebody else

// How the last question before a deletion reads.
struct DeleteWords
{
    QString title, question, effect;
    QString prompt, field; // above the field for the name; the field itself, for screen readers
};
DeleteWords deleteWords(const Cluster &cluster);
Question resetQuestion(const Cluster &cluster);

} // namespace windsock
