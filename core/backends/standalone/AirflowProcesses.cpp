// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/AirflowProcesses.h"

#include <QCoreApplication>

namespace windsock {

using namespace std::chrono_literals;

namespace {
struct Part
{
    const char *id, *title;
};
constexpr Part parts[] = {
    {postgresPart, QT_TRANSLATE_NOOP("AirflowProcesses", "Metadata database")},
    {webPart, QT_TRANSLATE_NOOP("AirflowProcesses", "Web page")},
    {schedulerPart, QT_TRANSLATE_NOOP("AirflowProcesses", "Scheduler")},
    {dagProcessorPart, QT_TRANSLATE_NOOP("AirflowProcesses", "DAG processor")},
    {triggererPart, QT_TRANSLATE_NOOP("AirflowProcesses", "Triggerer")},
};

QString plain(const SecretString &secret)
{
    return secret.reveal([](QByteArrayView bytes) { return QString::fromUtf8(bytes); });
}

struct Words
{
    const char *id;
    AirflowPart part;
    QStringList args;
    bool keepsHelpers = false;
};

// Commands of Airflow's CLI reference. The log servers would listen on all interfaces, and nobody needs them where task logs are
// files of this machine.
QList<Words> wordsOf(bool isAirflow3, bool hasTriggerer)
{
    const QString noLogServer = QStringLiteral("--skip-serve-logs");
    QList<Words> words{{webPart, AirflowPart::Web, {isAirflow3 ? QStringLiteral("api-server") : QStringLiteral("webserver")}},
                       {schedulerPart, AirflowPart::Scheduler, {QStringLiteral("scheduler"), noLogServer}, true}};
    if (isAirflow3)
        words += Words{dagProcessorPart, AirflowPart::DagProcessor, {QStringLiteral("dag-processor")}};
    if (hasTriggerer)
        words += Words{triggererPart, AirflowPart::Triggerer, {QStringLiteral("triggerer"), noLogServer}};
    return words;
}
} // namespace

QStringList firstParts()
{
    return {QString::fromLatin1(webPart), QString::fromLatin1(schedulerPart)};
}

QStringList laterParts(bool isAirflow3, bool hasTriggerer)
{
    QStringList ids;
    for (const Words &words : wordsOf(isAirflow3, hasTriggerer))
        ids += QString::fromLatin1(words.id);
    for (const QString &first : firstParts())
        ids.removeAll(first);
    return ids;
}

QStringList partsAhead(bool isAirflow3)
{
    return isAirflow3 ? firstParts() + QStringList{QString::fromLatin1(dagProcessorPart)} : firstParts();
}

QString partTitle(const QString &id)
{
    for (const Part &part : parts) {
        if (id == QLatin1String(part.id))
            return QCoreApplication::translate("AirflowProcesses", part.title);
    }
    return id;
}

QList<Component> airflowComponents(const StandaloneWish &wish, const StandalonePlaces &places, const RuntimeFacts &facts)
{
    QList<Component> components;
    for (const Words &words : wordsOf(wish.isAirflow3(), wish.hasTriggerer)) {
        const QString id = QString::fromLatin1(words.id);
        Component component{.id = id, .title = partTitle(id), .program = facts.environment + QStringLiteral("/bin/python")};
        component.args = QStringList{places.part, places.gate} + words.args;
        component.workDir = places.home;
        component.logFile = places.logOf(id);
        component.environment = airflowEnvironment(words.part, wish, places, facts);
        const auto secrets = secretEnvironment(words.part, wish);
        for (auto secret = secrets.cbegin(); secret != secrets.cend(); ++secret)
            component.environment[secret.key()] = plain(*secret.value());
        component.secrets = secrets.keys();
        if (!facts.isSqlite())
            component.needs = QStringList{QString::fromLatin1(postgresPart)};
        component.keepsHelpers = words.keepsHelpers;
        components += component;
    }
    return components;
}

Component postgresComponent(const Command &command, const StandalonePlaces &places)
{
    const QString id = QString::fromLatin1(postgresPart);
    return {.id = id,
            .title = partTitle(id),
            .program = command.program,
            .args = command.args,
            .workDir = command.workDir,
            .logFile = places.logOf(id),
            .stopSignal = command.stopSignal,
            .grace = command.grace,
            .environment = command.environment};
}

} // namespace windsock
