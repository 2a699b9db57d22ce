// SPDX-License-Identifier: Apache-2.0
// The story that the pictures tell: one workspace, its steps, what is seen of it, a failure. Core types only, and core's own
// words for what core would say.
#pragma once

#include "ui/cluster/ClusterPageParts.h"
#include "ui/shell/SampleBackend.h"

namespace windsock::sample {

// What core says, as it is translated there.
QString said(const char *context, const char *text);

// Writes the workspace's files into `folder`.
Result<> writeWorkspace(const QString &folder);

// Runs of the days before, as they would lie in the cluster's state folder.
Result<> writeHistory(const QString &stateFolder, const QDateTime &now);

QList<SampleStep> startSteps();    // all done
QList<SampleStep> startingSteps(); // Airflow is not there yet
QList<SampleStep> failingSteps();  // … and does not come
Observed partlyUp();               // after a start that was canceled while Airflow came up
Observed halfUp();                 // after a start that failed
Observed running(const QDateTime &since);
DoctorRows doctor();
ForwardStatus forward(ForwardState state);

} // namespace windsock::sample
