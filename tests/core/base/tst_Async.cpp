// SPDX-License-Identifier: Apache-2.0
// Result, Promise and the helpers around Async: order, errors that pass by, dropped promises, contexts that go.
#include "core/base/Async.h"

#include "tests/support/Await.h"

#include <QTest>

using namespace windsock;

namespace {
const Error boom{Error::Code::Conflict, QStringLiteral("boom")};
}

class TestAsync : public QObject
{
    Q_OBJECT
private slots:
    void resultHoldsValueOrError();
    void handlerNeverRunsInsideResolve();
    void firstResolveCounts();
    void droppedPromiseIsABug();
    void handlerGoesWithItsContext();
    void futureWithoutResultIsABug();
    void andThenPassesErrorsBy();
    void andThenTakesResultsAndFutures();
    void andFinallySeesErrors();
    void contextMayDieInsideNext();
    void contextGoneEndsTheChain();
    void moveOnlyValues();
    void inSequenceStopsAtTheFirstError();
    void allOfWaitsForAllAndKeepsListOrder();
    void unlessCanceledGivesUp();
    void unlessCanceledPassesResultsOn();
};

void TestAsync::resultHoldsValueOrError()
{
    const Result<QString> good(QStringLiteral("x"));
    QVERIFY(good && *good == QStringLiteral("x") && good->size() == 1);
    const Result<QString> bad(boom);
    QVERIFY(!bad);
    QCOMPARE(bad.error(), boom);
    QCOMPARE(bad.value_or(QStringLiteral("other")), QStringLiteral("other"));
    QVERIFY_EXCEPTION_THROWN((void)bad.value(), std::bad_variant_access);
    QVERIFY(Result<>().has_value());
    // A false value is still a value.
    QVERIFY(Result<bool>(false).has_value() && !*Result<bool>(false));
}

void TestAsync::handlerNeverRunsInsideResolve()
{
    QStringList order;
    Promise<int> promise;
    whenDone(promise.future(), this, [&order](Result<int> result) { order += QString::number(*result); });
    promise.resolve(7);
    order += QStringLiteral("resolved");
    whenDone(ready(8), this, [&order](Result<int> result) { order += QString::number(*result); });
    order += QStringLiteral("asked");
    QTRY_COMPARE(order, QStringList({QStringLiteral("resolved"), QStringLiteral("asked"), QStringLiteral("7"), QStringLiteral("8")}));
}

void TestAsync::firstResolveCounts()
{
    Promise<int> promise;
    const Promise<int> copy = promise;
    QVERIFY(!promise.isResolved());
    promise.resolve(1);
    copy.resolve(boom);
    QVERIFY(copy.isResolved());
    QCOMPARE(*await(copy.future()), 1);
}

void TestAsync::droppedPromiseIsABug()
{
    Async<int> future;
    {
        const Promise<int> promise;
        future = promise.future();
        const Promise<int> copy = promise;
        QVERIFY(!future.isFinished());
    }
    const Result<int> result = await(future);
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::Bug);
}

void TestAsync::handlerGoesWithItsContext()
{
    int calls = 0;
    auto context = std::make_unique<QObject>();
    Promise<> promise;
    whenDone(promise.future(), context.get(), [&calls](Result<>) { ++calls; });
    promise.resolve({}); // its event is on the way when the context goes
    context.reset();
    drainEvents();
    QCOMPARE(calls, 0);
}

void TestAsync::futureWithoutResultIsABug()
{
    const Result<int> result = await(andFinally(Async<int>(), this, [](Result<int> seen) { return seen; }));
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::Bug);
}

void TestAsync::andThenPassesErrorsBy()
{
    int calls = 0;
    const Result<QString> result = await(andThen(failed<int>(boom), this, [&calls](int) -> Result<QString> {
        ++calls;
        return QString();
    }));
    QCOMPARE(calls, 0);
    QVERIFY(!result);
    QCOMPARE(result.error(), boom);
}

void TestAsync::andThenTakesResultsAndFutures()
{
    const auto text = andThen(ready(20), this, [](int number) { return Result<int>(number + 1); });
    const auto later = andThen(text, this, [](int number) { return ready(number * 2); });
    QCOMPARE(*await(later), 42);
    QCOMPARE(await(andThen(ready(1), this, [](int) { return Result<int>(boom); })).error(), boom);
    QCOMPARE(await(andThen(ready(1), this, [](int) { return failed<int>(boom); })).error(), boom);
}

void TestAsync::andFinallySeesErrors()
{
    const auto rescued = andFinally(failed<int>(boom), this, [](Result<int> seen) { return Result<int>(seen.value_or(5)); });
    QCOMPARE(*await(rescued), 5);
}

void TestAsync::contextMayDieInsideNext()
{
    auto *context = new QObject;
    const Promise<int> never;
    const auto future = andThen(ready(1), context, [context, &never](int) {
        delete context;
        return never.future();
    });
    const Result<int> result = await(future);
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::Bug);
}

void TestAsync::contextGoneEndsTheChain()
{
    auto context = std::make_unique<QObject>();
    const Promise<int> never;
    const auto future = andThen(never.future(), context.get(), [](int number) { return Result<int>(number); });
    context.reset();
    QCOMPARE(await(future).error().code, Error::Code::Bug); // nobody waits for ever
}

void TestAsync::moveOnlyValues()
{
    using Only = std::unique_ptr<int>;
    auto made = andThen(ready(3), this, [](int number) { return Result<Only>(std::make_unique<int>(number)); });
    auto taken = andThen(std::move(made), this, [](Only only) { return Result<int>(*only); });
    QCOMPARE(*await(std::move(taken)), 3);
}

void TestAsync::inSequenceStopsAtTheFirstError()
{
    QStringList order;
    const auto link = [&order](const QString &name, const Result<> &result) {
        return AsyncLink([&order, name, result] {
            order += name;
            return resolved(result);
        });
    };
    QVERIFY(await(inSequence(this, {})));
    QVERIFY(await(inSequence(this, {link(QStringLiteral("a"), {}), link(QStringLiteral("b"), {})})));
    const Result<> result =
        await(inSequence(this, {link(QStringLiteral("c"), {}), link(QStringLiteral("d"), boom), link(QStringLiteral("e"), {})}));
    QCOMPARE(result.error(), boom);
    QCOMPARE(order.join(u' '), QStringLiteral("a b c d"));
}

void TestAsync::allOfWaitsForAllAndKeepsListOrder()
{
    QVERIFY(await(allOf(this, {})));
    const Promise<> slow, fast;
    const auto all = allOf(this, {slow.future(), ready(), fast.future()});
    fast.resolve(Error{Error::Code::Network, QStringLiteral("second in the list")});
    drainEvents();
    QVERIFY(!all.isFinished());
    slow.resolve(boom);
    QCOMPARE(await(all).error(), boom);
}

void TestAsync::unlessCanceledGivesUp()
{
    const Cancel cancel;
    const Promise<int> promise;
    const auto future = unlessCanceled(promise.future(), this, cancel);
    drainEvents();
    QVERIFY(!future.isFinished());
    cancel.request();
    QVERIFY(await(future).error().isCancel());
    promise.resolve(1); // too late to matter
    drainEvents();
    QVERIFY(await(future).error().isCancel());
    QVERIFY(await(unlessCanceled(Promise<int>().future(), this, cancel)).error().isCancel()); // raised before
}

void TestAsync::unlessCanceledPassesResultsOn()
{
    const Cancel cancel;
    QCOMPARE(*await(unlessCanceled(ready(7), this, cancel)), 7);
    QCOMPARE(await(unlessCanceled(failed<int>(boom), this, cancel)).error(), boom);
    const Promise<int> later;
    const auto future = unlessCanceled(later.future(), this, cancel);
    later.resolve(8);
    QCOMPARE(*await(future), 8);
    cancel.request();
    QCOMPARE(*await(future), 8);
}

QTEST_GUILESS_MAIN(TestAsync)
#include "tst_Async.moc"
