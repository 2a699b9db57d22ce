// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/ClusterWords.h"

#include "core/cluster/RunReport.h"
#include "ui/widgets/TimeText.h"

#include <QCoreApplication>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ClusterWords", text);
}

QString runningRemark(const Cluster &cluster, const QDateTime &now)
{
    QStringList parts;
    if (const auto since = cluster.observed()->readySince)
        parts += since->date() == now.date() ? tr("ready since %1").arg(since->toString(QStringLiteral("HH:mm")))
                                             : tr("ready since %1").arg(whenText(*since, now));
    for (const RunRecord &run : cluster.recentRuns(10)) {
        if (run.intent == Intent::Start && run.outcome == u"done") {
            parts += tr("started in %1").arg(durationText(run.took));
            break;
        }
    }
    if (!cluster.observed()->upToDate)
        parts += tr("the files have changed since; Start applies them");
    return parts.join(QStringLiteral(" · "));
}
} // namespace

QString progressTitle(Intent intent)
{
    switch (intent) {
    case Intent::Start: return tr("Starting cluster");
    case Intent::Pause: return tr("Pausing cluster");
    case Intent::Stop: return tr("Stopping cluster");
    case Intent::Restart: return tr("Restarting Airflow");
    case Intent::Reset: return tr("Resetting cluster");
    case Intent::Delete: return tr("Deleting cluster");
    }
    return {};
}

QString stateRemark(const Cluster &cluster, const QDateTime &now)
{
    switch (cluster.state()) {
    case ClusterState::Unknown: return cluster.lookError() ? tr("cannot be seen right now") : tr("looking…");
    case ClusterState::Absent: return tr("not created yet");
    case ClusterState::Foreign: return tr("its name is taken");
    case ClusterState::Stopped: return tr("stopped; everything in it is kept");
    case ClusterState::Paused: return tr("paused; Start wakes it in a moment");
    case ClusterState::Running: return runningRemark(cluster, now);
    case ClusterState::Degraded:
        return cluster.observed()->installed ? tr("up, but Airflow is not healthy") : tr("up, but Airflow is not installed");
    default: return {};
    }
}

QString canceledText(const PlanRun &run)
{
    for (int at = 0; at < run.plan().steps.size(); ++at) {
        if (run.state(at) == StepState::Canceled)
            return tr("Canceled during “%1”. What was done before is kept; Start goes on from there.").arg(run.plan().steps[at].title);
    }
    return tr("Canceled. What was done before is kept; Start goes on from there.");
}

Error foreignError(const Cluster &cluster)
{
    Error error{Error::Code::Conflict, tr("There is a cluster “%1” that Windsock did not make").arg(cluster.workspace().clusterName())};
    error.todo = tr("Windsock leaves it alone. Choose another name in windsock.yaml: cluster.name");
    return error;
}

} // namespace windsock
