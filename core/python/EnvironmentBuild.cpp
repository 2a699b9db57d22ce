// SPDX-License-Identifier: Apache-2.0
#include "core/python/EnvironmentBuild.h"

#include "core/base/FileText.h"
#include "core/python/EnvironmentMaking.h"

#include <QDir>

namespace windsock {

namespace {
Result<> writeFiles(const StageFiles &files, const IndexSettings &index)
{
    const Result<> written = writeFile(files.request.requirements, index.requirementLines() + files.requirements, ownerOnly);
    if (!written || files.constraints.isEmpty())
        return written;
    return writeFile(files.request.constraints, files.constraints, ownerOnly);
}

// A wish that makes no sense is refused before anything is fetched for it.
Result<AirflowFacts> checked(const EnvironmentRequest &request)
{
    const Result<> lines = checkRequirements(request.spec);
    if (!lines)
        return lines.error();
    if (request.python.minor() != request.spec.python)
        return Error{Error::Code::Bug, QStringLiteral("The Python is not the one of the environment's description")};
    return airflowFacts(request.spec.airflow);
}
} // namespace

Command compileCommand(const PythonEnvironment &environment)
{
    Command command;
    command.program = environment.pythonProgram();
    command.args = QStringList{"-m", "compileall", "-q", environment.folder + QStringLiteral("/lib")};
    command.limit = std::chrono::minutes(10);
    return command;
}

struct EnvironmentBuild::Work
{
    EnvironmentRequest request;
    AirflowFacts facts;
    Pins pins = {};
    QString making = {};
};

EnvironmentBuild::EnvironmentBuild(EnvironmentParts parts, PinnedPackages &pins, QObject *parent)
    : QObject(parent), m_parts(std::move(parts)), m_pins(pins)
{}

UvListener EnvironmentBuild::listener(const Work &work, const QString &title) const
{
    return {title, work.request.progress, work.request.commands, work.request.lines};
}

Async<PythonEnvironment> EnvironmentBuild::make(const EnvironmentRequest &request)
{
    const Result<AirflowFacts> facts = checked(request);
    if (!facts)
        return failed<PythonEnvironment>(facts.error());
    const auto work = std::make_shared<Work>(Work{request, *facts});
    const EnvironmentMaking making{request.spec.id(), [this, work](const QString &folder) { return fill(work, folder); }, request.progress,
                                   request.cancel};
    return makeInStore(m_parts.store, m_parts.clock, making, this);
}

Async<PythonEnvironment> EnvironmentBuild::fill(const WorkPtr &work, const QString &making)
{
    work->making = making;
    const auto keepPins = [work](const Pins &pins) {
        work->pins = pins;
        if (work->request.lines)
            work->request.lines(Channel::Out, pins.note.toUtf8());
        return Result<>();
    };
    // The constraints come over another road than the packages: the one need not wait for the other.
    const Async<> pinned = andThen(m_pins.find(work->facts, work->request.spec.python, work->request.cancel), this, keepPins);
    const Async<> prepared = allOf(this, {makeVenv(work), pinned});
    const Async<> installed = andThen(prepared, this, [this, work](Nothing) { return installAll(work); });
    return andThen(installed, this, [work](Nothing) {
        const EnvironmentSpec &spec = work->request.spec;
        return Result<PythonEnvironment>(PythonEnvironment{
            .airflow = spec.airflow, .python = spec.python, .lock = work->pins.lock, .lockNote = work->pins.note, .spec = spec.toJson()});
    });
}

Async<> EnvironmentBuild::makeVenv(const WorkPtr &work)
{
    QDir().mkpath(m_parts.cache);
    const Command command =
        uv::venv(m_parts.placeOf(work->request.uv), work->request.python.path, EnvironmentStore::environmentIn(work->making));
    const UvListener told = listener(*work, tr("Python environment"));
    return andThen(runUv(m_parts.runner, command, told, work->request.cancel, this), this,
                   [](const std::optional<uv::Failure> &failure) { return failure ? Result<>(failure->error) : Result<>(); });
}

Async<> EnvironmentBuild::installAll(const WorkPtr &work)
{
    QList<AsyncLink> links;
    for (const EnvironmentStage &stage : environmentStages(work->request.spec))
        links += [this, work, stage] { return install(work, stage); };
    return inSequence(this, links);
}

Async<> EnvironmentBuild::install(const WorkPtr &work, const EnvironmentStage &stage)
{
    const EnvironmentSpec &spec = work->request.spec;
    StageFiles files = stageFiles(stage, spec, work->pins, work->making);
    files.request.compile = work->request.compile; // in each: uv compiles only where it has installed something
    if (const Result<> written = writeFiles(files, m_parts.index); !written)
        return failed(written.error());
    if (work->request.progress)
        work->request.progress(stage.title);
    const Command command = uv::install(m_parts.placeOf(work->request.uv), files.request);
    const auto explain = [work, stage](const std::optional<uv::Failure> &failure) {
        return failure ? Result<>(stageError(stage, work->request.spec, *failure)) : Result<>();
    };
    return andThen(runUv(m_parts.runner, command, listener(*work, stage.title), work->request.cancel, this), this, explain);
}

QList<Command> EnvironmentBuild::preview(const EnvironmentRequest &request) const
{
    const QString id = request.spec.id();
    if (m_parts.store.find(id))
        return {};
    const QString making = m_parts.store.folder() + QStringLiteral("/.making-") + id;
    QList<Command> commands{uv::venv(m_parts.placeOf(request.uv), request.python.path, EnvironmentStore::environmentIn(making))};
    for (const EnvironmentStage &stage : environmentStages(request.spec))
        commands += uv::install(m_parts.placeOf(request.uv), stageFiles(stage, request.spec, {}, making).request);
    return commands;
}

} // namespace windsock
