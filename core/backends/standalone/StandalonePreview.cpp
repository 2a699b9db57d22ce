// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/StandalonePreview.h"

#include "core/postgres/PostgresCommand.h"
#include "core/supervise/SupervisorDaemon.h"

namespace windsock {

namespace {
struct Preview
{
    const StandaloneFacts &facts;
    StandaloneWish wish;
    StandaloneRecord record; // as Start would write it

    EnvironmentSpec spec() const { return wish.specFor(PythonVersion::find(record.python).value_or(wish.airflow.release.image)); }
};

std::optional<Preview> previewOf(const StandaloneFacts &facts)
{
    auto wish = StandaloneWish::of(facts.workspace);
    if (!wish)
        return {};
    const auto record = StandaloneRecord::load(facts.places.record);
    Preview made{facts, std::move(*wish), record && *record ? **record : StandaloneRecord()};
    made.record.environment = made.spec().id();
    made.record.port = facts.workspace.webPort();
    return made;
}

QList<Command> environmentCommands(const Preview &preview)
{
    EnvironmentRequest request;
    request.spec = preview.spec();
    request.python.path = QStringLiteral("python") + request.spec.python.text();
    request.uv = QStringLiteral("uv");
    return preview.facts.tools.environments.preview(request);
}

QList<Command> databaseCommands(const Preview &preview)
{
    const auto places = databasePlaces(preview.facts.places);
    if (!places)
        return {};
    const PostgresSetup setup{*places, {QStringLiteral("…"), {}}}; // its folder is looked for at the start
    QList<Command> commands = places->dataMajor() ? QList<Command>{} : postgresInitCommands(setup);
    commands += Command{.program = preview.facts.session.program,
                        .args = {QString::fromLatin1(superviseVerb), preview.facts.places.state.absolutePath()}};
    commands += postgresCommand(setup);
    for (Command &command : commands)
        command.environment.clear();
    return commands;
}

QList<Command> partCommands(const Preview &preview)
{
    QList<Command> commands;
    const auto wanted = wantedComponents(preview.wish, preview.facts.places, preview.record, preview.facts.tools.store);
    for (const Component &component : wanted.value_or({}))
        commands += Command{.program = component.program, .args = component.args};
    return commands;
}

Command prepareCommand(const Preview &preview)
{
    const QString folder = preview.facts.tools.store.folderOf(preview.record.environment);
    return {.program = folder + QStringLiteral("/bin/python"), .args = {preview.facts.places.prepare}};
}
} // namespace

QList<Command> previewCommands(const StandaloneFacts &facts, const QString &stepId)
{
    const auto preview = previewOf(facts);
    if (!preview)
        return {};
    if (stepId == QLatin1String("environment"))
        return environmentCommands(*preview);
    if (stepId == QLatin1String("database"))
        return databaseCommands(*preview);
    if (stepId == QLatin1String("prepare"))
        return {prepareCommand(*preview)};
    return stepId == QLatin1String("parts") ? partCommands(*preview) : QList<Command>{};
}

} // namespace windsock
