// SPDX-License-Identifier: Apache-2.0
// Work that would hold the main thread up: reading and writing many files. It runs on a thread of Qt's pool and shares nothing with
// anybody; its answer is an Async like any other.
#pragma once

#include "core/base/Async.h"

#include <QThreadPool>

#include <atomic>

namespace windsock {

// work() gives a Result<T>.
template <class Work>
auto inBackground(Work work)
{
    using T = typename detail::AsyncValue<std::invoke_result_t<Work>>::type;
    const Promise<T> promise;
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] { promise.resolve(work()); });
    return promise.future();
}

// The same for work that can be ended: work(stop) looks at `stop` now and then and gives what it has, or Error::canceled(). It is
// raised by `cancel`, and when `context` goes: then nobody waits for an answer.
template <class Work>
auto inBackground(QObject *context, const Cancel &cancel, Work work)
{
    using T = typename detail::AsyncValue<std::invoke_result_t<Work, const std::atomic_bool &>>::type;
    const auto stop = std::make_shared<std::atomic_bool>(false);
    // Before the work, which may be done at once. The hook belongs to this thread: it goes with the answer, not with the worker.
    const CancelHook hook = cancel.onRequest([stop] { *stop = true; });
    const std::shared_ptr<void> asked(nullptr, [stop](void *) { *stop = true; });
    return andFinally(inBackground([stop, work = std::move(work)] { return work(*stop); }), context,
                      [hook, asked](Result<T> result) { return result; });
}

} // namespace windsock
