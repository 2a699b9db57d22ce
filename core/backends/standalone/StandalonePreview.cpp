// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/StandalonePreview.h"

#include "core/postgres/PostgresCommand.h"
#include "core/supervise/SupervisorDaemon.h"

namespace windsock {

namespace {
struct Preview
{
    const StandaloneFacts &facts;
    Before before;
    StandaloneWish wish;
    StandaloneRecord record; // as Start would write it

    EnvironmentSpec spec() const { return wish.specFor(PythonVersion::find(record.python).value_or(wish.airflow.release.image)); }
};

std::optional<Preview> previewOf(const StandaloneFacts &facts, Before before)
{
    auto wish = StandaloneWish::of(facts.workspace);
    if (!wish)
        return {};
    const auto record = StandaloneRecord::load(facts.places.record);
    Preview made{facts, before, std::move(*wish), record && *record ? **record : StandaloneRecord()};
    made.record.environment = made.spec().id();
    made.record.port = facts.workspace.webPort();
    return made;
}

QList<Command> environmentCommands(const Preview &preview)
{
    if (preview.facts.tools.store.find(preview.record.environment))
        return {};
    EnvironmentRequest request;
    request.spec = preview.spec();
    request.python.path = QStringLiteral("python") + request.spec.python.text();
    request.uv = QStringLiteral("uv");
    return preview.facts.tools.environments.preview(request);
}

QList<Command> databaseCommands(const Preview &preview)
{
    const StandaloneLook &look = preview.facts.look;
    const bool isAnew = preview.before == Before::RemovesAll;
    const bool isSqlite = preview.record.isSqlite && !isAnew;
    const auto places = databasePlaces(preview.facts.places);
    if (!places || (!isAnew && (isSqlite ? look.supervisor.has_value() : look.isUp(QString::fromLatin1(postgresPart)))))
        return {};
    const Command supervise{.program = preview.facts.session.program,
                            .args = {QString::fromLatin1(superviseVerb), preview.facts.places.state.absolutePath()}};
    if (isSqlite)
        return {supervise};
    const PostgresSetup setup{*places, {QStringLiteral("…"), {}}}; // its folder is looked for at the start
    QList<Command> commands = !isAnew && places->dataMajor() ? QList<Command>{} : postgresInitCommands(setup);
    commands += supervise;
    commands += postgresCommand(setup);
    for (Command &command : commands)
        command.environment.clear();
    return commands;
}

QList<Command> partCommands(const Preview &preview)
{
    QList<Command> commands;
    const StandaloneLook &look = preview.facts.look;
    const QList<Component> wanted =
        wantedComponents(preview.wish, preview.facts.places, preview.record, preview.facts.tools.store).value_or({});
    const QStringList outdated = outdatedParts(wanted, look);
    for (const Component &component : wanted) {
        const bool stays = preview.before == Before::Nothing && look.isUp(component.id) && !outdated.contains(component.id);
        if (!stays)
            commands += Command{.program = component.program, .args = component.args};
    }
    return commands;
}

QList<Command> prepareCommands(const Preview &preview)
{
    const StandaloneRecord &record = preview.record;
    if (preview.before != Before::RemovesAll && record.prepared == wantedPreparation(preview.wish, record.environment))
        return {};
    const QString folder = preview.facts.tools.store.folderOf(preview.record.environment);
    return {Command{.program = folder + QStringLiteral("/bin/python"), .args = {preview.facts.places.prepare}}};
}

using CommandsOf = QList<Command> (*)(const Preview &preview);

QList<Command> commandsOf(const StandaloneFacts &facts, Before before, CommandsOf make)
{
    const auto preview = facts.upToDate && before == Before::Nothing ? std::nullopt : previewOf(facts, before);
    return preview ? make(*preview) : QList<Command>{};
}
} // namespace

void addPreviews(QList<Step> &steps, const StandaloneFactsPtr &facts, Before before)
{
    const QMap<QString, CommandsOf> makers{
        {"environment", environmentCommands}, {"database", databaseCommands}, {"prepare", prepareCommands}, {"parts", partCommands}};
    for (Step &step : steps) {
        if (const CommandsOf make = makers.value(step.id))
            step.preview = [facts, before, make] { return commandsOf(*facts, before, make); };
    }
}

} // namespace windsock
