// SPDX-License-Identifier: Apache-2.0
#include "core/base/Async.h"

namespace windsock {

Async<> inSequence(QObject *context, QList<AsyncLink> links)
{
    if (links.isEmpty())
        return ready();
    const AsyncLink first = links.takeFirst();
    return andThen(first(), context, [context, links](Nothing) { return inSequence(context, links); });
}

namespace {
struct Gather
{
    QList<Result<>> results;
    qsizetype open = 0;
    Promise<> promise;
    void done(qsizetype at, Result<> result)
    {
        results[at] = std::move(result);
        if (--open > 0)
            return;
        for (Result<> &one : results) {
            if (!one)
                return promise.resolve(one.error());
        }
        promise.resolve({});
    }
};
} // namespace

Async<> allOf(QObject *context, const QList<Async<>> &futures)
{
    if (futures.isEmpty())
        return ready();
    auto gather = std::make_shared<Gather>();
    gather->results.resize(futures.size());
    gather->open = futures.size();
    for (qsizetype at = 0; at < futures.size(); ++at)
        whenDone(futures[at], context, [gather, at](Result<> result) { gather->done(at, std::move(result)); });
    return gather->promise.future();
}

} // namespace windsock
