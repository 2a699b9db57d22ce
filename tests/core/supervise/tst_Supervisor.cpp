// SPDX-License-Identifier: Apache-2.0
// All components of one folder, as real programs: who owns it, in which order they stop, what an earlier supervisor left.
#include "core/supervise/Supervisor.h"

#include "core/supervise/FolderCleanup.h"
#include "core/supervise/Leftovers.h"
#include "tests/core/supervise/SuperviseBench.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace windsock;

namespace {
const QByteArray calm = "on faketool postgres\nout ready\nhang\non faketool web\nout ready\nhang\non faketool scheduler\nout ready\nhang\n";
}

class TestSupervisor : public QObject
{
    Q_OBJECT
private slots:
    void startsAndStops();
    void onePerFolder();
    void someOfThem();
    void unknownOnes();
    void brokenList();
    void removedFromTheList();
    void changedDefinition();
    void stopOrder();
    void shutDownFreesTheFolder();
    void nothingStartsWhileItShutsDown();
    void changesAreTold();
    void leftoversAreEnded();
    void reusedIdIsNotSignalled();
    void startWaitsForLeftovers();
    void recordsCannotBeWritten();
    void cleanupWithoutSupervisor();

private:
    static QList<Component> three(const SuperviseBench &bench)
    {
        Component web = bench.component("web"), scheduler = bench.component("scheduler");
        web.needs = scheduler.needs = {"postgres"};
        return {bench.component("postgres"), web, scheduler};
    }
    static std::unique_ptr<Supervisor> make(SuperviseBench &bench)
    {
        return std::make_unique<Supervisor>(bench.folder, bench.tools.runner(), bench.tools.redactor(), bench.clock);
    }
    // A program that no supervisor of ours has started, as a record of it.
    static ChildRecord strayOf(SuperviseBench &bench, const QString &id)
    {
        const Component component = bench.component(id);
        Command command{.program = component.program, .args = component.args, .environment = component.environment};
        command.limit = std::chrono::seconds(0);
        qint64 pid = 0;
        bench.tools.runner().run(command, {}, {}, [&pid](qint64 told) { pid = told; });
        [[maybe_unused]] const bool runs = QTest::qWaitFor([&pid] { return pid != 0; }, 20000);
        return {id, identityOf(pid).value_or(ProcessIdentity{})};
    }
};

void TestSupervisor::startsAndStops()
{
    SuperviseBench bench(calm);
    QVERIFY(bench.save(three(bench)));
    const auto supervisor = make(bench);
    QVERIFY(supervisor->open());
    QCOMPARE(supervisor->status().components.size(), 3);
    QCOMPARE(supervisor->status().pid, QCoreApplication::applicationPid());
    QVERIFY(await(supervisor->start()));
    for (const ComponentStatus &component : supervisor->status().components)
        QVERIFY(component.state == ComponentState::Running && processLives(component.pid));
    QCOMPARE(supervisor->status().components.first().id, QString("postgres")); // the list's order
    QVERIFY(await(supervisor->stop()));
    for (const ComponentStatus &component : supervisor->status().components)
        QCOMPARE(component.state, ComponentState::Stopped);
    QVERIFY(FolderLock::isHeld(bench.folder.lock())); // still there, for another start
    QVERIFY(await(supervisor->restart({"web"})));
    QCOMPARE(stateOf(supervisor->status(), "web"), ComponentState::Running);
    QVERIFY(await(supervisor->shutDown()));
}

void TestSupervisor::onePerFolder()
{
    SuperviseBench bench(calm);
    const auto first = make(bench), second = make(bench);
    QVERIFY(first->open());
    const auto opened = second->open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, Error::Code::Conflict);
    QVERIFY(await(first->shutDown()));
    QVERIFY(second->open());
}

void TestSupervisor::someOfThem()
{
    SuperviseBench bench(calm);
    QVERIFY(bench.save(three(bench)));
    const auto supervisor = make(bench);
    QVERIFY(supervisor->open());
    QVERIFY(await(supervisor->start({"postgres"})));
    QCOMPARE(stateOf(supervisor->status(), "web"), ComponentState::Stopped);
    QVERIFY(await(supervisor->start({"scheduler", "web"})));
    QVERIFY(await(supervisor->stop({"web"})));
    QCOMPARE(stateOf(supervisor->status(), "web"), ComponentState::Stopped);
    QCOMPARE(stateOf(supervisor->status(), "scheduler"), ComponentState::Running);
    QVERIFY(await(supervisor->shutDown()));
}

void TestSupervisor::unknownOnes()
{
    SuperviseBench bench(calm);
    QVERIFY(bench.save(three(bench)));
    const auto supervisor = make(bench);
    QVERIFY(supervisor->open());
    for (const auto &asked : {supervisor->start({"web", "redis"}), supervisor->stop({"redis"})}) {
        const auto result = await(asked);
        QVERIFY(!result);
        QCOMPARE(result.error().code, Error::Code::NotFound);
        QVERIFY(result.error().what.contains("redis"));
    }
    QCOMPARE(stateOf(supervisor->status(), "web"), ComponentState::Stopped); // all or nothing
}

void TestSupervisor::brokenList()
{
    SuperviseBench bench(calm);
    const auto supervisor = make(bench);
    QVERIFY(supervisor->open());
    QCOMPARE(await(supervisor->start()).error().code, Error::Code::NotFound); // no list at all
    QVERIFY(bench.save(three(bench)));
    QVERIFY(await(supervisor->start()));
    QFile file(bench.folder.components());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"components\": [") > 0);
    file.close();
    QCOMPARE(await(supervisor->start()).error().code, Error::Code::BadInput);
    QCOMPARE(stateOf(supervisor->status(), "web"), ComponentState::Running); // goes on
    QVERIFY(await(supervisor->stop()));
    QCOMPARE(stateOf(supervisor->status(), "web"), ComponentState::Stopped);
}

void TestSupervisor::removedFromTheList()
{
    SuperviseBench bench(calm);
    QVERIFY(bench.save(three(bench)));
    const auto supervisor = make(bench);
    QVERIFY(supervisor->open());
    QVERIFY(await(supervisor->start()));
    QVERIFY(bench.save({bench.component("postgres")}));
    QVERIFY(await(supervisor->start()));
    QCOMPARE(supervisor->status().components.size(), 3); // not forgotten while they run
    QVERIFY(await(supervisor->stop()));
    QCOMPARE(supervisor->status().components.size(), 1);
}

void TestSupervisor::changedDefinition()
{
    SuperviseBench bench(calm);
    QVERIFY(bench.save({bench.component("web")}));
    const auto supervisor = make(bench);
    QVERIFY(supervisor->open());
    QVERIFY(await(supervisor->start()));
    const qint64 pid = supervisor->status().find("web")->pid;
    Component changed = bench.component("web");
    changed.environment["EXTRA"] = "1";
    QVERIFY(bench.save({changed}));
    QVERIFY(await(supervisor->start()));
    QCOMPARE(supervisor->status().find("web")->pid, pid);
    QVERIFY(supervisor->status().find("web")->fingerprint != changed.fingerprint());
    QVERIFY(await(supervisor->restart({"web"})));
    QVERIFY(supervisor->status().find("web")->pid != pid);
    QCOMPARE(supervisor->status().find("web")->fingerprint, changed.fingerprint());
    QVERIFY(await(supervisor->shutDown()));
}

void TestSupervisor::stopOrder()
{
    // The others need the database for their last words.
    SuperviseBench bench("on faketool postgres\nonterm 0\nout ready\nhang\non faketool web\nignore\nout ready\nhang\n"
                         "on faketool scheduler\nonterm 0\nout ready\nhang\n");
    QVERIFY(bench.save(three(bench)));
    const auto supervisor = make(bench);
    QVERIFY(supervisor->open());
    QVERIFY(await(supervisor->start()));
    QTRY_VERIFY(bench.said("web").contains("ready"));
    bool databaseLivedOn = true;
    connect(supervisor.get(), &Supervisor::changed, this, [&] {
        const auto status = supervisor->status();
        databaseLivedOn = databaseLivedOn
                          && (stateOf(status, "web") == ComponentState::Stopped || stateOf(status, "postgres") == ComponentState::Running);
    });
    QVERIFY(await(supervisor->shutDown()));
    QVERIFY(databaseLivedOn);
    const QByteArray log = bench.supervisorLog();
    QVERIFY(log.indexOf("Scheduler is stopped") < log.indexOf("Web is stopped")); // side by side, the obedient one first
    QVERIFY(log.indexOf("Web is stopped") < log.indexOf("Postgres is stopped"));
}

void TestSupervisor::shutDownFreesTheFolder()
{
    SuperviseBench bench(calm);
    QVERIFY(bench.save(three(bench)));
    const auto supervisor = make(bench);
    QVERIFY(supervisor->open());
    QVERIFY(await(supervisor->start()));
    QSignalSpy closing(supervisor.get(), &Supervisor::closing), closed(supervisor.get(), &Supervisor::closed);
    const auto first = supervisor->shutDown(), second = supervisor->shutDown();
    QVERIFY(supervisor->status().shuttingDown);
    QVERIFY(await(first) && await(second));
    QCOMPARE(closing.size(), 1);
    QCOMPARE(closed.size(), 1);
    QVERIFY(!FolderLock::isHeld(bench.folder.lock()));
    QVERIFY(!QFile::exists(bench.folder.children()));
    QCOMPARE(FolderCleanup::count(bench.folder), 0);
}

void TestSupervisor::nothingStartsWhileItShutsDown()
{
    SuperviseBench bench(calm);
    QVERIFY(bench.save(three(bench)));
    const auto supervisor = make(bench);
    QVERIFY(supervisor->open());
    const auto early = supervisor->start(); // asked just before
    const auto over = supervisor->shutDown();
    for (const auto &asked : {supervisor->start(), supervisor->stop(), supervisor->restart()})
        QCOMPARE(await(asked).error().code, Error::Code::Conflict);
    QVERIFY(await(over));
    QVERIFY(!await(early) || bench.tools.calls().isEmpty());
    QCOMPARE(FolderCleanup::count(bench.folder), 0);
}

void TestSupervisor::changesAreTold()
{
    SuperviseBench bench(calm);
    QVERIFY(bench.save(three(bench)));
    const auto supervisor = make(bench);
    QVERIFY(supervisor->open());
    QVERIFY(await(supervisor->start()));
    drainEvents();
    QSignalSpy changed(supervisor.get(), &Supervisor::changed);
    ::kill(pid_t(supervisor->status().find("web")->pid), SIGKILL);
    QTRY_COMPARE(supervisor->status().find("web")->restarts, 1);
    QTRY_COMPARE(stateOf(supervisor->status(), "web"), ComponentState::Running);
    drainEvents();
    QVERIFY(changed.size() >= 2 && changed.size() <= 4);
    QVERIFY(await(supervisor->shutDown()));
}

void TestSupervisor::leftoversAreEnded()
{
    SuperviseBench bench("on faketool web\nignore\nhang\n");
    const ChildRecord stray = strayOf(bench, "web");
    QVERIFY(stray.leader.isKnown());
    ChildRecords records(bench.folder.children());
    QVERIFY(records.add(stray));
    const auto supervisor = make(bench);
    QVERIFY(supervisor->open());
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(stray.leader), 20000);
    QTRY_VERIFY(bench.supervisorLog().contains("Ended 1 process"));
    QVERIFY(!QFile::exists(bench.folder.children()));
}

void TestSupervisor::reusedIdIsNotSignalled()
{
    SuperviseBench bench("on faketool web\nhang\n");
    const ChildRecord stray = strayOf(bench, "web");
    QVERIFY(stray.leader.isKnown());
    ChildRecords records(bench.folder.children());
    ChildRecord earlier = stray, otherBoot = stray;
    earlier.leader.started -= 100; // what had that id before
    otherBoot.leader.boot = "the boot before";
    QVERIFY(records.add(earlier));
    QVERIFY(records.add(otherBoot));
    {
        const auto supervisor = make(bench);
        QVERIFY(supervisor->open());
        QVERIFY(await(supervisor->shutDown()));
    }
    QVERIFY(isAlive(stray.leader));
    QVERIFY(records.add(earlier));
    QCOMPARE(*await(FolderCleanup::run(bench.folder, bench.clock, this)), 0);
    QVERIFY(isAlive(stray.leader));
}

void TestSupervisor::startWaitsForLeftovers()
{
    SuperviseBench bench("on faketool old\nonterm 0\nhang\non faketool web\nout ready\nhang\n");
    const ChildRecord stray = strayOf(bench, "old");
    ChildRecords records(bench.folder.children());
    QVERIFY(records.add(stray));
    QVERIFY(bench.save({bench.component("web")}));
    const auto supervisor = make(bench);
    QVERIFY(supervisor->open());
    QVERIFY(await(supervisor->start()));
    QVERIFY(!isAlive(stray.leader));
    QCOMPARE(stateOf(supervisor->status(), "web"), ComponentState::Running);
    QVERIFY(await(supervisor->shutDown()));
}

void TestSupervisor::recordsCannotBeWritten()
{
    SuperviseBench bench(calm);
    QVERIFY(bench.save(three(bench)));
    QVERIFY(QDir().mkpath(bench.folder.children() + "/in-the-way"));
    const auto supervisor = make(bench);
    QVERIFY(supervisor->open());
    QVERIFY(await(supervisor->start({"web"})));
    QCOMPARE(stateOf(supervisor->status(), "web"), ComponentState::Running);
    QVERIFY(supervisor->status().problem.contains("children.json"));
    QVERIFY(await(supervisor->shutDown()));
    QCOMPARE(FolderCleanup::count(bench.folder), 0);
}

void TestSupervisor::cleanupWithoutSupervisor()
{
    SuperviseBench bench("on faketool web\nhang\n");
    const ChildRecord stray = strayOf(bench, "web");
    ChildRecords records(bench.folder.children());
    QVERIFY(records.add(stray));
    {
        auto lock = FolderLock::take(bench.folder.lock());
        QCOMPARE(await(FolderCleanup::run(bench.folder, bench.clock, this)).error().code, Error::Code::Conflict);
        QVERIFY(isAlive(stray.leader));
    }
    QCOMPARE(FolderCleanup::count(bench.folder), 1);
    QCOMPARE(*await(FolderCleanup::run(bench.folder, bench.clock, this)), 1);
    QVERIFY(!isAlive(stray.leader));
    QVERIFY(!QFile::exists(bench.folder.children()) && !FolderLock::isHeld(bench.folder.lock()));
    QCOMPARE(*await(FolderCleanup::run({QDir("/no/such/folder")}, bench.clock, this)), 0);
}

QTEST_GUILESS_MAIN(TestSupervisor)
#include "tst_Supervisor.moc"
