// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/EngineRun.h"

#include "core/checks/FailureRules.h"
#include "core/tools/Docker.h"

#include <QCoreApplication>

namespace windsock {

using namespace std::chrono_literals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("EngineRun", text);
}
constexpr auto betweenTries = 1s;
constexpr int mostTries = 120;

Error nothingToStart()
{
    return {.code = Error::Code::ToolMissing,
            .what = tr("There is no container engine here that Windsock can start"),
            .why = tr("Neither Docker nor OrbStack, Colima or Podman was found in its usual place"),
            .todo = tr("Start the engine that you use by hand, or install one, then try again"),
            .rule = "engine.missing"};
}

struct Waiting
{
    KindSession &session;
    QObject *context;
    RemedyWatch watch;
    int tries = 0;
    Promise<> done;
};

void tryEngine(const std::shared_ptr<Waiting> &waiting)
{
    Command info = docker::info();
    info.limit = 5s;
    whenDone(waiting->session.runner.run(info, {}, waiting->watch.cancel), waiting->context,
             [waiting](const Result<CommandOutput> &output) {
                 if (waiting->watch.cancel.isRequested())
                     return waiting->done.resolve(Error::canceled());
                 if (output && docker::parseInfo(output->out))
                     return waiting->done.resolve({});
                 if (++waiting->tries >= mostTries)
                     return waiting->done.resolve(Error{.code = Error::Code::Timeout,
                                                        .what = tr("The container engine was started, but does not answer"),
                                                        .todo = tr("Look at its own window or log, then try again"),
                                                        .rule = "engine.silent"});
                 waiting->session.clock.after(betweenTries, waiting->context, [waiting] { tryEngine(waiting); });
             });
}
} // namespace

Async<> startEngine(KindSession &session, const QString &engineId, QObject *context, const RemedyWatch &watch,
                    const QList<EngineProgram> &installed)
{
    const QString id = engineId.isEmpty() ? installed.value(0).id : engineId;
    if (id.isEmpty())
        return failed(nothingToStart());
    const auto command = engineStart(id);
    if (!command)
        return failed(Error{Error::Code::NotFound, tr("Windsock does not know how to start “%1”").arg(id)});
    return andThen(
        session.runner.run(*command, {}, watch.cancel), context,
        [&session, context, watch, tool = command->tool](const CommandOutput &output) -> Async<> {
            if (!output.succeeded())
                return failed(explainFailure(
                    {.step = "engine", .tool = tool, .exitCode = output.exitCode, .output = QString::fromUtf8(output.out + output.err)}));
            if (watch.progress)
                watch.progress(tr("waiting for its first answer"));
            const auto waiting = std::make_shared<Waiting>(Waiting{session, context, watch});
            tryEngine(waiting);
            return waiting->done.future();
        });
}

Async<> pruneImages(KindSession &session, QObject *context, const RemedyWatch &watch)
{
    return andThen(session.runner.run(docker::pruneImages(), {}, watch.cancel), context, [watch](const CommandOutput &output) {
        if (!output.succeeded())
            return Result<>(explainFailure({.step = "engine",
                                            .tool = Tool::Docker,
                                            .exitCode = output.exitCode,
                                            .output = QString::fromUtf8(output.out + output.err)}));
        // "Total reclaimed space: 1.2GB", docker's last line
        const QString lastLine = QString::fromUtf8(output.out).trimmed().section(u'\n', -1);
        if (watch.progress)
            watch.progress(lastLine);
        return Result<>();
    });
}

} // namespace windsock
