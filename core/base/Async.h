// SPDX-License-Identifier: Apache-2.0
// The one asynchronous currency: a QFuture of a Result. Handlers run in the thread of their context object, through its
// event loop (never inside the call that resolves), and are dropped with it. No exceptions, no QFuture cancellation:
// a canceled operation resolves with Error::canceled().
#pragma once

#include "core/base/Cancel.h"
#include "core/base/Result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QPromise>

#include <functional>
#include <memory>

namespace windsock {

template <class T = Nothing>
using Async = QFuture<Result<T>>;

// The writing end of an Async. Copies share one state; the first resolve() counts. When the last copy goes without
// having resolved, the reader gets a Bug error, so that nobody waits for ever.
template <class T = Nothing>
class Promise
{
public:
    Promise() : m_state(std::make_shared<State>()) {}
    Async<T> future() const { return m_state->promise.future(); }
    void resolve(Result<T> result) const { m_state->resolve(std::move(result)); }
    bool isResolved() const { return m_state->done; }

private:
    struct State
    {
        State() { promise.start(); }
        ~State() { resolve(Error{Error::Code::Bug, QStringLiteral("An operation was dropped before it ended")}); }
        void resolve(Result<T> result)
        {
            if (std::exchange(done, true))
                return;
            promise.addResult(std::move(result));
            promise.finish();
        }
        QPromise<Result<T>> promise;
        bool done = false;
    };
    std::shared_ptr<State> m_state;
};

template <class T>
Async<T> resolved(Result<T> result)
{
    Promise<T> promise;
    promise.resolve(std::move(result));
    return promise.future();
}
template <class T>
Async<T> ready(T value)
{
    return resolved(Result<T>(std::move(value)));
}
inline Async<> ready()
{
    return resolved(Result<>());
}
template <class T = Nothing>
Async<T> failed(Error error)
{
    return resolved(Result<T>(std::move(error)));
}

// Calls handler(Result<T>) once, later, in context's thread; never if context is gone by then.
template <class T, class Handler>
requires(!std::is_member_function_pointer_v<Handler>) void whenDone(Async<T> future, QObject *context, Handler handler)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    auto deliver = [watcher, handler = std::move(handler)]() mutable {
        watcher->deleteLater();
        auto done = watcher->future();
        if (done.isCanceled() || done.resultCount() == 0)
            handler(Result<T>(Error{Error::Code::Bug, QStringLiteral("An operation ended without a result")}));
        else if constexpr (std::is_copy_constructible_v<T>)
            handler(done.result());
        else
            handler(done.takeResult());
    };
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, std::move(deliver));
    watcher->setFuture(std::move(future));
}

// The same for a member function of context.
template <class T, class Context, class Handler>
requires std::is_member_function_pointer_v<Handler>
void whenDone(Async<T> future, Context *context, Handler handler)
{
    whenDone(std::move(future), context, std::bind_front(handler, context));
}

namespace detail {
template <class T>
struct AsyncValue;
template <class T>
struct AsyncValue<Result<T>>
{
    using type = T;
};
template <class T>
struct AsyncValue<QFuture<Result<T>>>
{
    using type = T;
};
template <class T>
void forward(const Promise<T> &promise, QObject *, Result<T> result)
{
    promise.resolve(std::move(result));
}
template <class T>
void forward(const Promise<T> &promise, QObject *context, Async<T> future)
{
    whenDone(std::move(future), context, [promise](Result<T> result) { promise.resolve(std::move(result)); });
}
} // namespace detail

// One hop: on success next(T) gives a Result<U> or an Async<U>; an error passes by untouched.
template <class T, class Next>
auto andThen(Async<T> future, QObject *context, Next next)
{
    using U = typename detail::AsyncValue<std::invoke_result_t<Next, T>>::type;
    Promise<U> promise;
    whenDone(std::move(future), context, [promise, context, next = std::move(next)](Result<T> result) mutable {
        if (!result)
            return promise.resolve(std::move(result.error()));
        const QPointer<QObject> alive(context); // next() may delete it
        auto following = next(std::move(result).value());
        if (alive)
            detail::forward(promise, context, std::move(following));
    });
    return promise.future();
}

// One hop that sees errors too: next(Result<T>) gives a Result<U> or an Async<U>.
template <class T, class Next>
auto andFinally(Async<T> future, QObject *context, Next next)
{
    using U = typename detail::AsyncValue<std::invoke_result_t<Next, Result<T>>>::type;
    Promise<U> promise;
    whenDone(std::move(future), context, [promise, context, next = std::move(next)](Result<T> result) mutable {
        const QPointer<QObject> alive(context); // next() may delete it
        auto following = next(std::move(result));
        if (alive)
            detail::forward(promise, context, std::move(following));
    });
    return promise.future();
}

// Gives up waiting when canceled, for what others do and nobody here can stop.
template <class T>
Async<T> unlessCanceled(Async<T> future, QObject *context, const Cancel &cancel)
{
    Promise<T> promise;
    CancelHook hook = cancel.onRequest([promise] { promise.resolve(Error::canceled()); });
    whenDone(std::move(future), context, [promise, hook](Result<T> result) mutable {
        hook.reset();
        promise.resolve(std::move(result));
    });
    return promise.future();
}

using AsyncLink = std::function<Async<>()>;
// Runs the links one after another; the first error ends the row and is the result.
Async<> inSequence(QObject *context, QList<AsyncLink> links);
// Waits for all; the first error in list order is the result.
Async<> allOf(QObject *context, const QList<Async<>> &futures);

} // namespace windsock
