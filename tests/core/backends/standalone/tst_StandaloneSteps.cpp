// SPDX-License-Identifier: Apache-2.0
// The steps of a run without containers against parts that run: what is restarted, what has to end first, what the record says meanwhile.
#include "core/backends/standalone/CheckStep.h"
#include "core/backends/standalone/DatabaseGate.h"
#include "core/backends/standalone/DatabaseStep.h"
#include "core/backends/standalone/EnvironmentStep.h"
#include "core/backends/standalone/PartsStep.h"
#include "core/backends/standalone/PrepareStep.h"
#include "core/backends/standalone/StandaloneCheck.h"
#include "core/backends/standalone/StartPlan.h"
#include "core/supervise/FolderLock.h"
#include "tests/core/backends/standalone/StandaloneBench.h"
#include "tests/core/workspace/OpenWorkspace.h"

#include <QSet>
#include <QTest>

using namespace windsock;
using namespace windsock::standalone;
using namespace std::chrono_literals;

class tst_StandaloneSteps : public QObject
{
    Q_OBJECT
private slots:
    void init() { m = std::make_unique<StandaloneBench>(); }
    void cleanup() { m.reset(); }
    void nothingHasChanged();
    void previewsFollowTheLook_data();
    void previewsFollowTheLook();
    void filesThatNameNoVersionEndALook();
    void aPartThatWasGivenUp();
    void otherFilesRestartTheParts_data();
    void otherFilesRestartTheParts();
    void theDatabaseIsPreparedBesideTheParts_data();
    void theDatabaseIsPreparedBesideTheParts();
    void anUnpreparedDatabaseEndsTheParts_data();
    void anUnpreparedDatabaseEndsTheParts();
    void aGateOfAKilledStartIsTakenAway();
    void aPartThatIsNotWantedAnyMore();
    void anEditedFileIsAnotherEnvironment();
    void restartEndsWhatRuns();
    void theRecordSaysWhatIsThere();
    void anEnvironmentThatIsThereIsNamed();
    void deleteKeepsSupervisorsAway();
    void closedLogsAreNoReasonNotToStart();
    void whenFetchingHelps();

private:
    static Step stepOf(const Plan &plan, const QString &id)
    {
        for (const Step &step : plan.steps) {
            if (step.id == id)
                return step;
        }
        return {};
    }
    Result<> run(const Step &step) { return await(step.run(m->context)); }
    std::unique_ptr<StandaloneBench> m;
};

// Inside of a callback, which QCOMPARE would return from.
#define COMPARE_OR_SAY(seen, wanted) QTest::qCompare(seen, wanted, #seen, #wanted, __FILE__, __LINE__)

#define VERIFY_RUN(step) \
    do { \
        const Result<> done = run(step); \
        QVERIFY2(done, done ? "" : qPrintable(done.error().report())); \
    } while (false)

void tst_StandaloneSteps::nothingHasChanged()
{
    QVERIFY(m->run(m->record()));
    const StandaloneFactsPtr facts = m->noFacts();
    VERIFY_RUN(checkStep(facts));
    QVERIFY(facts->upToDate);
    QCOMPARE(m->saved(), m->record());
}

void tst_StandaloneSteps::previewsFollowTheLook_data()
{
    QTest::addColumn<QString>("there"); // "nothing", "stopped", "running", "triggerer given up", "other objects"
    QTest::addColumn<QString>("plan");
    QTest::addColumn<QString>("shown"); // steps with the number of their commands
    QTest::newRow("start, nothing there") << "nothing"
                                          << "start"
                                          << "environment 3 database 4 prepare 1 parts 3";
    QTest::newRow("start, stopped") << "stopped"
                                    << "start"
                                    << "database 1 parts 3";
    QTest::newRow("start, running") << "running"
                                    << "start"
                                    << "";
    QTest::newRow("start, a part was given up") << "triggerer given up"
                                                << "start"
                                                << "parts 1";
    QTest::newRow("start, other objects in the values") << "other objects"
                                                        << "start"
                                                        << "prepare 1";
    QTest::newRow("restart, running") << "running"
                                      << "restart"
                                      << "parts 3";
    QTest::newRow("reset, running") << "running"
                                    << "reset"
                                    << "database 4 prepare 1 parts 3";
}

void tst_StandaloneSteps::previewsFollowTheLook()
{
    QFETCH(QString, there);
    QFETCH(QString, plan);
    if (there == "nothing")
        QVERIFY(QDir(m->kit.store.folder()).removeRecursively());
    if (there == "triggerer given up")
        m->partDies("triggerer");
    StandaloneRecord record = m->record();
    if (there == "other objects")
        record.prepared = m->environment + " others";
    if (there == "stopped")
        QVERIFY(AirflowHome(m->wish, m->places).write() && record.save(m->places.record));
    else if (there != "nothing")
        QVERIFY(m->run(record));
    if (there == "triggerer given up")
        m->lives.advance(10s);
    const StandaloneFactsPtr facts = m->noFacts();
    const Plan made = plan == "start" ? startPlan(facts) : plan == "restart" ? restartPlan(facts) : resetPlan(facts);
    QVERIFY(made.look);
    QVERIFY(await(made.look({})));
    QStringList shown;
    for (const Step &step : made.steps) {
        const QList<Command> commands = step.preview ? step.preview() : QList<Command>{};
        if (!commands.isEmpty())
            shown += step.id + u' ' + QString::number(commands.size());
    }
    QTEST(shown.join(u' '), "shown");
    QCOMPARE(m->runner.commands().size(), 0);
    const Cancel canceled;
    canceled.request();
    const Result<> ended = await(made.look(canceled));
    QVERIFY(!ended && ended.error().isCancel());
}

void tst_StandaloneSteps::filesThatNameNoVersionEndALook()
{
    const OpenWorkspace bench;
    const Workspace unnamed = bench.open("airflow: {image: {tag: local}}\n");
    const auto facts = std::make_shared<StandaloneFacts>(unnamed, m->session, m->kit, m->probe);
    const Result<> looked = await(startPlan(facts).look({}));
    QVERIFY(!looked);
    QCOMPARE(looked.error().report(), StandaloneWish::of(unnamed).error().report());
}

void tst_StandaloneSteps::aPartThatWasGivenUp()
{
    m->partDies("triggerer");
    QVERIFY(m->run(m->record()));
    m->lives.advance(10s);
    QCOMPARE(m->stateOf(triggererPart), ComponentState::CrashLoop);
    // Database and scheduler are healthy, as Airflow says; there is something to do all the same.
    const StandaloneFactsPtr checked = m->noFacts();
    const Result<> end = run(checkStep(checked)); // as far as it comes without a Python
    QVERIFY(checked->look.isHealthy());
    QVERIFY2(!checked->upToDate, end ? "" : qPrintable(end.error().report()));
    // Its end is over before anybody waits for the new one; the others go on.
    m->partsLive();
    VERIFY_RUN(partsStep(m->facts(m->record())));
    QCOMPARE(m->stateOf(triggererPart), ComponentState::Stopped);
    QCOMPARE(m->stateOf(webPart), ComponentState::Running);
    QCOMPARE(m->starts("webserver"), 1);
}

void tst_StandaloneSteps::aPartThatIsNotWantedAnyMore()
{
    QVERIFY(m->run(m->record()));
    QCOMPARE(m->stateOf(triggererPart), ComponentState::Running);
    const StandaloneFactsPtr facts = m->facts(m->record());
    const auto isUpToDateNow = [this, &facts] { return isUpToDate(*facts->wish, m->workspace, m->places, facts->look, m->kit.store); };
    QVERIFY(isUpToDateNow());
    facts->wish->hasTriggerer = false;
    QVERIFY(!isUpToDateNow());
    VERIFY_RUN(partsStep(facts));
    VERIFY_RUN(waitStep(facts));
    QVERIFY(!m->supervisor->status().find(triggererPart));
    QCOMPARE(m->stateOf(webPart), ComponentState::Running);
    QCOMPARE(m->starts("webserver"), 1);
    QCOMPARE(m->starts("triggerer"), 1);
}

void tst_StandaloneSteps::otherFilesRestartTheParts_data()
{
    QTest::addColumn<bool>("isSetting");
    QTest::newRow("a setting that is a secret") << true;
    QTest::newRow("a file of the values") << false;
}

void tst_StandaloneSteps::otherFilesRestartTheParts()
{
    QFETCH(bool, isSetting);
    QVERIFY(m->run(m->record()));
    const StandaloneFactsPtr same = m->facts(m->record());
    VERIFY_RUN(partsStep(same));
    QCOMPARE(m->starts("webserver"), 1);
    const StandaloneFactsPtr facts = m->facts(m->record());
    const auto secret = std::make_shared<const SecretString>(QByteArray("hush-4711"));
    if (isSetting)
        facts->wish->settings.settings += AirflowSetting{.name = "AIRFLOW__SMTP__SMTP_PASSWORD", .secret = secret};
    else
        facts->wish->files.files += AirflowFile{"webserver_config.py", "AUTH_TYPE = 1\n", "key", {}};
    QVERIFY(AirflowHome(*facts->wish, facts->places).write()); // as preparing the database does, some steps before
    VERIFY_RUN(partsStep(facts));
    QCOMPARE(m->starts("webserver"), 2);
    QCOMPARE(m->starts("scheduler"), 2);
    QCOMPARE(m->stateOf(triggererPart), ComponentState::Stopped); // comes when the page answers
    for (const Command &command : m->children.commands()) {
        for (const QString &value : command.environment)
            QVERIFY(!value.contains("hush"));
    }
}

void tst_StandaloneSteps::theDatabaseIsPreparedBesideTheParts_data()
{
    QTest::addColumn<QString>("prepared");
    QTest::addColumn<QString>("before"); // what an earlier Start has left: "parts", "gate" of a killed one, "nothing"
    QTest::addColumn<int>("lives");      // of the web page, by the time that the database is prepared
    QTest::newRow("nothing runs") << "%1 objects"
                                  << "nothing" << 2;
    QTest::newRow("another environment runs") << "airflow-2.9.0-py3.11-1 objects"
                                              << "parts" << 2;
    QTest::newRow("other objects only") << "%1 objects"
                                        << "parts" << 1;
    QTest::newRow("parts of a killed start wait") << "%1 objects"
                                                  << "parts gate" << 2;
    QTest::newRow("parts of a killed start have ended") << "%1 objects"
                                                        << "gate" << 2;
}

void tst_StandaloneSteps::theDatabaseIsPreparedBesideTheParts()
{
    QFETCH(QString, prepared);
    QFETCH(QString, before);
    QFETCH(int, lives);
    StandaloneRecord record = m->record();
    record.prepared = prepared.contains(u'%') ? prepared.arg(m->environment) : prepared;
    QVERIFY(m->run(record));
    if (!before.contains("parts"))
        QVERIFY(await(m->supervisor->stop()));
    if (before.contains("gate"))
        QVERIFY(writeFile(m->places.gate, {}));
    int prepares = 0;
    m->runner.when(m->preparing(), [this, &prepares, lives](const Command &) {
        ++prepares;
        COMPARE_OR_SAY(m->starts("webserver"), lives);
        COMPARE_OR_SAY(m->stateOf(webPart), ComponentState::Running);
        // A part that has its life from an earlier Start works; one that was begun now waits.
        COMPARE_OR_SAY(FolderLock::isHeld(m->places.gate), lives == 2);
        return ScriptedReply{.out = "windsock: migrate 1\n"};
    });
    const StandaloneFactsPtr facts = m->facts(record);
    QCOMPARE(facts->earlierRuns(), before.contains("parts"));
    VERIFY_RUN(prepareStep(facts));
    QCOMPARE(prepares, 1);
    QVERIFY(!DatabaseGate::isThere(m->places.gate));
    QCOMPARE(m->saved().prepared, m->record().prepared);
    VERIFY_RUN(partsStep(facts));
    for (const char *part : {webPart, schedulerPart})
        QCOMPARE(m->stateOf(part), ComponentState::Running);
    QCOMPARE(m->starts("webserver"), lives);
    QCOMPARE(m->starts("scheduler"), lives);
}

void tst_StandaloneSteps::anUnpreparedDatabaseEndsTheParts_data()
{
    QTest::addColumn<bool>("isCancel");
    QTest::newRow("the script failed") << false;
    QTest::newRow("canceled") << true;
}

void tst_StandaloneSteps::anUnpreparedDatabaseEndsTheParts()
{
    QFETCH(bool, isCancel);
    StandaloneRecord record = m->record();
    record.prepared = m->environment + " objects";
    QVERIFY(m->run(record));
    QVERIFY(await(m->supervisor->stop()));
    const Cancel cancel;
    m->runner.when(m->preparing(), [this, isCancel, cancel](const Command &) {
        COMPARE_OR_SAY(m->stateOf(webPart), ComponentState::Running);
        if (isCancel)
            QMetaObject::invokeMethod(
                &m->api, [cancel] { cancel.request(); }, Qt::QueuedConnection);
        return isCancel ? ScriptedReply{.hangs = true} : ScriptedReply{.err = "no such revision\n", .exitCode = 1};
    });
    RunContext context("test", m->runner, m->clock, cancel, nullptr);
    const Result<> done = await(prepareStep(m->facts(record)).run(context));
    QVERIFY(!done);
    QCOMPARE(done.error().isCancel(), isCancel);
    if (!isCancel)
        QCOMPARE(done.error().rule, QString("standalone.prepare"));
    for (const char *part : {webPart, schedulerPart, triggererPart})
        QCOMPARE(m->stateOf(part), ComponentState::Stopped);
    QVERIFY(!DatabaseGate::isThere(m->places.gate));
    QCOMPARE(m->saved().prepared, record.prepared);
    QCOMPARE(m->runner.running(), 0);
}

void tst_StandaloneSteps::aGateOfAKilledStartIsTakenAway()
{
    QVERIFY(m->run(m->record()));
    QVERIFY(await(m->supervisor->stop()));
    QVERIFY(writeFile(m->places.gate, {})); // killed between its last word to the record and its end
    VERIFY_RUN(partsStep(m->facts(m->record())));
    QVERIFY(!DatabaseGate::isThere(m->places.gate));
    QCOMPARE(m->stateOf(webPart), ComponentState::Running);
}

void tst_StandaloneSteps::anEditedFileIsAnotherEnvironment()
{
    const OpenWorkspace bench;
    bench.folder.write("requirements.txt", "-c constraints.txt\n./pkg\n--find-links ./wheels\n");
    bench.folder.write("constraints.txt", "pandas==2.2.1\n");
    bench.folder.write("pkg/setup.py", "one");
    bench.folder.write("wheels/a-1-py3-none-any.whl", "one");
    bench.folder.write("readme.txt", "one");
    const auto idNow = [&bench] {
        const auto wish = StandaloneWish::of(bench.open("airflow: {image: {tag: 2.10.5-python3.11}}\n"));
        return wish ? wish->specFor({3, 11}).id() : wish.error().report();
    };
    const QString before = idNow();
    QVERIFY2(before.startsWith("airflow-2.10.5-"), qPrintable(before));
    QSet<QString> ids{before};
    for (const char *file : {"constraints.txt", "pkg/setup.py", "wheels/a-1-py3-none-any.whl"}) {
        bench.folder.write(QString::fromLatin1(file), "numpy==1.26.0\n");
        ids.insert(idNow());
    }
    QCOMPARE(ids.size(), 4);
    const QString after = idNow();
    bench.folder.write("readme.txt", "other");
    QCOMPARE(idNow(), after);
}

void tst_StandaloneSteps::restartEndsWhatRuns()
{
    QVERIFY(m->run(m->record()));
    const StandaloneFactsPtr facts = m->facts(m->record());
    facts->wish->airflow = airflowFacts("3.2.2").value(); // which has a part that does not run yet
    facts->upToDate = true;
    VERIFY_RUN(stepOf(restartPlan(facts), "restart"));
    for (const char *part : {webPart, schedulerPart, triggererPart})
        QCOMPARE(m->stateOf(part), ComponentState::Stopped);
    QVERIFY(!facts->upToDate && !facts->earlierRuns());
}

void tst_StandaloneSteps::theRecordSaysWhatIsThere()
{
    const StandaloneRecord before{.airflow = "2.9.0", .python = "3.10", .environment = "old", .prepared = "old 1", .port = 1111};
    const StandaloneFactsPtr facts = m->noFacts();
    facts->look.record = before;
    facts->record = m->record();
    facts->record.port = 2222;
    const auto saved = [this, &facts] {
        const Result<> done = facts->save();
        return done ? m->saved() : StandaloneRecord();
    };
    // The new one is not made yet, and nothing runs.
    QCOMPARE(saved().environment + ' ' + saved().airflow + ' ' + saved().python, QString("old 2.9.0 3.10"));
    QCOMPARE(saved().port, 2222);
    // What runs answers where it did.
    facts->look.supervisor = SupervisorStatus{.components = {{.id = "web", .title = "Web page", .state = ComponentState::Running}}};
    QCOMPARE(saved().port, 1111);
    facts->environment.id = facts->record.environment;
    QCOMPARE(saved().environment, m->environment);
    QCOMPARE(QString::number(saved().port) + ' ' + saved().airflow, QString("1111 2.9.0"));
    facts->earlierEnded = true;
    QCOMPARE(saved(), facts->record);
    // A first start: there was nothing before.
    facts->look = {};
    facts->environment = {};
    QCOMPARE(saved().environment, QString());
    QCOMPARE(QString::number(saved().port) + ' ' + saved().airflow, QString("2222 2.10.5"));
}

void tst_StandaloneSteps::anEnvironmentThatIsThereIsNamed()
{
    const StandaloneFactsPtr facts = m->noFacts();
    facts->wish = m->wish;
    facts->record = m->record();
    const Step step = environmentStep(facts);
    QVERIFY(facts->save());
    QCOMPARE(m->saved().environment, QString());
    const auto isDone = await(step.isDone(m->context));
    QVERIFY(isDone && *isDone);
    QCOMPARE(m->saved().environment, m->environment);
}

void tst_StandaloneSteps::deleteKeepsSupervisorsAway()
{
    QVERIFY(m->record().save(m->places.record));
    const Step remove = stepOf(deletePlan(m->noFacts()), "delete");
    {
        const auto held = FolderLock::take(m->places.supervisor.lock());
        QVERIFY(held);
        const Result<> refused = run(remove);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Error::Code::Conflict);
        QCOMPARE(m->saved(), m->record());
    }
    VERIFY_RUN(remove);
    QVERIFY(!m->places.state.exists());
}

void tst_StandaloneSteps::closedLogsAreNoReasonNotToStart()
{
    QVERIFY(m->wish.folders.logs);
    const auto said = [this](const StandalonePreflight &seen) {
        QList<Finding> findings = judgeStandalone(seen, m->workspace, m->wish, {});
        findings.removeIf([](const Finding &finding) { return finding.rule != "logs.closed"; });
        return findings;
    };
    StandalonePreflight seen;
    QVERIFY(said(seen).isEmpty());
    seen.closedLogs = m->wish.folders.logs->host + "/dag_id=sales";
    const QList<Finding> findings = said(seen);
    QCOMPARE(findings.size(), 1);
    QVERIFY(!hasFailure(findings));
    QVERIFY2(findings.first().why.contains(seen.closedLogs), qPrintable(findings.first().why));
    QVERIFY2(findings.first().todo.contains("\"$USER\" \"" + m->wish.folders.logs->host + '"'), qPrintable(findings.first().todo));
}

void tst_StandaloneSteps::whenFetchingHelps()
{
    const Version fetched = EmbeddedPostgres::version();
    QVERIFY(EmbeddedPostgres::id().startsWith(QStringLiteral("postgres-%1.%2.").arg(fetched.major).arg(fetched.minor)));
    FoundPostgres found;
    found.usable = {PostgresInstallation{"/usr/lib/postgresql/15/bin", {15, 13, 0}}};
    QVERIFY(isWorthFetching(choosePostgres({}, {}).error(), {})); // none at all
    QVERIFY(!isWorthFetching(choosePostgres(found, fetched.major - 1).error(), fetched.major - 1));
    QVERIFY(!isWorthFetching(Error::canceled(), fetched.major));
    // The one that made the data folder is gone, and ours can read it: nobody has to lose a database.
    QCOMPARE(isWorthFetching(choosePostgres(found, fetched.major).error(), fetched.major), EmbeddedPostgres::isMadeForThisMachine());
}

QTEST_GUILESS_MAIN(tst_StandaloneSteps)
#include "tst_StandaloneSteps.moc"
