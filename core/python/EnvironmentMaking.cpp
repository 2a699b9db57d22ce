// SPDX-License-Identifier: Apache-2.0
#include "core/python/EnvironmentMaking.h"

#include "core/supervise/FolderLock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace windsock {

using namespace std::chrono_literals;

namespace {
constexpr auto lockLook = 250ms; // how often to look whether the other one is done: the system tells nobody

QString tr(const char *text)
{
    return QCoreApplication::translate("EnvironmentMaking", text);
}

struct State
{
    EnvironmentStore store;
    Clock &clock;
    EnvironmentMaking making;
    QObject *context;
    FolderLock lock = {};
    QString folder = {}; // beside, once it is there
    bool saidWaiting = false;
};
using StatePtr = std::shared_ptr<State>;

void takeLock(const StatePtr &state, const Promise<> &promise)
{
    if (state->making.cancel.isRequested())
        return promise.resolve(Error::canceled());
    const QString file = state->store.lockFileOf(state->making.id);
    QDir().mkpath(QFileInfo(file).path());
    Result<FolderLock> lock = FolderLock::take(file);
    if (lock)
        state->lock = std::move(lock).value();
    if (lock || lock.error().code != Error::Code::Conflict)
        return promise.resolve(lock ? Result<>() : Result<>(lock.error()));
    if (state->making.progress && !std::exchange(state->saidWaiting, true))
        state->making.progress(tr("Another Windsock is making the same Python environment: waiting for it"));
    state->clock.after(lockLook, state->context, [state, promise] { takeLock(state, promise); });
}

Async<PythonEnvironment> work(const StatePtr &state)
{
    const Async<QString> begun = state->store.beginMaking(state->making.id, state->context);
    const Async<PythonEnvironment> worked = andThen(begun, state->context, [state](const QString &folder) {
        state->folder = folder;
        return state->making.cancel.isRequested() ? failed<PythonEnvironment>(Error::canceled()) : state->making.work(folder);
    });
    return andThen(worked, state->context, [state](PythonEnvironment made) {
        made.id = state->making.id;
        return state->store.finishMaking(state->folder, made, state->context);
    });
}

Async<PythonEnvironment> cleanUp(const StatePtr &state, const Result<PythonEnvironment> &result)
{
    if (result || state->folder.isEmpty())
        return resolved(result);
    return andThen(state->store.dropMaking(state->folder, state->context), state->context,
                   [result](Nothing) { return Result<PythonEnvironment>(result.error()); });
}
} // namespace

Async<PythonEnvironment> makeInStore(const EnvironmentStore &store, Clock &clock, const EnvironmentMaking &making, QObject *context)
{
    if (const auto there = store.find(making.id))
        return ready(*there);
    const auto state = std::make_shared<State>(State{store, clock, making, context});
    const Promise<> locked;
    takeLock(state, locked);
    const Async<PythonEnvironment> made = andThen(locked.future(), context, [state](Nothing) {
        const auto there = state->store.find(state->making.id);
        return there ? ready(*there) : work(state);
    });
    return andFinally(andFinally(made, context, [state](const Result<PythonEnvironment> &result) { return cleanUp(state, result); }),
                      context, [state](const Result<PythonEnvironment> &result) {
                          state->lock.release(); // only now: whoever waits finds all of it or nothing
                          return result;
                      });
}

} // namespace windsock
