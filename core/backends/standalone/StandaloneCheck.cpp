// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/StandaloneCheck.h"

#include "core/backends/standalone/AirflowProcesses.h"
#include "core/backends/standalone/DagDifferences.h"
#include "core/backends/standalone/LogFolders.h"
#include "core/backends/standalone/StandaloneFacts.h"
#include "core/backends/standalone/UnusedEnvironments.h"
#include "core/base/Background.h"
#include "core/checks/PortChecks.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("StandaloneCheck", text);
}

// An environment with its packages takes 0.4 GB, uv's cache as much, the database 60 MB at first.
constexpr qint64 roomNeeded = 1'500'000'000, roomWanted = 3'000'000'000;

Finding fromError(const Error &error)
{
    return {.rule = error.rule.isEmpty() ? QStringLiteral("python.missing") : error.rule,
            .what = error.what,
            .why = error.why,
            .todo = error.todo,
            .place = error.place,
            .key = {},
            .remedies = error.remedies};
}

Finding checkPython(const Result<PythonProgram> &python, const AirflowFacts &airflow)
{
    if (!python)
        return fromError(python.error());
    return {.rule = QStringLiteral("python"),
            .severity = Severity::Pass,
            .what = tr("Python %1 for Airflow %2").arg(python->version.text(), airflow.asked),
            .why = python->path};
}

QList<Finding> checkRoom(const std::optional<qint64> &free, const QList<PythonEnvironment> &unused)
{
    const QList<Finding> note = unusedNote(unused);
    if (!free || *free >= roomWanted)
        return note;
    const QString there = QLocale().formattedDataSize(*free);
    return {Finding{.rule = QStringLiteral("disk.low"),
                    .severity = *free < roomNeeded ? Severity::Failure : Severity::Warning,
                    .what = tr("There is little room on the disk: %1").arg(there),
                    .why = tr("Python packages and the database take about %1").arg(QLocale().formattedDataSize(roomNeeded)),
                    .todo = note.isEmpty() ? tr("Make room on it") : tr("Make room, or remove environments that no workspace uses"),
                    .place = {},
                    .key = {},
                    .remedies = note.isEmpty() ? QList<Remedy>{} : note.first().remedies}};
}

QList<Finding> checkWebPort(const Workspace &workspace, const StandaloneLook &look)
{
    PortFacts facts = gatherPort(workspace.webPort(), {});
    facts.purpose = tr("the web page");
    facts.key = QStringLiteral("web.port");
    facts.ours = look.record && look.record->port == workspace.webPort() && look.supervisor
                 && look.supervisor->find(QString::fromLatin1(webPart)) && look.isUp(QString::fromLatin1(webPart));
    return {checkPort(facts)};
}

QList<Finding> checkDagFolder(const StandaloneWish &wish)
{
    QStringList missing;
    for (const WorkspaceFolder &folder : wish.folders.all()) {
        if (!QFileInfo(folder.host).isDir())
            missing += folder.host;
    }
    if (missing.isEmpty())
        return {};
    return {Finding{.rule = QStringLiteral("folder.missing"),
                    .what = tr("A folder of the workspace does not exist"),
                    .why = missing.join(u'\n'),
                    .todo = tr("Make it, or take it out of kind-cluster.yaml"),
                    .place = {},
                    .key = {},
                    .remedies = {{QStringLiteral("folders.create"), tr("Create the folders"), missing.join(u'\n')}}}};
}

// Tasks of other DAGs, and of a first run, have nothing to do with it: no reason not to start.
QList<Finding> checkTaskLogs(const StandaloneWish &wish, const QString &closed)
{
    if (closed.isEmpty() || !wish.folders.logs)
        return {};
    return {Finding{.rule = QStringLiteral("logs.closed"),
                    .severity = Severity::Warning,
                    .what = tr("Some tasks will not be able to write their logs"),
                    .why = tr("You may not write into %1. Airflow in a cluster makes such folders, as a user of its own").arg(closed),
                    .todo = tr("Make them yours: sudo chown -R \"$USER\" \"%1\". Or move them away").arg(wish.folders.logs->host),
                    .place = {},
                    .key = {},
                    .remedies = {}}};
}

Async<QString> closedLogs(const WorkspaceFolders &folders, QObject *context, const Cancel &cancel)
{
    if (!folders.logs)
        return ready(QString());
    const auto look = [logs = folders.logs->host](const std::atomic_bool &stop) -> Result<QString> {
        const QString closed = closedLogFolder(logs, stop);
        return stop ? Result<QString>(Error::canceled()) : closed;
    };
    return inBackground(context, cancel, look);
}
} // namespace

QList<Finding> leftOutFindings(const QList<LeftOut> &list)
{
    QList<Finding> findings;
    for (const LeftOut &left : list)
        findings += Finding{.rule = QStringLiteral("standalone.") + left.id,
                            .severity = left.weight == LeftOut::Weight::Lost ? Severity::Warning : Severity::Pass,
                            .what = left.key,
                            .why = left.meaning,
                            .todo = {},
                            .place = left.place,
                            .key = left.key};
    return findings;
}

Async<StandalonePreflight> gatherStandalone(StandaloneTools &tools, const StandaloneWish &asked, const Paths &paths, QObject *context,
                                            const Cancel &cancel)
{
    const auto facts = std::make_shared<StandalonePreflight>();
    QString folder = paths.data.absolutePath();
    while (!QFileInfo::exists(folder) && !QDir(folder).isRoot())
        folder = QFileInfo(folder).absolutePath();
    if (const QStorageInfo disk(folder); disk.isValid())
        facts->diskFree = disk.bytesAvailable();
    facts->unused = unusedEnvironments(tools.store, paths);
    const AirflowRelease &release = asked.airflow.release;
    const PythonWish wish{.lowest = release.lowest,
                          .highest = release.highest,
                          .preferred = release.image,
                          .purpose = QStringLiteral("Airflow ") + asked.airflow.asked};
    const Async<QList<LeftOut>> dags = dagDifferences(asked, context, cancel);
    const Async<QString> logs = closedLogs(asked.folders, context, cancel);
    const auto python =
        andFinally(tools.pythons.find(wish, cancel), context, [facts](const Result<PythonProgram> &python) -> Result<StandalonePreflight> {
            if (!python && python.error().isCancel())
                return python.error();
            facts->python = python;
            return *facts;
        });
    return andThen(python, context, [facts, dags, logs, context](const StandalonePreflight &) {
        return andThen(dags, context, [facts, logs, context](const QList<LeftOut> &list) {
            facts->dags = list;
            return andThen(logs, context, [facts](const QString &closed) {
                facts->closedLogs = closed;
                return Result<StandalonePreflight>(*facts);
            });
        });
    });
}

Async<StandalonePreflight> withPodPaths(Async<StandalonePreflight> gathered, StandaloneTools &tools, const StandaloneSession &session,
                                        const StandaloneWish &wish, const StandalonePlaces &places, QObject *context, const Cancel &cancel)
{
    return andThen(std::move(gathered), context, [&tools, &session, wish, places, context, cancel](const StandalonePreflight &facts) {
        const PodPaths paths = wantedPodPaths(wish, places, tools.store, facts.python ? facts.python->path : QString());
        return andThen(probePodPaths(paths, session.runner, session.tools, context, cancel), context, [facts](const PodPathAnswer &answer) {
            StandalonePreflight all = facts;
            all.podPaths = answer;
            return Result<StandalonePreflight>(all);
        });
    });
}

QList<Finding> judgeStandalone(const StandalonePreflight &facts, const Workspace &workspace, const StandaloneWish &wish,
                               const StandaloneLook &look)
{
    QList<Finding> findings{checkPython(facts.python, wish.airflow)};
    if (const QString note = wish.airflow.note(); !note.isEmpty())
        findings += Finding{.rule = QStringLiteral("airflow.unknown"), .severity = Severity::Warning, .what = note};
    findings += checkRoom(facts.diskFree, facts.unused) + checkDagFolder(wish) + checkTaskLogs(wish, facts.closedLogs);
    findings += checkWebPort(workspace, look);
    findings += leftOutFindings(wish.leftOut + facts.podPaths.notThere(facts.dags)) + podPathFindings(facts.podPaths);
    return findings;
}

} // namespace windsock
