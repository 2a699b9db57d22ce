// SPDX-License-Identifier: Apache-2.0
// Runs are kept on disk while they go on, in full, without secrets, and read back newest first.
#include "core/cluster/RunJournal.h"
#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ScriptedRunner.h"
#include "tests/support/TempWorkspace.h"

#include <QtTest>

using namespace windsock;
using namespace std::chrono_literals;

class tst_RunJournal : public QObject
{
    Q_OBJECT
private slots:
    void keepsEverything();
    void keepsWhatAKilledProgramHad();
    void failureIsKept();
    void secretsStayOut();
    void attachmentsStayInTheFolder();
    void medianOfTheLastFive();
    void eachModeHasItsOwnTimes();
    void oldRunsGo();
    void damagedFoldersAreLeftOut();
    void clocksThatAreSetBack();
    void theEndOfALongLogIsReadFromItsEnd();

private:
    Result<> drive(RunJournal &journal, Plan plan, Intent intent = Intent::Start, const QString &mode = {});
    TempWorkspace m_folder;
    FakeClock m_clock;
    Redactor m_redactor;
    ScriptedRunner m_runner{&m_clock};
};

static Step step(const QString &id, std::function<Async<>(RunContext &)> run)
{
    return {.id = id, .title = id.toUpper(), .run = std::move(run)};
}
static Step good(const QString &id)
{
    return step(id, [](RunContext &) { return ready(); });
}

Result<> tst_RunJournal::drive(RunJournal &journal, Plan plan, Intent intent, const QString &mode)
{
    PlanRun run(std::move(plan), m_runner, m_clock);
    journal.follow(&run, intent, mode);
    run.start();
    drainEvents();
    journal.finish(run.result());
    m_clock.advance(1s); // folders are named by time
    return run.result();
}

void tst_RunJournal::keepsEverything()
{
    m_runner.on(Tool::Docker, {"info"}, {.out = "one\ntwo\n", .err = "hm\n"});
    RunJournal journal(QDir(m_folder.path("all")), m_clock, m_redactor);
    const Plan plan{"Start", {step("look", [](RunContext &context) {
                        context.progress("looking");
                        context.note("a note");
                        return andThen(context.run({.tool = Tool::Docker, .args = {"info"}}), &context,
                                       [](const CommandOutput &) { return Result<>(); });
                    })}};
    QVERIFY(drive(journal, plan));
    const QList<RunRecord> runs = journal.recent(10);
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs[0].outcome, "done");
    QCOMPARE(runs[0].intent, Intent::Start);
    QCOMPARE(runs[0].steps.value(0).note, "looking");
    QCOMPARE(runs[0].steps.value(0).state, StepState::Done);
    QFile log(runs[0].folder + "/01-look.log");
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray text = log.readAll();
    for (const char *part : {"# a note", "$ docker info", "  one", "  two", "  hm"})
        QVERIFY2(text.contains(part), text.constData());
    QVERIFY(journal.commands().contains("\ndocker info\n"));
    QVERIFY(journal.lastLines("look", 2).contains("hm"));
    // Another program finds the same: `windsock runs --report` is one.
    const RunJournal later(QDir(m_folder.path("all")), m_clock, m_redactor);
    QCOMPARE(later.commands(), journal.commands());
    QCOMPARE(later.lastLines("look", 2), journal.lastLines("look", 2));
    const RunJournal none(QDir(m_folder.path("none yet")), m_clock, m_redactor);
    QCOMPARE(none.commands() + none.lastLines("look", 2), QString());
    // Only the owner can look at what a run left.
    QCOMPARE(QFile::permissions(runs[0].folder) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void tst_RunJournal::keepsWhatAKilledProgramHad()
{
    RunJournal journal(QDir(m_folder.path("killed")), m_clock, m_redactor);
    PlanRun run({"Start",
                 {step("long",
                       [](RunContext &context) {
                           context.note("begun");
                           return Promise<>().future();
                       })}},
                m_runner, m_clock);
    journal.follow(&run, Intent::Start);
    run.start();
    m_clock.advance(1s); // the journal's own flush
    RunJournal other(QDir(m_folder.path("killed")), m_clock, m_redactor);
    QCOMPARE(other.recent(1).value(0).outcome, "running");
    QVERIFY(!other.recent(1).value(0).folder.isEmpty());
    QFile log(other.recent(1).value(0).folder + "/01-long.log");
    QVERIFY(log.open(QIODevice::ReadOnly));
    QVERIFY(log.readAll().contains("begun"));
}

void tst_RunJournal::failureIsKept()
{
    RunJournal journal(QDir(m_folder.path("failed")), m_clock, m_redactor);
    const Error error{.code = Error::Code::Conflict,
                      .what = "Port 8080 is taken",
                      .why = "gunicorn",
                      .todo = "Stop it",
                      .rule = "port.taken",
                      .evidence = "line"};
    QVERIFY(!drive(journal, {"Start", {good("a"), step("b", [error](RunContext &) { return failed(error); }), good("c")}}));
    const RunRecord run = journal.recent(1).value(0);
    QCOMPARE(run.outcome, "failed");
    QVERIFY(run.error);
    QCOMPARE(run.error->rule, "port.taken");
    QCOMPARE(run.error->code, Error::Code::Conflict);
    QCOMPARE(run.steps.value(1).state, StepState::Failed);
    QCOMPARE(run.steps.value(2).state, StepState::Waiting);
    QVERIFY(!drive(journal, {"Start", {step("x", [](RunContext &) { return failed(Error::canceled()); })}}));
    QCOMPARE(journal.recent(1).value(0).outcome, "canceled");
    QVERIFY(!journal.recent(1).value(0).error);
}

void tst_RunJournal::secretsStayOut()
{
    const auto secret = std::make_shared<const SecretString>(QByteArray("canary-4711"));
    m_redactor.add(secret);
    RunJournal journal(QDir(m_folder.path("secret")), m_clock, m_redactor);
    const Error error{.code = Error::Code::ToolFailed, .what = "no", .evidence = "login with canary-4711"};
    QVERIFY(!drive(journal, {"Start", {step("s", [error](RunContext &context) {
                                 context.note("token canary-4711");
                                 context.progress("canary-4711");
                                 return failed(error);
                             })}}));
    for (const QFileInfo &file : QDir(journal.recent(1).value(0).folder).entryInfoList(QDir::Files)) {
        QFile content(file.filePath());
        QVERIFY(content.open(QIODevice::ReadOnly));
        QVERIFY2(!content.readAll().contains("canary-4711"), qPrintable(file.fileName()));
    }
}

void tst_RunJournal::attachmentsStayInTheFolder()
{
    RunJournal journal(QDir(m_folder.path("attached")), m_clock, m_redactor);
    QVERIFY(drive(journal, {"Start", {step("s", [](RunContext &context) {
                                context.attach("patch.diff", "+ one\n");
                                context.attach("../../escape", "no");
                                return ready();
                            })}}));
    const QDir folder(journal.recent(1).value(0).folder);
    QVERIFY(folder.exists("patch.diff"));
    QVERIFY(folder.exists("escape"));
    QVERIFY(!QFile::exists(m_folder.path("attached/escape")));
}

void tst_RunJournal::medianOfTheLastFive()
{
    RunJournal journal(QDir(m_folder.path("median")), m_clock, m_redactor);
    QCOMPARE(journal.usualDuration(Intent::Start, "a"), 0ms);
    for (const int seconds : {100, 3, 1, 9, 2, 4}) { // the first is the sixth last
        QVERIFY(drive(journal, {"Start", {step("a", [this, seconds](RunContext &) {
                                    m_clock.advance(std::chrono::seconds(seconds));
                                    return ready();
                                })}}));
    }
    QCOMPARE(journal.usualDuration(Intent::Start, "a"), 3000ms);
    QCOMPARE(journal.usualDuration(Intent::Stop, "a"), 0ms);
}

void tst_RunJournal::eachModeHasItsOwnTimes()
{
    RunJournal journal(QDir(m_folder.path("modes")), m_clock, m_redactor);
    const auto lasting = [this](int seconds) {
        return Plan{"Start", {step("wait", [this, seconds](RunContext &) {
                        m_clock.advance(std::chrono::seconds(seconds));
                        return ready();
                    })}};
    };
    QVERIFY(drive(journal, lasting(50), Intent::Start, "far"));
    QVERIFY(drive(journal, lasting(4), Intent::Start, "near"));
    QCOMPARE(journal.usualDuration(Intent::Start, "wait", "far"), 50000ms);
    QCOMPARE(journal.usualDuration(Intent::Start, "wait", "near"), 4000ms);
    QCOMPARE(journal.recent(1).value(0).mode, "near");
    QCOMPARE(toJson(journal.recent(1).value(0))["mode"].toString(), "near");
}

void tst_RunJournal::oldRunsGo()
{
    RunJournal journal(QDir(m_folder.path("old")), m_clock, m_redactor, 3);
    for (int run = 0; run < 6; ++run)
        QVERIFY(drive(journal, {"Stop", {good("a")}}, Intent::Stop));
    QTRY_COMPARE(QDir(m_folder.path("old/runs")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 3);
    QCOMPARE(journal.recent(100).size(), 3);
    QVERIFY(journal.recent(2)[0].begun > journal.recent(2)[1].begun);
    // A clock that was ahead has left folders that sort after all others: the run under way keeps its own.
    for (const char *ahead : {"1", "2", "3"})
        m_folder.makeFolder(QStringLiteral("old/runs/99990101-000000-000-") + QLatin1String(ahead));
    const auto says = [](RunContext &context) {
        context.note("a note");
        return ready();
    };
    QVERIFY(drive(journal, {"Stop", {step("a", says)}}, Intent::Stop));
    QVERIFY(QFile::exists(journal.currentFolder() + "/01-a.log"));
}

void tst_RunJournal::damagedFoldersAreLeftOut()
{
    m_folder.write("damaged/runs/20250101-000000-000-start/run.json", "{\"intent\": \"sta");
    m_folder.write("damaged/runs/20250101-000001-000-start/run.json", "{\"intent\": \"sing\"}");
    m_folder.makeFolder("damaged/runs/20250101-000002-000-start");
    RunJournal journal(QDir(m_folder.path("damaged")), m_clock, m_redactor);
    QVERIFY(journal.recent(10).isEmpty());
}

// In autumn the hour from two to three comes twice.
void tst_RunJournal::clocksThatAreSetBack()
{
    RunJournal journal(QDir(m_folder.path("autumn")), m_clock, m_redactor);
    m_clock.setNow(QDateTime::fromString("2025-10-26T02:30:00+02:00", Qt::ISODate));
    QVERIFY(drive(journal, {"Start", {good("a")}}, Intent::Start));
    m_clock.setNow(QDateTime::fromString("2025-10-26T02:10:00+01:00", Qt::ISODate));
    QVERIFY(drive(journal, {"Stop", {good("a")}}, Intent::Stop));
    QCOMPARE(journal.recent(1).value(0).intent, Intent::Stop);
    QVERIFY(journal.recent(2).value(1).folder.contains("/20251026-00"));
}

// A log with a hole that is larger than anything that should be read.
void tst_RunJournal::theEndOfALongLogIsReadFromItsEnd()
{
    RunJournal journal(QDir(m_folder.path("long")), m_clock, m_redactor);
    QVERIFY(drive(journal, {"Start", {good("look")}}));
    QFile log(journal.currentFolder() + "/01-look.log");
    QVERIFY(log.open(QIODevice::WriteOnly));
    constexpr qint64 hole = 1024ll * 1024 * 1024;
    QVERIFY(log.resize(hole) && log.seek(hole));
    log.flush();
    const QString noBreak = journal.lastLines("look", 60);
    QVERIFY2(!noBreak.isEmpty() && noBreak.size() < 2 * 1024 * 1024, "a line of any length");
    for (int line = 1; line <= 100'000; ++line)
        log.write("\nline " + QByteArray::number(line));
    log.write("\n");
    log.close();
    const QString few = journal.lastLines("look", 60), many = journal.lastLines("look", 20'000); // more than a block
    QVERIFY2(few.startsWith(QStringLiteral("line 99941\nline 99942\n")), qPrintable(few.left(50)));
    QVERIFY(few.endsWith(QStringLiteral("\nline 100000\n")));
    QCOMPARE(few.count(u'\n'), 60);
    QVERIFY2(many.startsWith(QStringLiteral("line 80001\n")), qPrintable(many.left(50)));
    QCOMPARE(many.count(u'\n'), 20'000);
}

QTEST_GUILESS_MAIN(tst_RunJournal)
#include "tst_RunJournal.moc"
