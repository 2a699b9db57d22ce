// SPDX-License-Identifier: Apache-2.0
#include "core/cluster/RunReport.h"

#include "core/cluster/Cluster.h"
#include "core/cluster/RunJournal.h"

#include <QCoreApplication>
#include <QSysInfo>

namespace windsock {

namespace {
QStringList header(const Cluster &cluster)
{
    QStringList lines{QStringLiteral("Windsock %1 on %2 (%3), Qt %4")
                          .arg(QStringLiteral(WINDSOCK_VERSION), QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(),
                               QString::fromLatin1(qVersion()))};
    const Workspace &workspace = cluster.workspace();
    const ChartRef &chart = workspace.chart();
    lines += QStringLiteral("Workspace %1, cluster %2, chart %3 %4, image %5")
                 .arg(workspace.name(), workspace.clusterName(), chart.name, chart.version, workspace.image().text());
    lines += QStringLiteral("State now: %1").arg(stateName(cluster.state()));
    if (cluster.observed()) {
        for (const Fact &fact : cluster.observed()->facts)
            lines += QStringLiteral("  %1: %2").arg(fact.label, fact.value);
    }
    return lines;
}
} // namespace

QString runReport(const Cluster &cluster, const RunJournal &journal)
{
    QStringList lines = header(cluster);
    const QList<RunRecord> recent = cluster.recentRuns(1);
    const RunRecord run = journal.current().folder.isEmpty() && !recent.isEmpty() ? recent.first() : journal.current();
    if (run.folder.isEmpty())
        return lines.join(u'\n');
    lines += QString();
    lines += QStringLiteral("Run: %1 at %2, %3 after %4")
                 .arg(intentName(run.intent), run.begun.toString(Qt::ISODate), run.outcome, durationText(run.took));
    QString stopped;
    for (const StepRecord &step : run.steps) {
        lines += QStringLiteral("  %1  %2  %3  %4").arg(stepStateName(step.state), -8).arg(step.title, durationText(step.took), step.note);
        if (step.state == StepState::Failed)
            stopped = step.id;
    }
    if (run.error)
        lines += QString(u'\n' + run.error->report());
    if (!stopped.isEmpty())
        lines += QStringLiteral("\nLast lines of “%1”:\n%2").arg(stopped, journal.lastLines(stopped, 60));
    return lines.join(u'\n');
}

QString durationText(std::chrono::milliseconds took)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Duration", text); };
    const double seconds = double(took.count()) / 1000;
    if (seconds < 9.95)
        return tr("%1 s").arg(seconds, 0, 'f', 1);
    const qint64 whole = qRound64(seconds);
    return whole < 60 ? tr("%1 s").arg(whole) : tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
}

Error portTaken(const ForwardStatus &status)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Forward", text); };
    Error error{Error::Code::Conflict, tr("Port %1 is already in use").arg(status.port)};
    error.why = status.text;
    error.todo = tr("Stop that program, or use another port. windsock.yaml keeps it: web.port");
    error.rule = QStringLiteral("port.taken");
    if (status.proposedPort > 0)
        error.remedies += Remedy{"port.next", tr("Use port %1").arg(status.proposedPort), QString::number(status.proposedPort)};
    return error;
}

} // namespace windsock
