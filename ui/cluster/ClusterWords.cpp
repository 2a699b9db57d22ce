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

// The nearest to dev and prod is a cluster; elsewhere Airflow runs by itself.
bool hasCluster(Mode mode)
{
    return mode == placesToRun().first();
}

QString progressTitle(Intent intent, Mode mode)
{
    const bool isCluster = hasCluster(mode);
    switch (intent) {
    case Intent::Start: return isCluster ? tr("Starting cluster") : tr("Starting Airflow");
    case Intent::Pause: return tr("Pausing cluster"); // elsewhere there is none
    case Intent::Stop: return isCluster ? tr("Stopping cluster") : tr("Stopping Airflow");
    case Intent::Restart: return tr("Restarting Airflow");
    case Intent::Reset: return isCluster ? tr("Resetting cluster") : tr("Resetting Airflow");
    case Intent::Delete: return isCluster ? tr("Deleting cluster") : tr("Deleting Airflow");
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

QString keptRemark(const Cluster &cluster)
{
    if (!isThere(cluster.state()))
        return {};
    return hasCluster(cluster.mode()) ? tr("the cluster is kept as it is") : tr("what is there is kept as it is");
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
    const QString name = cluster.workspace().clusterName();
    const QString owner = cluster.observed() ? cluster.observed()->owner : QString();
    Error error{Error::Code::Conflict, tr("There is a cluster “%1” that Windsock did not make").arg(name)};
    if (!owner.isEmpty()) {
        error.what = tr("There is already a cluster named “%1”").arg(name);
        error.why = tr("It belongs to the workspace %1").arg(owner);
    }
    error.todo = tr("Windsock leaves it alone. Choose another name in windsock.yaml: cluster.name");
    return error;
}

DeleteWords deleteWords(const Cluster &cluster)
{
    const QString name = cluster.workspace().clusterName(), workspace = cluster.workspace().name();
    if (!hasCluster(cluster.mode()))
        return {tr("Delete Airflow"), tr("Delete the Airflow of “%1”?").arg(workspace),
                tr("Airflow's processes and its metadata database go, with all runs and users in it. "
                   "The files of the workspace “%1” stay.")
                    .arg(workspace),
                tr("Type this &name to confirm: %1").arg(name), tr("Name to confirm")};
    return {tr("Delete cluster"), tr("Delete cluster “%1”?").arg(name),
            tr("The node, Airflow and its metadata database go, with all runs and users in it. "
               "The files of the workspace “%1” stay.")
                .arg(workspace),
            tr("Type the &name of the cluster to confirm: %1").arg(name), tr("Name of the cluster")};
}

Question resetQuestion(const Cluster &cluster)
{
    const bool isCluster = hasCluster(cluster.mode());
    const QString question = isCluster ? tr("Delete cluster “%1” and start it anew?").arg(cluster.workspace().clusterName())
                                       : tr("Delete the Airflow of “%1” and start it anew?").arg(cluster.workspace().name());
    return {isCluster ? tr("Reset cluster") : tr("Reset Airflow"),
            question,
            tr("Airflow's metadata database goes, with all runs and users in it. The workspace's files stay."),
            tr("Reset"),
            tr("Keep it"),
            true};
}

} // namespace windsock
