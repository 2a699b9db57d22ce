// SPDX-License-Identifier: Apache-2.0
// Cancel and its hooks, also those that come and go while the flag is being raised.
#include "core/base/Cancel.h"

#include <QTest>

using namespace windsock;

class TestCancel : public QObject
{
    Q_OBJECT
private slots:
    void hooksRunOnceInOrder();
    void copiesShareTheFlag();
    void droppedHookDoesNotRun();
    void lateHookRunsAtOnce();
    void hookMayDropOthers();
    void hookMayDropItself();
    void hookMayAddHooks();
    void hookMayRequestAgain();
    void hookOutlivesTheFlag();
    void hookMayDropTheLastOwner();
};

void TestCancel::hooksRunOnceInOrder()
{
    const Cancel cancel;
    QString order;
    const auto a = cancel.onRequest([&order] { order += u'a'; });
    const auto b = cancel.onRequest([&order] { order += u'b'; });
    QVERIFY(!cancel.isRequested());
    cancel.request();
    cancel.request();
    QVERIFY(cancel.isRequested());
    QCOMPARE(order, QStringLiteral("ab"));
}

void TestCancel::copiesShareTheFlag()
{
    const Cancel one;
    const Cancel other = one;
    const Cancel stranger;
    other.request();
    QVERIFY(one.isRequested());
    QVERIFY(!stranger.isRequested());
}

void TestCancel::droppedHookDoesNotRun()
{
    const Cancel cancel;
    int calls = 0;
    auto hook = cancel.onRequest([&calls] { ++calls; });
    const auto copy = hook;
    hook.reset();
    auto gone = cancel.onRequest([&calls] { calls += 100; });
    gone.reset();
    cancel.request();
    QCOMPARE(calls, 1); // the copy kept the first alive
}

void TestCancel::lateHookRunsAtOnce()
{
    const Cancel cancel;
    cancel.request();
    int calls = 0;
    const auto hook = cancel.onRequest([&calls] { ++calls; });
    QCOMPARE(calls, 1);
}

void TestCancel::hookMayDropOthers()
{
    const Cancel cancel;
    int calls = 0;
    CancelHook second;
    const auto first = cancel.onRequest([&second] { second.reset(); });
    second = cancel.onRequest([&calls] { ++calls; });
    cancel.request();
    QCOMPARE(calls, 0);
}

void TestCancel::hookMayDropItself()
{
    const Cancel cancel;
    auto held = std::make_shared<int>(1); // lives in the hook: the sanitizer sees a use after its end
    int seen = 0;
    CancelHook hook;
    hook = cancel.onRequest([&hook, &seen, held] {
        hook.reset();
        seen = *held;
    });
    held.reset();
    cancel.request();
    QCOMPARE(seen, 1);
}

void TestCancel::hookMayAddHooks()
{
    const Cancel cancel;
    int calls = 0;
    CancelHook inner;
    const std::function<void()> count = [&calls] { ++calls; };
    const auto outer = cancel.onRequest([&] { inner = cancel.onRequest(count); });
    cancel.request();
    QCOMPARE(calls, 1);
}

void TestCancel::hookMayRequestAgain()
{
    const Cancel cancel;
    int calls = 0;
    const auto a = cancel.onRequest([&] { ++calls, cancel.request(); });
    const auto b = cancel.onRequest([&calls] { ++calls; });
    cancel.request();
    QCOMPARE(calls, 2);
}

void TestCancel::hookOutlivesTheFlag()
{
    CancelHook hook;
    {
        const Cancel cancel;
        hook = cancel.onRequest([] {});
    }
    hook.reset(); // the flag's state has gone
    QVERIFY(!hook);
}

void TestCancel::hookMayDropTheLastOwner()
{
    auto owner = std::make_unique<Cancel>();
    int calls = 0;
    const auto a = owner->onRequest([&owner] { owner.reset(); });
    const auto b = owner->onRequest([&calls] { ++calls; });
    owner->request();
    QVERIFY(!owner);
    QCOMPARE(calls, 1);
}

QTEST_GUILESS_MAIN(TestCancel)
#include "tst_Cancel.moc"
