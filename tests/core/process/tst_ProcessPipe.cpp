// SPDX-License-Identifier: Apache-2.0
// Two real children in a row: with and without a filter, with ends that fail, hang or stop reading.
#include "core/process/ChildPipe.h"

#include "tests/support/Await.h"
#include "tests/support/FakeTools.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace windsock;
using namespace std::chrono_literals;

namespace {
const QString tools = QStringLiteral(BUILD_ROOT "/faketools");
const Command source{.tool = Tool::Docker, .args = {QStringLiteral("save")}, .grace = std::chrono::seconds(1)};
const Command sink{.tool = Tool::Kind, .args = {QStringLiteral("load")}, .grace = std::chrono::seconds(1)};

// Upper case, and a last word; fails when told to.
class Louder : public ByteFilter
{
public:
    explicit Louder(qint64 failsAfter = -1) : m_failsAfter(failsAfter) {}
    Result<QByteArray> push(QByteArrayView bytes) override
    {
        seen += bytes.size();
        if (m_failsAfter >= 0 && seen > m_failsAfter)
            return Error{Error::Code::BadInput, QStringLiteral("This is no archive")};
        return bytes.toByteArray().toUpper();
    }
    Result<QByteArray> finish() override
    {
        finished = true;
        return QByteArray("THE END\n");
    }
    qint64 seen = 0;
    bool finished = false;

private:
    qint64 m_failsAfter;
};

QByteArray scenario(const QByteArray &sourceLines, const QByteArray &sinkLines)
{
    return "on docker save\n" + sourceLines + "on kind load\n" + sinkLines;
}
} // namespace

class TestProcessPipe : public QObject
{
    Q_OBJECT
private slots:
    void plain();
    void filtered();
    void large_data();
    void large();
    void backPressure();
    void failingSource_data();
    void failingSource();
    void failingSink_data() { failingSource_data(); }
    void failingSink();
    void sinkThatHasEnough_data() { failingSource_data(); }
    void sinkThatHasEnough();
    void failingFilter();
    void helperKeepsThePipeOpen();
    void cancel_data() { failingSource_data(); }
    void cancel();
    void sinkKnownLater_data();
    void sinkKnownLater();
    void noSinkAfterAll_data() { failingSource_data(); }
    void noSinkAfterAll();
    void sourceFailsBeforeTheSink_data() { failingSource_data(); }
    void sourceFailsBeforeTheSink();
    void cancelBeforeTheSink_data() { failingSource_data(); }
    void cancelBeforeTheSink();
    void sinkEndsBeforeAQuietSource_data() { failingSource_data(); }
    void sinkEndsBeforeAQuietSource();
    void limitOfOneEnd();
    void missingTool();
    void runnerGoes_data() { failingSource_data(); }
    void runnerGoes();
    void runnerGoesBeforeTheSink_data() { failingSource_data(); }
    void runnerGoesBeforeTheSink();
};

void TestProcessPipe::plain()
{
    FakeTools fake(tools, scenario("out hello\nerr saving\n", "cat\nerr loading\nexit 4\n"));
    QByteArrayList lines;
    const LineSink listener = [&lines](Channel, QByteArrayView line) { lines += line.toByteArray(); };
    const Result<PipeOutput> result = await(fake.runner().pipe(source, ready(sink), {}, listener));
    QVERIFY2(result, result ? "" : qPrintable(result.error().report()));
    QCOMPARE(result->sink.out, QByteArray("hello\n"));
    QCOMPARE(result->source.exitCode, 0);
    QCOMPARE(result->sink.exitCode, 4);
    QCOMPARE(result->bytes, 0);
    std::sort(lines.begin(), lines.end());
    QCOMPARE(lines, QByteArrayList({"hello", "loading", "saving"}));
    QVERIFY(result->source.out.isEmpty()); // what went into the pipe is nobody else's
}

void TestProcessPipe::filtered()
{
    FakeTools fake(tools, scenario("split 2\nout hello\n", "cat\n"));
    const Result<PipeOutput> result = await(fake.runner().pipe(source, ready(sink), std::make_shared<Louder>()));
    QVERIFY2(result, result ? "" : qPrintable(result.error().report()));
    QCOMPARE(result->sink.out, QByteArray("HELLO\nTHE END\n"));
    QCOMPARE(result->bytes, 14);
}

void TestProcessPipe::large_data()
{
    QTest::addColumn<bool>("throughUs");
    QTest::newRow("OS pipe") << false;
    QTest::newRow("filter") << true;
}

void TestProcessPipe::large()
{
    QFETCH(bool, throughUs);
    FakeTools fake(tools, scenario("big 100\n", "stdin\n"));
    const auto filter = throughUs ? std::make_shared<Louder>() : nullptr;
    const Result<PipeOutput> result = await(fake.runner().pipe(source, ready(sink), filter), 60000);
    QVERIFY(result);
    const qint64 count = result->sink.out.split(' ').value(1).toLongLong();
    QVERIFY(count > 100 * 1024 * 1024);
    QCOMPARE(result->bytes, throughUs ? count : 0);
}

void TestProcessPipe::backPressure()
{
    // The sink reads only after a while: meanwhile no more than the limit, a chunk and the pipe itself may pass the filter.
    FakeTools fake(tools, scenario("big 100\n", "sleep 700\nerr reading now\nstdin\n"));
    const auto filter = std::make_shared<Louder>();
    qint64 seenBeforeReading = -1;
    const LineSink listener = [&](Channel, QByteArrayView line) {
        if (line == QByteArrayView("reading now"))
            seenBeforeReading = filter->seen;
    };
    QVERIFY(await(fake.runner().pipe(source, ready(sink), filter, listener), 60000));
    QVERIFY(filter->seen > 100 * 1024 * 1024);
    QVERIFY2(seenBeforeReading > 0 && seenBeforeReading < 10 * 1024 * 1024, qPrintable(QString::number(seenBeforeReading)));
}

void TestProcessPipe::failingSource_data()
{
    QTest::addColumn<bool>("throughUs");
    QTest::newRow("OS pipe") << false;
    QTest::newRow("filter") << true;
}

void TestProcessPipe::failingSource()
{
    QFETCH(bool, throughUs);
    FakeTools fake(tools, scenario("out half of it\nerr disk full\nexit 3\n", "cat\nout took all\nhang\n"));
    const auto filter = throughUs ? std::make_shared<Louder>() : nullptr;
    const Result<PipeOutput> result = await(fake.runner().pipe(source, ready(sink), filter));
    QVERIFY2(result, result ? "" : qPrintable(result.error().report()));
    QCOMPARE(result->source.exitCode, 3);
    QCOMPARE(result->source.err, QByteArray("disk full\n"));
    QCOMPARE(result->sink.exitCode, 128 + SIGTERM);
    if (throughUs)
        QVERIFY(!filter->finished && !result->sink.out.contains("took all")); // half an image is never passed off as one
}

void TestProcessPipe::failingSink()
{
    QFETCH(bool, throughUs);
    FakeTools fake(tools, scenario("big 100000\n", "err no space left\nexit 5\n"));
    const auto filter = throughUs ? std::make_shared<Louder>() : nullptr;
    const Result<PipeOutput> result = await(fake.runner().pipe(source, ready(sink), filter));
    QVERIFY2(result, result ? "" : qPrintable(result.error().report()));
    QCOMPARE(result->sink.exitCode, 5);
    QCOMPARE(result->sink.err, QByteArray("no space left\n"));
    QVERIFY(result->source.exitCode != 0);
}

void TestProcessPipe::sinkThatHasEnough()
{
    QFETCH(bool, throughUs);
    FakeTools fake(tools, scenario("sleep 100\nout hello\nexit 0\n", "exit 0\n"));
    const auto filter = throughUs ? std::make_shared<Louder>() : nullptr;
    const Result<PipeOutput> result = await(fake.runner().pipe(source, ready(sink), filter));
    QVERIFY2(result, result ? "" : qPrintable(result.error().report()));
    QCOMPARE(result->sink.exitCode, 0);
    QVERIFY(result->source.exitCode == 141 || result->source.exitCode == 128 + SIGPIPE);
}

void TestProcessPipe::failingFilter()
{
    FakeTools fake(tools, scenario("big 100\nhang\n", "cat\nhang\n"));
    const Result<PipeOutput> result = await(fake.runner().pipe(source, ready(sink), std::make_shared<Louder>(1000 * 1000)));
    QVERIFY(!result);
    QCOMPARE(result.error().what, QStringLiteral("This is no archive"));
    for (const QJsonObject &call : fake.calls())
        QVERIFY(!processLives(call.value(QStringLiteral("pid")).toInt()));
}

void TestProcessPipe::helperKeepsThePipeOpen()
{
    FakeTools fake(tools, scenario("grandchild 20\nsleep 50\nout hello\nexit 0\n", "cat\n"));
    QElapsedTimer clock;
    clock.start();
    const Result<PipeOutput> result = await(fake.runner().pipe(source, ready(sink), std::make_shared<Louder>()));
    QVERIFY2(result && clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(result->sink.out.endsWith("HELLO\nTHE END\n"));
    const qint64 helper = result->sink.out.split('\n').first().split(' ').value(1).toLongLong();
    ::kill(pid_t(helper), SIGKILL);
}

void TestProcessPipe::cancel()
{
    QFETCH(bool, throughUs);
    FakeTools fake(tools, scenario("err started\nignore\nbig 100000\n", "ignore\ncat\n"));
    const Cancel cancel;
    const LineSink listener = [&cancel](Channel, QByteArrayView) { cancel.request(); };
    const auto filter = throughUs ? std::make_shared<Louder>() : nullptr;
    QVERIFY(await(fake.runner().pipe(source, ready(sink), filter, listener, cancel)).error().isCancel());
    for (const QJsonObject &call : fake.calls())
        QVERIFY(!processLives(call.value(QStringLiteral("pid")).toInt()));
    // Raised before: nothing is started.
    const qsizetype started = fake.ledger().size();
    QVERIFY(await(fake.runner().pipe(source, ready(sink), {}, {}, cancel)).error().isCancel());
    QCOMPARE(fake.ledger().size(), started);
}

void TestProcessPipe::sinkKnownLater_data()
{
    QTest::addColumn<bool>("throughUs");
    QTest::addColumn<QByteArray>("sourceLines");
    QTest::addColumn<bool>("endsFirst"); // the source, all of its output in the pipe
    for (const bool throughUs : {false, true}) {
        const QByteArray how = throughUs ? "filter" : "OS pipe";
        QTest::newRow(how + ", small") << throughUs << QByteArray("err started\nout hello\n") << true;
        QTest::newRow(how + ", large") << throughUs << QByteArray("err started\nbig 20\n") << false;
        QTest::newRow(how + ", empty") << throughUs << QByteArray("err started\nexit 0\n") << true;
    }
}

void TestProcessPipe::sinkKnownLater()
{
    QFETCH(bool, throughUs);
    QFETCH(QByteArray, sourceLines);
    QFETCH(bool, endsFirst);
    FakeTools fake(tools, scenario(sourceLines, "stdin\n"));
    const auto filter = throughUs ? std::make_shared<Louder>() : nullptr;
    bool started = false;
    const LineSink listener = [&started](Channel, QByteArrayView line) { started = started || line == QByteArrayView("started"); };
    const Promise<Command> known;
    const auto future = fake.runner().pipe(source, known.future(), filter, listener);
    QTRY_VERIFY(started);
    QTRY_COMPARE(fake.calls().size(), 1);
    const int pid = fake.calls().first().value(QStringLiteral("pid")).toInt();
    if (endsFirst)
        QTRY_VERIFY(!processLives(pid));
    drainEvents();
    QVERIFY(!future.isFinished() && (!filter || filter->seen == 0));
    known.resolve(sink);
    const Result<PipeOutput> result = await(future, 30000);
    QVERIFY2(result, result ? "" : qPrintable(result.error().report()));
    QVERIFY(result->source.succeeded() && result->sink.succeeded());
    if (!throughUs)
        return;
    QVERIFY(filter->finished);
    QCOMPARE(result->sink.out.split(' ').value(1).toLongLong(), filter->seen + QByteArray("THE END\n").size());
}

void TestProcessPipe::noSinkAfterAll()
{
    QFETCH(bool, throughUs);
    FakeTools fake(tools, scenario("err started\nbig 100000\n", "cat\n"));
    const auto filter = throughUs ? std::make_shared<Louder>() : nullptr;
    const Promise<Command> known;
    const LineSink listener = [&known](Channel, QByteArrayView) {
        known.resolve(Error{Error::Code::NotFound, QStringLiteral("There is no node")});
    };
    const Result<PipeOutput> result = await(fake.runner().pipe(source, known.future(), filter, listener));
    QVERIFY(!result);
    QCOMPARE(result.error().what, QStringLiteral("There is no node"));
    QCOMPARE(fake.calls().size(), 1);
    QVERIFY(!processLives(fake.calls().first().value(QStringLiteral("pid")).toInt()));
}

// Nobody has to wait for the sink then, and it is not started any more.
void TestProcessPipe::sourceFailsBeforeTheSink()
{
    QFETCH(bool, throughUs);
    FakeTools fake(tools, scenario("out half of it\nerr disk full\nexit 3\n", "cat\n"));
    const auto filter = throughUs ? std::make_shared<Louder>() : nullptr;
    const Promise<Command> known;
    const Result<PipeOutput> result = await(fake.runner().pipe(source, known.future(), filter));
    QVERIFY2(result, result ? "" : qPrintable(result.error().report()));
    QCOMPARE(result->source.exitCode, 3);
    QVERIFY(!result->sink.succeeded());
    known.resolve(sink);
    drainEvents();
    QCOMPARE(fake.calls().size(), 1);
}

void TestProcessPipe::cancelBeforeTheSink()
{
    QFETCH(bool, throughUs);
    FakeTools fake(tools, scenario("err started\nignore\nbig 100000\n", "cat\n"));
    const auto filter = throughUs ? std::make_shared<Louder>() : nullptr;
    const Cancel cancel;
    const Promise<Command> known;
    const LineSink listener = [&cancel](Channel, QByteArrayView) { cancel.request(); };
    QVERIFY(await(fake.runner().pipe(source, known.future(), filter, listener, cancel)).error().isCancel());
    QCOMPARE(fake.calls().size(), 1);
    QVERIFY(!processLives(fake.calls().first().value(QStringLiteral("pid")).toInt()));
}

// It then ends well although nobody reads, having had nothing to say.
void TestProcessPipe::sinkEndsBeforeAQuietSource()
{
    QFETCH(bool, throughUs);
    FakeTools fake(tools, scenario("sleep 300\nexit 0\n", "exit 0\n"));
    const auto filter = throughUs ? std::make_shared<Louder>() : nullptr;
    const Result<PipeOutput> result = await(fake.runner().pipe(source, ready(sink), filter));
    QVERIFY2(result, result ? "" : qPrintable(result.error().report()));
    QVERIFY(result->source.succeeded() && result->sink.succeeded());
}

void TestProcessPipe::limitOfOneEnd()
{
    FakeTools fake(tools, scenario("hang\n", "cat\n"));
    Command slow = source;
    slow.limit = 1s;
    const Result<PipeOutput> result = await(fake.runner().pipe(slow, ready(sink)));
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::Timeout);
    QVERIFY(result.error().what.contains(QStringLiteral("docker")));
}

void TestProcessPipe::missingTool()
{
    FakeTools fake(tools, scenario("hang\n", "hang\n"));
    fake.finder().neverFrom(tools);
    QCOMPARE(await(fake.runner().pipe(source, ready(sink))).error().code, Error::Code::ToolMissing);
    QVERIFY(fake.ledger().isEmpty());
}

void TestProcessPipe::runnerGoes()
{
    QFETCH(bool, throughUs);
    FakeTools fake(tools, scenario("err started\nignore\nbig 100000\n", "ignore\ncat\n"));
    bool started = false;
    const LineSink listener = [&started](Channel, QByteArrayView) { started = true; };
    const auto filter = throughUs ? std::make_shared<Louder>() : nullptr;
    const auto future = fake.runner().pipe(source, ready(sink), filter, listener);
    QTRY_VERIFY(started);
    QElapsedTimer clock;
    clock.start();
    fake.dropRunner();
    QVERIFY2(clock.elapsed() < 50, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(await(future).error().isCancel());
    QTRY_VERIFY(noChildrenLeft());
    drainEvents();
}

void TestProcessPipe::runnerGoesBeforeTheSink()
{
    QFETCH(bool, throughUs);
    FakeTools fake(tools, scenario("err started\nignore\nbig 100000\n", "cat\n"));
    bool started = false;
    const LineSink listener = [&started](Channel, QByteArrayView) { started = true; };
    const auto filter = throughUs ? std::make_shared<Louder>() : nullptr;
    const Promise<Command> known;
    const auto future = fake.runner().pipe(source, known.future(), filter, listener);
    QTRY_VERIFY(started);
    fake.dropRunner();
    QVERIFY(await(future).error().isCancel());
    known.resolve(sink);
    drainEvents();
    QCOMPARE(fake.calls().size(), 1);
    QTRY_VERIFY(noChildrenLeft());
    drainEvents();
}

QTEST_GUILESS_MAIN(TestProcessPipe)
#include "tst_ProcessPipe.moc"
