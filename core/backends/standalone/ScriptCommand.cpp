// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/ScriptCommand.h"

#include "core/backends/standalone/AirflowHome.h"
#include "core/base/FileText.h"

#include <QFile>
#include <QFileInfo>

namespace windsock::standalone {

QByteArray scriptText(const QString &script)
{
    QFile resource(QStringLiteral(":/standalone/") + QFileInfo(script).fileName());
    return resource.open(QIODevice::ReadOnly) ? resource.readAll() : QByteArray();
}

Result<> writeScript(const QString &script)
{
    const QByteArray text = scriptText(script);
    if (text.isEmpty())
        return Error{Error::Code::Bug, script + QStringLiteral(" is not compiled in")};
    return writeFile(script, text, ownerOnly);
}

Result<Command> scriptCommand(const StandaloneFacts &facts, const QString &script)
{
    if (const Result<> written = writeScript(script); !written)
        return written.error();
    if (const auto written = AirflowHome(*facts.wish, facts.places).write(); !written)
        return written.error();
    const auto database = databaseUrl(facts.places, facts.record, true);
    if (!database)
        return database.error();
    Command command{.program = facts.environment.pythonProgram(), .args = {script}};
    command.workDir = facts.places.home;
    command.environment = airflowEnvironment(
        AirflowPart::All, *facts.wish, facts.places,
        {.base = facts.record.base, .environment = facts.environment.folder, .databaseUrl = *database, .port = facts.record.port});
    // A migration reads all DAGs and writes down where they lie. The parts see them elsewhere, and read them anyway.
    if (!facts.record.bubblewrap.isEmpty())
        command.environment[QStringLiteral("AIRFLOW__CORE__DAGS_FOLDER")] = facts.places.home + QStringLiteral("/dags"); // empty
    command.inheritsEnvironment = false;
    return command;
}

} // namespace windsock::standalone
