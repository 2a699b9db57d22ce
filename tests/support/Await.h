// SPDX-License-Identifier: Apache-2.0
// Waiting for asynchronous results in tests. Only here may a test spin the event loop.
#pragma once

#include "core/base/Async.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

namespace windsock {

// Runs what is queued, and what that queues: enough for results that depend on no child and no socket.
inline void drainEvents()
{
    for (int round = 0; round < 20; ++round) {
        QCoreApplication::sendPostedEvents(nullptr, 0);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
}

// The result, once it is there; a Timeout error if it does not come.
template <class T>
Result<T> await(Async<T> future, int milliseconds = 20000)
{
    // Not QTest::qWaitFor: it sleeps 10 ms between looks, which makes a child that talks a lot a slow one.
    QEventLoop loop;
    QFutureWatcher<Result<T>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    if (!future.isFinished())
        return Error{Error::Code::Timeout, QStringLiteral("The test waited in vain for a result")};
    if (future.resultCount() == 0)
        return Error{Error::Code::Bug, QStringLiteral("An operation ended without a result")};
    if constexpr (std::is_copy_constructible_v<T>)
        return future.result();
    else
        return future.takeResult();
}

} // namespace windsock
