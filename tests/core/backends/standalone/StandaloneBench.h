// SPDX-License-Identifier: Apache-2.0
// A workspace and everything that the steps without containers work with: an environment that is hardly more than a folder, a supervisor in
// this very program whose children are scripted, Airflow's health page from a server of ours. The database is a file.
#pragma once

#include "core/backends/standalone/AirflowHome.h"
#include "core/backends/standalone/StandaloneFacts.h"
#include "core/base/FileText.h"
#include "core/base/Redactor.h"
#include "core/process/ToolFinder.h"
#include "core/python/EnvironmentMark.h"
#include "core/supervise/ComponentList.h"
#include "core/supervise/Supervisor.h"
#include "core/supervise/SupervisorServer.h"
#include "core/workspace/WorkspaceTemplates.h"
#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"
#include "tests/support/FakeHttpServer.h"
#include "tests/support/ScriptedRunner.h"
#include "tests/support/TempWorkspace.h"

#include <QFile>
#include <QTemporaryDir>

namespace windsock {

class StandaloneBench
{
public:
    StandaloneBench()
        : workspace(made(folder, api.port())),
          tools({.ownFolder = folder.path("tools")}), session{.runner = runner,
                                                              .clock = clock,
                                                              .tools = tools,
                                                              .redactor = redactor,
                                                              .paths = Paths::under(QDir(folder.path("home"))),
                                                              .program = "/bin/false"},
          kit(session), probe(session, kit.store), places(StandalonePlaces::of(workspace, session.paths)), wish(wishOf(workspace)),
          environment(wish.specFor({3, 11}).id()), context("test", runner, clock, Cancel(), nullptr)
    {
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime.path()));
        haveEnvironment(environment);
        partsLive();
        QFile health(QStringLiteral(TEST_DATA "/airflow/health-2.10.5.json"));
        if (!health.open(QIODevice::ReadOnly))
            qFatal("No recorded health");
        api.on(healthPathAirflow2, FakeReply::json(health.readAll()));
    }
    ~StandaloneBench()
    {
        server.reset();
        supervisor.reset();
        qunsetenv("XDG_RUNTIME_DIR");
    }

    void haveEnvironment(const QString &id) const
    {
        const PythonEnvironment made{.id = id, .folder = kit.store.folderOf(id), .airflow = "2.10.5", .python = {3, 11}};
        QDir().mkpath(made.folder + "/bin");
        QFile::link("/bin/sh", made.pythonProgram());
        if (!writeFile(environmentMarkIn(made.folder), renderEnvironmentMark(made)))
            qFatal("No environment could be made");
    }
    // From the next start on: every part lives on, or the one with this word in its arguments dies at once.
    void partsLive()
    {
        children.when([](const Command &) { return true; }, [](const Command &) { return ScriptedReply{.hangs = true, .pid = noProcess}; });
    }
    void partDies(const QString &word)
    {
        children.when([word](const Command &command) { return command.args.contains(word); },
                      [](const Command &) { return ScriptedReply{.exitCode = 1, .pid = noProcess}; });
    }
    // The command that prepares the database.
    ScriptedRunner::Matches preparing() const
    {
        return [script = places.prepare](const Command &command) { return command.args == QStringList{script}; };
    }

    // Of a Start that came to its end.
    StandaloneRecord record() const
    {
        return {.airflow = "2.10.5",
                .python = "3.11",
                .environment = environment,
                .prepared = wantedPreparation(wish, environment),
                .port = workspace.webPort(),
                .isSqlite = true};
    }
    Result<> run(const StandaloneRecord &record)
    {
        const auto wanted = filesOf(record);
        if (!wanted)
            return wanted.error();
        supervisor = std::make_unique<Supervisor>(places.supervisor, children, redactor, lives);
        server = std::make_unique<SupervisorServer>(*supervisor, places.supervisor);
        for (const Result<> &begun : {supervisor->open(), server->listen()}) {
            if (!begun)
                return begun;
        }
        return await(supervisor->start());
    }
    StandaloneFactsPtr noFacts() { return std::make_shared<StandaloneFacts>(workspace, session, kit, probe); }
    // As the first two steps leave them.
    StandaloneFactsPtr facts(const StandaloneRecord &record)
    {
        const StandaloneFactsPtr made = noFacts();
        made->wish = wish;
        made->look = await(probe.look(workspace)).value_or({});
        made->record = record;
        if (const auto there = kit.store.find(record.environment))
            made->environment = *there;
        return made;
    }

    ComponentState stateOf(const char *part) const
    {
        const SupervisorStatus status = supervisor->status();
        const ComponentStatus *found = status.find(QString::fromLatin1(part));
        return found ? found->state : ComponentState::Stopped;
    }
    int starts(const QString &word) const
    {
        int count = 0;
        for (const Command &command : children.commands())
            count += command.args.contains(word) ? 1 : 0;
        return count;
    }
    StandaloneRecord saved() const { return StandaloneRecord::load(places.record).value().value_or(StandaloneRecord()); }

    static constexpr qint64 noProcess = qint64(1) << 30; // an id that no system gives
    TempWorkspace folder;
    QTemporaryDir runtime; // for the supervisor's socket
    FakeHttpServer api;
    const Workspace workspace;
    SystemClock clock;
    FakeClock lives; // of the supervisor's children
    Redactor redactor;
    ScriptedRunner runner, children{&lives};
    ToolFinder tools;
    StandaloneSession session;
    StandaloneTools kit;
    StandaloneProbe probe;
    const StandalonePlaces places;
    const StandaloneWish wish;
    const QString environment; // that the files ask for
    RunContext context;
    std::unique_ptr<Supervisor> supervisor;
    std::unique_ptr<SupervisorServer> server;

private:
    static Workspace made(const TempWorkspace &folder, int port)
    {
        const auto files = createWorkspace(folder.path("demo"), ChartFlavor::Community, {.webPort = port});
        auto opened = files ? Workspace::open(folder.path("demo")) : Result<Workspace>(files.error());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().report()));
        return std::move(*opened);
    }
    static StandaloneWish wishOf(const Workspace &workspace)
    {
        auto wish = StandaloneWish::of(workspace);
        if (!wish)
            qFatal("%s", qPrintable(wish.error().report()));
        return std::move(*wish);
    }
    Result<> filesOf(const StandaloneRecord &record) const
    {
        const auto written = AirflowHome(wish, places).write();
        const auto wanted = wantedComponents(wish, places, record, kit.store);
        if (!written || !wanted)
            return written ? wanted.error() : written.error();
        const Result<> listed = saveComponents(places.supervisor.components(), *wanted);
        return listed ? record.save(places.record) : listed;
    }
};

} // namespace windsock
