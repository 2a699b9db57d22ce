// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/PrepareStep.h"

#include "core/backends/standalone/AirflowHome.h"
#include "core/backends/standalone/PrepareInput.h"
#include "core/base/FileText.h"

#include <QCoreApplication>
#include <QFile>

namespace windsock::standalone {

using namespace std::chrono_literals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("PrepareStep", text);
}

constexpr char marked[] = "windsock: "; // what prepare.py says to us
constexpr int evidenceLines = 12;

Result<> writeFiles(const StandaloneFacts &facts)
{
    QFile script(QStringLiteral(":/standalone/prepare.py"));
    if (!script.open(QIODevice::ReadOnly))
        return Error{Error::Code::Bug, QStringLiteral("prepare.py is not compiled in")};
    if (const Result<> written = writeFile(facts.places.prepare, script.readAll(), ownerOnly); !written)
        return written;
    const auto written = AirflowHome(*facts.wish, facts.places).write();
    return written ? Result<>() : Result<>(written.error());
}

QString progressOf(QByteArrayView line)
{
    const QList<QByteArray> words = line.sliced(qsizetype(qstrlen(marked))).toByteArray().split(' ');
    if (words.value(0) == "migrate")
        return tr("the tables are there");
    if (words.value(0) == "users")
        return tr("users: %1").arg(QString::fromUtf8(words.value(1)));
    if (words.value(0) == "connections")
        return tr("connections: %1").arg(QString::fromUtf8(words.value(1)));
    if (words.value(0) == "variables")
        return tr("variables: %1").arg(QString::fromUtf8(words.value(1)));
    return words.value(0) == "pools" ? tr("pools: %1").arg(QString::fromUtf8(words.value(1))) : QString();
}

Error prepareError(const CommandOutput &output)
{
    QByteArrayList lines = (output.out + '\n' + output.err).trimmed().split('\n');
    const QByteArrayList last = lines.mid(std::max<qsizetype>(0, lines.size() - evidenceLines));
    return {.code = Error::Code::ToolFailed,
            .what = tr("Airflow's database could not be prepared"),
            .why = QString::fromUtf8(last.value(last.size() - 1)).trimmed(),
            .todo = tr("Look at the lines below; after a change of the values start again"),
            .rule = QStringLiteral("standalone.prepare"),
            .remedies = {},
            .evidence = QString::fromUtf8(last.join('\n'))};
}

Async<> prepare(const StandaloneFactsPtr &facts, RunContext &context)
{
    if (const Result<> written = writeFiles(*facts); !written)
        return failed(written.error());
    const auto database = databasePlaces(facts->places);
    if (!database)
        return failed(database.error());
    Command command{.program = facts->environment.pythonProgram(), .args = {facts->places.prepare}};
    command.secretInput = prepareInput(*facts->wish, {.migrate = true, .setPasswords = !facts->record.prepared.isEmpty()});
    command.workDir = facts->places.home;
    command.environment = airflowEnvironment(AirflowPart::All, *facts->wish, facts->places,
                                             {.base = facts->record.base,
                                              .environment = facts->environment.folder,
                                              .databaseUrl = database->preparingUrl(),
                                              .port = facts->record.port});
    // A migration reads all DAGs and writes down where they lie. The parts see them elsewhere, and read them anyway.
    if (!facts->record.bubblewrap.isEmpty())
        command.environment[QStringLiteral("AIRFLOW__CORE__DAGS_FOLDER")] = facts->places.home + QStringLiteral("/dags"); // empty
    command.inheritsEnvironment = false;
    command.limit = 10min;
    const auto lines = [&context](Channel, QByteArrayView line) {
        const QString text = line.startsWith(marked) ? progressOf(line) : QString();
        if (!text.isEmpty())
            context.progress(text);
    };
    return andThen(context.run(command, lines), &context, [facts](const CommandOutput &output) -> Result<> {
        if (!output.succeeded())
            return prepareError(output);
        facts->record.prepared = wantedPreparation(*facts->wish, facts->environment.id);
        return facts->save();
    });
}
} // namespace

Step prepareStep(const StandaloneFactsPtr &facts)
{
    Step step{.id = "prepare", .title = tr("Prepare the database"), .after = {"environment", "database"}, .limit = 10min};
    step.isDone = [facts](RunContext &) {
        return ready(facts->upToDate || facts->record.prepared == wantedPreparation(*facts->wish, facts->record.environment));
    };
    step.run = [facts](RunContext &context) { return prepare(facts, context); };
    return step;
}

} // namespace windsock::standalone
