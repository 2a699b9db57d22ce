// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/AirflowSettings.h"

#include "core/workspace/PodEnvironment.h"

#include <QCoreApplication>
#include <QMap>
#include <QRegularExpression>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("AirflowSettings", text);
}

// "AIRFLOW__CORE__FERNET_KEY_CMD" and "…_SECRET" give the same option by another way (Airflow's "Setting Configuration Options").
QString withoutWay(const QString &variable)
{
    for (const char *way : {"_CMD", "_SECRET"}) {
        if (variable.startsWith(u"AIRFLOW__") && variable.endsWith(QLatin1String(way)))
            return variable.chopped(qsizetype(qstrlen(way)));
    }
    return variable;
}

struct Owner
{
    const char *pattern; // of the whole name
    const char *words;   // who decides it here
};

constexpr Owner owners[] = {
    {"AIRFLOW__CORE__EXECUTOR", QT_TRANSLATE_NOOP("AirflowSettings", "Tasks run as processes of this machine (LocalExecutor)")},
    {"AIRFLOW__(CORE|DATABASE)__SQL_ALCHEMY_CONN(_ASYNC)?",
     QT_TRANSLATE_NOOP("AirflowSettings", "Windsock runs a database of its own for this workspace")},
    {"AIRFLOW__CORE__(DAGS_FOLDER|PLUGINS_FOLDER|BASE_LOG_FOLDER|DAG_PROCESSOR_MANAGER_LOG_LOCATION)|AIRFLOW__LOGGING__BASE_LOG_FOLDER"
     "|AIRFLOW__LOGGING__DAG_PROCESSOR_(MANAGER_LOG_LOCATION|CHILD_PROCESS_LOG_DIRECTORY)|AIRFLOW__SCHEDULER__CHILD_PROCESS_LOG_DIRECTORY",
     QT_TRANSLATE_NOOP("AirflowSettings", "The folders of the workspace are used where they are")},
    {"AIRFLOW__WEBSERVER__(WEB_SERVER_(PORT|HOST|SSL_CERT|SSL_KEY)|BASE_URL|ENABLE_PROXY_FIX)|AIRFLOW__API__(PORT|HOST|BASE_URL|SSL_CERT"
     "|SSL_KEY)|AIRFLOW__FAB__ENABLE_PROXY_FIX|AIRFLOW__CORE__EXECUTION_API_SERVER_URL",
     QT_TRANSLATE_NOOP("AirflowSettings", "Airflow answers on this machine only, at the port of windsock.yaml")},
    {"AIRFLOW__LOGGING__(WORKER|TRIGGER)_LOG_SERVER_PORT|AIRFLOW__CELERY__WORKER_LOG_SERVER_PORT",
     QT_TRANSLATE_NOOP("AirflowSettings", "Windsock picks free ports, so that workspaces can run side by side")},
    {"AIRFLOW__SCHEDULER__(ENABLE_HEALTH_CHECK|SCHEDULER_HEALTH_CHECK_SERVER_(HOST|PORT))",
     QT_TRANSLATE_NOOP("AirflowSettings", "The scheduler opens no port here; Airflow's page tells of its health")},
    {"AIRFLOW__SCHEDULER__STANDALONE_DAG_PROCESSOR",
     QT_TRANSLATE_NOOP("AirflowSettings", "Windsock starts the processes that this version of Airflow has")},
    {"AIRFLOW__(CELERY|FLOWER)(_.*)?__.*", QT_TRANSLATE_NOOP("AirflowSettings", "There is no Celery here; tasks run as local processes")},
    {"AIRFLOW__(LOCAL_)?KUBERNETES(_.*)?__.*",
     QT_TRANSLATE_NOOP("AirflowSettings", "There is no Kubernetes here; tasks run as local processes")},
    {"AIRFLOW__METRICS__(STATSD|OTEL)_.*|AIRFLOW__TRACES__.*|OTEL_.*",
     QT_TRANSLATE_NOOP("AirflowSettings", "Metrics and traces are not sent anywhere")},
    {"AIRFLOW_HOME|AIRFLOW_CONFIG", QT_TRANSLATE_NOOP("AirflowSettings", "Airflow's own files lie in a folder of Windsock's")},
    {"PATH|HOME|USER|LOGNAME|SHELL|LD_.*|DYLD_.*|VIRTUAL_ENV|PYTHONHOME|PYTHONUSERBASE|PIP_.*|UV_.*",
     QT_TRANSLATE_NOOP("AirflowSettings", "It describes the image; here the Python environment brings its own")},
    {"_PIP_ADDITIONAL_REQUIREMENTS", QT_TRANSLATE_NOOP("AirflowSettings", "These packages become part of the Python environment")},
    {"_AIRFLOW_.*|AIRFLOW_UID|AIRFLOW_GID|GUNICORN_CMD_ARGS|CONNECTION_CHECK_.*|DUMB_INIT_.*",
     QT_TRANSLATE_NOOP("AirflowSettings", "It is for the image's start script, which does not run here")},
};

// config.yml of 2.10.5 and 3.2.2, `sensitive: true`; celery's and elasticsearch's are of their providers.
const QStringList &sensitiveOptions()
{
    static const QStringList all{
        QStringLiteral("AIRFLOW__CORE__FERNET_KEY"),
        QStringLiteral("AIRFLOW__CORE__DATASET_MANAGER_KWARGS"),
        QStringLiteral("AIRFLOW__CORE__ASSET_MANAGER_KWARGS"),
        QStringLiteral("AIRFLOW__CORE__SQL_ALCHEMY_CONN"),
        QStringLiteral("AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"),
        QStringLiteral("AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC"),
        QStringLiteral("AIRFLOW__DATABASE__SQL_ALCHEMY_ENGINE_ARGS"),
        QStringLiteral("AIRFLOW__LOGGING__REMOTE_TASK_HANDLER_KWARGS"),
        QStringLiteral("AIRFLOW__SECRETS__BACKEND_KWARGS"),
        QStringLiteral("AIRFLOW__CELERY__BROKER_URL"),
        QStringLiteral("AIRFLOW__CELERY__RESULT_BACKEND"),
        QStringLiteral("AIRFLOW__CELERY__FLOWER_BASIC_AUTH"),
        QStringLiteral("AIRFLOW__ELASTICSEARCH__HOST"),
        QStringLiteral("AIRFLOW__OPENSEARCH__HOST"),
    };
    return all;
}

// user:password@ in an address, whatever the variable is called.
bool hasCredentials(const QString &value)
{
    static const QRegularExpression address(QStringLiteral("://[^/\\s:@]*:[^/\\s@]+@"));
    return address.match(value).hasMatch();
}

bool isName(const QString &name)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_.-]*\\z"));
    return plain.match(name).hasMatch();
}

AirflowSetting settingOf(const PodVariable &variable)
{
    AirflowSetting setting{variable.name};
    setting.part = variable.part;
    setting.key = variable.key;
    setting.place = variable.place;
    if (isSensitive(variable.name) || hasCredentials(variable.value))
        setting.secret = std::make_shared<const SecretString>(variable.value.toUtf8());
    else
        setting.value = variable.value;
    return setting;
}

class Sorting
{
public:
    void take(const AirflowSetting &setting)
    {
        const QString instead = whoSetsInstead(setting.name);
        if (instead.isEmpty())
            m_found.insert({setting.name, setting.part}, setting);
        else if (!setting.key.isEmpty())
            m_leftOut += LeftOut{QStringLiteral("setting.replaced"), LeftOut::Weight::Replaced, setting.key, instead, setting.place};
    }
    void take(const PodVariable &variable)
    {
        if (!isName(variable.name)) {
            m_leftOut += LeftOut{QStringLiteral("env.name"), LeftOut::Weight::Lost, variable.key,
                                 tr("\"%1\" is no name of an environment variable").arg(variable.name.left(60)), variable.place};
        } else if (variable.isKnown || !whoSetsInstead(variable.name).isEmpty()) {
            take(settingOf(variable));
        } else {
            m_found.remove({variable.name, variable.part}); // in the pods it would win over what came before
            m_leftOut += LeftOut{variable.whyId, LeftOut::Weight::Lost, variable.key,
                                 tr("%1 is not set: %2").arg(variable.name, variable.why), variable.place};
        }
    }
    AirflowSettings sorted() const { return {m_found.values(), m_leftOut}; }
    void leaveOut(const QList<LeftOut> &more) { m_leftOut += more; }

private:
    QMap<std::pair<QString, AirflowPart>, AirflowSetting> m_found;
    QList<LeftOut> m_leftOut;
};
} // namespace

QString AirflowSetting::section() const
{
    const QStringList parts = name.split(QStringLiteral("__"));
    return parts.size() >= 3 && parts.first() == u"AIRFLOW" ? parts.at(1).toLower() : QString();
}

QString AirflowSetting::option() const
{
    const QStringList parts = name.split(QStringLiteral("__"));
    return parts.size() >= 3 && parts.first() == u"AIRFLOW" ? parts.mid(2).join(QStringLiteral("__")).toLower() : QString();
}

bool isSensitive(const QString &variable)
{
    const QString name = variable.toUpper();
    if (sensitiveOptions().contains(withoutWay(name)) || name.startsWith(u"AIRFLOW_CONN_")
        || name.startsWith(u"AIRFLOW__SECRETS__BACKEND_KWARG"))
        return true;
    // The section does not count: AIRFLOW__SECRETS__BACKEND is the name of a class.
    static const QRegularExpression telling(
        QStringLiteral("PASSW(OR)?D|PASSPHRASE|SECRET|TOKEN|CREDENTIAL|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|SERVICE_?ACCOUNT|AUTH_?HEADER"
                       "|AUTHORIZATION|BEARER|CONNECTION_?STRING|FERNET|_DSN$|KEY_CMD|KEYFILE"));
    const QString option = AirflowSetting{name}.option().toUpper();
    return telling.match(option.isEmpty() ? name : option).hasMatch();
}

QString whoSetsInstead(const QString &variable)
{
    const QString name = withoutWay(variable.toUpper());
    static const QList<QRegularExpression> patterns = [] {
        QList<QRegularExpression> made;
        for (const Owner &owner : owners)
            made += QRegularExpression(QStringLiteral("\\A(?:%1)\\z").arg(QString::fromLatin1(owner.pattern)));
        return made;
    }();
    for (qsizetype at = 0; at < patterns.size(); ++at) {
        if (patterns.at(at).match(name).hasMatch())
            return tr(owners[at].words);
    }
    return {};
}

const AirflowSetting *AirflowSettings::find(const QString &name, AirflowPart part) const
{
    const AirflowSetting *common = nullptr;
    for (const AirflowSetting &setting : settings) {
        if (setting.name == name && setting.part == part)
            return &setting;
        if (setting.name == name && setting.part == AirflowPart::All)
            common = &setting;
    }
    return common;
}

AirflowSettings AirflowSettings::of(const Workspace &workspace, const QList<AirflowSetting> &imageEnvironment)
{
    Sorting sorting;
    for (const AirflowSetting &setting : imageEnvironment)
        sorting.take(setting);
    const PodEnvironment pods = PodEnvironment::of(workspace);
    for (const PodVariable &variable : pods.variables)
        sorting.take(variable);
    sorting.leaveOut(pods.leftOut);
    return sorting.sorted();
}

} // namespace windsock
