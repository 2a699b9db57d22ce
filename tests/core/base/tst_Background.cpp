// SPDX-License-Identifier: Apache-2.0
// Work on another thread: where it runs, where its answer comes, and that a cancel reaches it.
#include "core/base/Background.h"

#include "tests/support/Await.h"

#include <QThread>
#include <QtTest>

using namespace windsock;

class tst_Background : public QObject
{
    Q_OBJECT
private slots:
    void runsElsewhereAndAnswersHere();
    void handsErrorsOn();
    void aCancelReachesIt();
    void aCancelBeforeReachesItToo();
    void aCancelAfterwardsIsNoMatter();
    void whoHasGoneIsNotAnswered();
};

namespace {
// Works until it is told to stop.
Result<int> untilStopped(const std::atomic_bool &stop)
{
    while (!stop)
        QThread::yieldCurrentThread();
    return Error::canceled();
}
} // namespace

void tst_Background::runsElsewhereAndAnswersHere()
{
    QThread *const here = QThread::currentThread();
    QThread *answeredOn = nullptr;
    const auto answer =
        andThen(inBackground([here] { return Result<bool>(QThread::currentThread() != here); }), this, [&answeredOn](bool elsewhere) {
            answeredOn = QThread::currentThread();
            return Result<bool>(elsewhere);
        });
    const auto elsewhere = await(answer);
    QVERIFY(elsewhere && *elsewhere);
    QCOMPARE(answeredOn, here);
}

void tst_Background::handsErrorsOn()
{
    const auto answer = await(inBackground([] { return Result<int>(Error{Error::Code::NotFound, QStringLiteral("nothing there")}); }));
    QVERIFY(!answer);
    QCOMPARE(answer.error().what, "nothing there");
}

void tst_Background::aCancelReachesIt()
{
    const Cancel cancel;
    const auto answer = inBackground(this, cancel, untilStopped);
    drainEvents();
    QVERIFY(!answer.isFinished());
    cancel.request();
    const auto result = await(answer);
    QVERIFY(!result && result.error().isCancel());
}

void tst_Background::aCancelBeforeReachesItToo()
{
    const Cancel cancel;
    cancel.request();
    const auto result = await(inBackground(this, cancel, untilStopped));
    QVERIFY(!result && result.error().isCancel());
}

void tst_Background::aCancelAfterwardsIsNoMatter()
{
    const Cancel cancel;
    const auto result = await(inBackground(this, cancel, [](const std::atomic_bool &) { return Result<int>(42); }));
    cancel.request();
    QVERIFY(result);
    QCOMPARE(*result, 42);
}

void tst_Background::whoHasGoneIsNotAnswered()
{
    auto asker = std::make_unique<QObject>();
    const Cancel cancel;
    bool answered = false;
    whenDone(inBackground(asker.get(), cancel, untilStopped), asker.get(), [&answered](const Result<int> &) { answered = true; });
    asker.reset();
    QThreadPool::globalInstance()->waitForDone();
    drainEvents();
    QVERIFY(!answered);
}

QTEST_GUILESS_MAIN(tst_Background)
#include "tst_Background.moc"
