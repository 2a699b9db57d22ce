// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/AirflowRuntime.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace windsock {

namespace {
using Environment = QMap<QString, QString>;

// What a workspace may say otherwise.
Environment defaults(const StandaloneWish &wish, const RuntimeFacts &facts)
{
    Environment made{
        {QStringLiteral("AIRFLOW__CORE__LOAD_EXAMPLES"), QStringLiteral("False")},
        {QStringLiteral("AIRFLOW__CORE__PARALLELISM"), QString::number(mostTasks(facts.cores))},
        // Processes that start later begin with less: one parser and one web worker per two cores keep the first page quick.
        {QStringLiteral("AIRFLOW__SCHEDULER__PARSING_PROCESSES"), QString::number(std::clamp(facts.cores / 2, 1, 4))},
        {QStringLiteral("AIRFLOW__DAG_PROCESSOR__PARSING_PROCESSES"), QString::number(std::clamp(facts.cores / 2, 1, 4))},
        {QStringLiteral("PYTHONUNBUFFERED"), QStringLiteral("1")},
        {QStringLiteral("LANG"), QStringLiteral("C.UTF-8")},
        // An environment's programs must not ask a terminal that is not there for colours.
        {QStringLiteral("NO_COLOR"), QStringLiteral("1")},
    };
    if (wish.isAirflow3()) {
        made[QStringLiteral("AIRFLOW__API__WORKERS")] = QStringLiteral("1");
        made[QStringLiteral("AIRFLOW__CORE__AUTH_MANAGER")] =
            QStringLiteral("airflow.providers.fab.auth_manager.fab_auth_manager.FabAuthManager");
    } else {
        made[QStringLiteral("AIRFLOW__WEBSERVER__WORKERS")] = QStringLiteral("2");
        // Users of the charts sign in to the REST API with their password (airflow-helm sets the same for its own jobs).
        made[QStringLiteral("AIRFLOW__API__AUTH_BACKENDS")] =
            QStringLiteral("airflow.api.auth.backend.basic_auth,airflow.api.auth.backend.session");
    }
    return made;
}

// What it is here, whatever the workspace says: AirflowSettings has left these out and said so.
Environment fixed(const StandaloneWish &wish, const StandalonePlaces &places, const RuntimeFacts &facts)
{
    const QString port = QString::number(facts.port);
    const QString loopback = QStringLiteral("127.0.0.1");
    const QString address = QStringLiteral("http://localhost:") + port;
    Environment made{
        {QStringLiteral("AIRFLOW_HOME"), facts.home.isEmpty() ? places.home : facts.home},
        {QStringLiteral("AIRFLOW_CONFIG"), places.config},
        {QStringLiteral("AIRFLOW__CORE__EXECUTOR"), executorName(wish.isAirflow3(), facts.isSqlite())},
        {QStringLiteral("AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"), facts.databaseUrl},
        // It would listen on all interfaces; the page tells of the scheduler's health.
        {QStringLiteral("AIRFLOW__SCHEDULER__ENABLE_HEALTH_CHECK"), QStringLiteral("False")},
        {QStringLiteral("AIRFLOW__CORE__DAGS_FOLDER"), wish.folders.dags ? wish.folders.dags->host : places.home + QStringLiteral("/dags")},
        {QStringLiteral("AIRFLOW__CORE__PLUGINS_FOLDER"),
         wish.folders.plugins ? wish.folders.plugins->host : places.home + QStringLiteral("/plugins")},
        {QStringLiteral("AIRFLOW__LOGGING__BASE_LOG_FOLDER"), wish.folders.logs ? wish.folders.logs->host : places.tasks},
        {QStringLiteral("PATH"), facts.environment + QStringLiteral("/bin:") + facts.base.value(QStringLiteral("PATH"))},
    };
    if (wish.isAirflow3()) {
        made[QStringLiteral("AIRFLOW__API__HOST")] = loopback;
        made[QStringLiteral("AIRFLOW__API__PORT")] = port;
        made[QStringLiteral("AIRFLOW__API__BASE_URL")] = address;
        made[QStringLiteral("AIRFLOW__CORE__EXECUTION_API_SERVER_URL")] = QStringLiteral("http://127.0.0.1:%1/execution/").arg(port);
    } else {
        made[QStringLiteral("AIRFLOW__WEBSERVER__WEB_SERVER_HOST")] = loopback;
        made[QStringLiteral("AIRFLOW__WEBSERVER__WEB_SERVER_PORT")] = port;
        made[QStringLiteral("AIRFLOW__WEBSERVER__BASE_URL")] = address;
    }
#ifdef Q_OS_MACOS
    // Forked children of gunicorn and of the executor crash in Objective-C's fork guard.
    made[QStringLiteral("OBJC_DISABLE_INITIALIZE_FORK_SAFETY")] = QStringLiteral("YES");
#endif
    return made;
}

#ifdef Q_OS_MACOS
constexpr auto thisSystem = ProxySystem::Mac;
#else
constexpr auto thisSystem = ProxySystem::Linux;
#endif

bool namesProxy(const QString &variable)
{
    static const QStringList names{QStringLiteral("HTTP_PROXY"), QStringLiteral("HTTPS_PROXY"), QStringLiteral("ALL_PROXY")};
    return names.contains(variable.toUpper());
}

const QString parallelism = QStringLiteral("AIRFLOW__CORE__PARALLELISM");

// 0: as many as there are, for Airflow 2.
bool isTooMuch(const QString &value, int cores)
{
    bool isNumber = false;
    const int tasks = value.trimmed().toInt(&isNumber);
    return isNumber && (tasks <= 0 || tasks > mostTasks(cores));
}

// The folders of DAG bundles; what is none stays as it is.
QString bundlesHere(const QString &json, const WorkspaceFolders &folders)
{
    QJsonArray bundles = QJsonDocument::fromJson(json.toUtf8()).array();
    bool isOther = false;
    for (qsizetype at = 0; at < bundles.size(); ++at) {
        QJsonObject bundle = bundles.at(at).toObject(), kwargs = bundle.value(QStringLiteral("kwargs")).toObject();
        const auto path = folders.onHost(kwargs.value(QStringLiteral("path")).toString());
        if (!path)
            continue;
        kwargs.insert(QStringLiteral("path"), *path);
        bundle.insert(QStringLiteral("kwargs"), kwargs);
        bundles.replace(at, bundle);
        isOther = true;
    }
    return isOther ? QString::fromUtf8(QJsonDocument(bundles).toJson(QJsonDocument::Compact)) : json;
}

// Paths are the pods' in the values: here they are the folders themselves.
QString valueHere(const AirflowSetting &setting, const StandaloneWish &wish)
{
    if (setting.name == QLatin1String("AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST"))
        return bundlesHere(setting.value, wish.folders);
    return setting.name == QLatin1String("PYTHONPATH") ? wish.folders.onHostList(setting.value) : setting.value;
}

// One line of a value in configparser's format, where % is a character of its own.
QByteArray configValue(QByteArrayView value)
{
    QByteArray line = value.toByteArray();
    line.replace('%', "%%");
    line.replace("\r", "");
    line.replace("\n", "\n\t");
    return line;
}

using Sections = QMap<QString, QMap<QString, SecretPtr>>;

void addKeys(Sections &sections, const StandaloneWish &wish, const AirflowKeys &keys)
{
    sections[QStringLiteral("core")][QStringLiteral("fernet_key")] = keys.fernet;
    if (wish.isAirflow3()) {
        sections[QStringLiteral("api")][QStringLiteral("secret_key")] = keys.web;
        sections[QStringLiteral("api_auth")][QStringLiteral("jwt_secret")] = keys.jwt;
    } else {
        sections[QStringLiteral("webserver")][QStringLiteral("secret_key")] = keys.web;
    }
}
} // namespace

int mostTasks(int cores)
{
    return std::clamp(cores * 2, 4, 32);
}

QList<LeftOut> cappedSettings(const AirflowSettings &settings, int cores)
{
    QList<LeftOut> list;
    for (const AirflowSetting &setting : settings.settings) {
        if (setting.name == parallelism && isTooMuch(setting.value, cores))
            list +=
                LeftOut{QStringLiteral("setting.replaced"), LeftOut::Weight::Replaced, setting.key,
                        QCoreApplication::translate("AirflowRuntime", "At most %1 tasks run at once on this machine").arg(mostTasks(cores)),
                        setting.place};
    }
    return list;
}

QString executorName(bool isAirflow3, bool isSqlite)
{
    return isSqlite && !isAirflow3 ? QStringLiteral("SequentialExecutor") : QStringLiteral("LocalExecutor");
}

QMap<QString, QString> proxyExceptions(const QMap<QString, QString> &told, bool hasSecretProxy, ProxySystem system)
{
    const QString lower = QStringLiteral("no_proxy"), upper = QStringLiteral("NO_PROXY"), everything = QStringLiteral("*");
    bool hasProxy = hasSecretProxy;
    for (auto one = told.cbegin(); one != told.cend(); ++one)
        hasProxy = hasProxy || (namesProxy(one.key()) && !one->isEmpty());
    QStringList list;
    const QStringList loopback{QStringLiteral("127.0.0.1"), QStringLiteral("localhost"), QStringLiteral("::1")};
    for (const QString &host : told.value(lower).split(u',') + told.value(upper).split(u',') + loopback) {
        if (!host.trimmed().isEmpty() && !list.contains(host.trimmed()))
            list += host.trimmed();
    }
    // The star counts only where it stands alone.
    const bool all = list.contains(everything) || (system == ProxySystem::Mac && !hasProxy);
    const QString value = all ? everything : list.join(u',');
    return {{lower, value}, {upper, value}};
}

QMap<QString, QString> airflowEnvironment(AirflowPart part, const StandaloneWish &wish, const StandalonePlaces &places,
                                          const RuntimeFacts &facts)
{
    Environment made = facts.base;
    made.insert(defaults(wish, facts));
    // Sorted by name, and for one name "All" before the part's own (enum order): the later one counts.
    for (const AirflowPart of : {AirflowPart::All, part}) {
        for (const AirflowSetting &setting : wish.settings.settings) {
            if (setting.part != of)
                continue;
            if (!setting.isSecret())
                made[setting.name] = valueHere(setting, wish);
        }
    }
    if (isTooMuch(made.value(parallelism), facts.cores))
        made[parallelism] = QString::number(mostTasks(facts.cores));
    made.insert(fixed(wish, places, facts));
    const QStringList secrets = secretEnvironment(part, wish).keys();
    made.insert(proxyExceptions(made, std::any_of(secrets.cbegin(), secrets.cend(), namesProxy), thisSystem));
    return made;
}

QMap<QString, SecretPtr> secretEnvironment(AirflowPart part, const StandaloneWish &wish)
{
    QMap<QString, SecretPtr> made;
    for (const AirflowPart of : {AirflowPart::All, part}) {
        for (const AirflowSetting &setting : wish.settings.settings) {
            if (setting.part != of || !setting.section().isEmpty())
                continue;
            if (setting.isSecret())
                made[setting.name] = setting.secret;
            else
                made.remove(setting.name); // the part's own says it openly
        }
    }
    return made;
}

std::shared_ptr<const SecretString> airflowConfig(const StandaloneWish &wish, const AirflowKeys &keys)
{
    Sections sections;
    addKeys(sections, wish, keys);
    for (const AirflowSetting &setting : wish.settings.settings) {
        if (setting.isSecret() && !setting.section().isEmpty())
            sections[setting.section()][setting.option()] = setting.secret;
    }
    QByteArray text = "# Written by Windsock at each start: keys and settings that are secrets. Everything else is environment.\n";
    for (auto section = sections.cbegin(); section != sections.cend(); ++section) {
        text += "\n[" + section.key().toUtf8() + "]\n";
        for (auto option = section->cbegin(); option != section->cend(); ++option)
            text += option.key().toUtf8() + " = " + option.value()->reveal([](QByteArrayView bytes) { return configValue(bytes); }) + '\n';
    }
    return std::make_shared<const SecretString>(std::move(text));
}

} // namespace windsock
