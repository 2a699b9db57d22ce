// SPDX-License-Identifier: Apache-2.0
// The community chart's rules: templates/_helpers/validate-values.tpl of 8.9.0, in its order, then traps that it does not
// see (docs and issues of airflow-helm/charts).
#include "core/checks/ChartRuleBook.h"

#include <QCoreApplication>
#include <QUrl>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ChartRulesCommunity", text);
}
QString id(const char *rule)
{
    return QStringLiteral("chart.community.") + QLatin1String(rule);
}

const YamlPath executorKey{"airflow", "executor"};
const YamlPath globalMounts{"airflow", "extraVolumeMounts"};
const YamlPath logPersistence{"logs", "persistence", "enabled"};

QString executorOf(const ChartRuleBook &book)
{
    return book.text(executorKey, QStringLiteral("CeleryExecutor"));
}
bool isKubernetes(const ChartRuleBook &book)
{
    return executorOf(book).contains(u"Kubernetes");
}

void judgeVersion(ChartRuleBook &book)
{
    const bool legacy = book.isSet({"airflow", "legacyCommands"});
    if (legacy && book.text({"scheduler", "replicas"}, QStringLiteral("1")) != u"1")
        book.refuse(id("legacy.replicas"), {"scheduler", "replicas"}, tr("With airflow.legacyCommands there can be one scheduler only"),
                    book.setTo({"scheduler", "replicas"}, QStringLiteral("1")));
    if (book.text({"airflow", "image", "repository"}, QStringLiteral("apache/airflow")) != u"apache/airflow")
        return;
    const QString tag = book.text({"airflow", "image", "tag"}, QStringLiteral("2."));
    if (tag.startsWith(u"1.") && !legacy)
        book.refuse(id("legacy.needed"), {"airflow", "legacyCommands"}, tr("Airflow 1.10 needs airflow.legacyCommands"),
                    book.setTo({"airflow", "legacyCommands"}, QStringLiteral("true")));
    if (tag.startsWith(u"2.") && legacy)
        book.refuse(id("legacy.wrong"), {"airflow", "legacyCommands"}, tr("airflow.legacyCommands is for Airflow 1.10 only"),
                    book.setTo({"airflow", "legacyCommands"}, QStringLiteral("false")));
}

void judgeExecutor(ChartRuleBook &book)
{
    const QString executor = executorOf(book);
    if (executor != u"CeleryExecutor" && executor != u"CeleryKubernetesExecutor" && executor != u"KubernetesExecutor") {
        book.refuse(id("executor"), executorKey, tr("The chart does not know the executor \"%1\"").arg(executor.left(60)),
                    tr("Use KubernetesExecutor, CeleryExecutor or CeleryKubernetesExecutor"));
        return;
    }
    if (executor.startsWith(u"Celery")) {
        if (!book.isTrue({"workers", "enabled"}, true))
            book.refuse(id("workers.on"), {"workers", "enabled"}, tr("%1 needs workers").arg(executor),
                        book.setTo({"workers", "enabled"}, QStringLiteral("true")));
        return;
    }
    for (const QString &part : {QStringLiteral("workers"), QStringLiteral("flower"), QStringLiteral("redis")}) {
        if (book.isTrue({part, "enabled"}, true))
            book.refuse(id("celery.off"), {part, "enabled"}, tr("%1.enabled must be false with the KubernetesExecutor").arg(part),
                        book.setTo({part, "enabled"}, QStringLiteral("false")),
                        tr("It belongs to Celery, is on by default, and the chart refuses both"));
    }
}

void judgeConfig(ChartRuleBook &book)
{
    struct Reserved
    {
        const char *key;
        QString instead;
    };
    const QString byChart = tr("the chart sets it from its database and Redis values");
    const Reserved reserved[] = {{"AIRFLOW__CORE__EXECUTOR", tr("set airflow.executor")},
                                 {"AIRFLOW__CORE__DAGS_FOLDER", tr("set dags.path")},
                                 {"AIRFLOW__CELERY__BROKER_URL", byChart},
                                 {"AIRFLOW__CELERY__BROKER_URL_CMD", byChart},
                                 {"AIRFLOW__CELERY__RESULT_BACKEND", byChart},
                                 {"AIRFLOW__CELERY__RESULT_BACKEND_CMD", byChart},
                                 {"AIRFLOW__CORE__SQL_ALCHEMY_CONN", byChart},
                                 {"AIRFLOW__CORE__SQL_ALCHEMY_CONN_CMD", byChart},
                                 {"AIRFLOW__DATABASE__SQL_ALCHEMY_CONN", byChart},
                                 {"AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_CMD", byChart}};
    for (const Reserved &entry : reserved) {
        const YamlPath path{"airflow", "config", QString::fromLatin1(entry.key)};
        if (book.isSet(path))
            book.refuse(id("config.reserved"), path, tr("%1 may not stand in airflow.config").arg(QLatin1String(entry.key)),
                        tr("Delete it: %1").arg(entry.instead));
    }
}

void judgeLogCleanup(ChartRuleBook &book, const QString &part)
{
    const YamlPath cleanup{part, "logCleanup", "enabled"};
    // Workers beside the KubernetesExecutor are refused as such; their own rules come after that.
    if (!book.isTrue(cleanup, true)
        || (part == u"workers" && (executorOf(book) == u"KubernetesExecutor" || !book.isTrue({"workers", "enabled"}, true))))
        return;
    const QString logs = book.text({"logs", "path"}, QStringLiteral("/opt/airflow/logs"));
    const bool mounted = book.mountsOver(globalMounts, logs) || book.mountsOver({part, "extraVolumeMounts"}, logs);
    if (book.isSet(logPersistence) || mounted)
        book.refuse(id("log.cleanup"), cleanup, tr("%1.logCleanup.enabled must be false when %2 is mounted").arg(part, logs),
                    book.setTo(cleanup, QStringLiteral("false")), tr("It is on by default and would delete files from the mounted folder"));
}

void judgePersistence(ChartRuleBook &book)
{
    const QString many = QStringLiteral("ReadWriteMany");
    if (book.isSet(logPersistence)) {
        if (book.text({"logs", "persistence", "accessMode"}, many) != many)
            book.refuse(id("logs.access"), {"logs", "persistence", "accessMode"}, tr("The log volume must be writable by many pods"),
                        book.setTo({"logs", "persistence", "accessMode"}, many));
        if (book.mountsOver(globalMounts, book.text({"logs", "path"}, QStringLiteral("/opt/airflow/logs"))))
            book.refuse(id("logs.twice"), logPersistence, tr("The log folder is mounted and persisted at once"),
                        book.setTo(logPersistence, QStringLiteral("false")));
    }
    const QString dagAccess = book.text({"dags", "persistence", "accessMode"}, QStringLiteral("ReadOnlyMany"));
    if (book.isSet({"dags", "persistence", "enabled"}) && dagAccess != many && dagAccess != u"ReadOnlyMany")
        book.refuse(id("dags.access"), {"dags", "persistence", "accessMode"}, tr("The DAG volume must be readable by many pods"),
                    tr("Use ReadOnlyMany or ReadWriteMany"));
}

void judgeGitSync(ChartRuleBook &book)
{
    const YamlPath sync{"dags", "gitSync"};
    if (!book.isSet(sync + YamlPath{"enabled"}))
        return;
    if (book.isSet({"dags", "persistence", "enabled"}))
        book.refuse(id("git.persistence"), {"dags", "persistence", "enabled"}, tr("DAGs come either by git-sync or from a volume"),
                    book.setTo({"dags", "persistence", "enabled"}, QStringLiteral("false")));
    const QString repo = book.text(sync + YamlPath{"repo"});
    if (repo.isEmpty())
        book.refuse(id("git.repo"), sync + YamlPath{"repo"}, tr("git-sync has no repository"),
                    tr("Set dags.gitSync.repo, or switch git-sync off"));
    const bool ssh = book.isSet(sync + YamlPath{"sshSecret"});
    if (ssh && book.isSet(sync + YamlPath{"httpSecret"}))
        book.refuse(id("git.secrets"), sync + YamlPath{"httpSecret"}, tr("git-sync can log in by SSH or by HTTP, not by both"),
                    tr("Delete one of sshSecret and httpSecret"));
    if (repo.toLower().startsWith(u"git@github.com") && !ssh)
        book.refuse(id("git.ssh"), sync + YamlPath{"sshSecret"}, tr("This repository needs an SSH key"),
                    tr("Set dags.gitSync.sshSecret, or use an https address"));
}

void judgeIngressPath(ChartRuleBook &book, const QString &part, const YamlPath &setting)
{
    const YamlPath key{"ingress", part, "path"};
    const QString path = book.text(key);
    if (path.isEmpty())
        return;
    if (!path.startsWith(u'/') || path.endsWith(u'/'))
        book.refuse(id("ingress.slash"), key, tr("An ingress path begins with a slash and ends without one"), tr("Write it like /airflow"));
    const QString wanted = path.endsWith(u"/*") ? path.chopped(2) : path;
    const QString written = book.text(setting);
    const QString actual = part == u"web" ? QUrl(written).path() : written;
    if (written.isEmpty() || actual != wanted)
        book.refuse(id("ingress.path"), setting, tr("%1 must agree with %2").arg(setting.last(), key.join(u'.')),
                    part == u"web" ? tr("Set it to http://HOST%1").arg(wanted) : tr("Set it to %1").arg(wanted));
}

void judgeIngress(ChartRuleBook &book)
{
    if (!book.isSet({"ingress", "enabled"}))
        return;
    const QString version = book.text({"ingress", "apiVersion"}, QStringLiteral("networking.k8s.io/v1"));
    if (version != u"networking.k8s.io/v1" && version != u"networking.k8s.io/v1beta1")
        book.refuse(id("ingress.version"), {"ingress", "apiVersion"}, tr("This ingress version is unknown"),
                    book.setTo({"ingress", "apiVersion"}, QStringLiteral("networking.k8s.io/v1")));
    judgeIngressPath(book, QStringLiteral("web"), {"airflow", "config", "AIRFLOW__WEBSERVER__BASE_URL"});
    judgeIngressPath(book, QStringLiteral("flower"), {"airflow", "config", "AIRFLOW__CELERY__FLOWER_URL_PREFIX"});
}

void judgePoolCertificates(ChartRuleBook &book)
{
    if (!book.isTrue({"pgbouncer", "enabled"}, true))
        return;
    if (!book.isTrue({"postgresql", "enabled"}, true) && book.text({"externalDatabase", "type"}, QStringLiteral("postgres")) != u"postgres")
        return;
    for (const QString &side : {QStringLiteral("clientSSL"), QStringLiteral("serverSSL")}) {
        const YamlPath key{"pgbouncer", side, "keyFile", "existingSecret"};
        const YamlPath certificate{"pgbouncer", side, "certFile", "existingSecret"};
        if (book.isSet(key) != book.isSet(certificate))
            book.refuse(id("pgbouncer.ssl"), book.isSet(key) ? certificate : key, tr("A key and its certificate belong together"),
                        tr("Set both %1 and %2, or neither").arg(key.join(u'.'), certificate.join(u'.')));
    }
}

void judgeExternals(ChartRuleBook &book)
{
    const QString local = QStringLiteral("localhost");
    const QString database = book.text({"externalDatabase", "host"}, local);
    if (!database.isEmpty() && database != local) {
        if (book.isTrue({"postgresql", "enabled"}, true))
            book.refuse(id("database.twice"), {"postgresql", "enabled"}, tr("The chart's own PostgreSQL is on beside an external database"),
                        book.setTo({"postgresql", "enabled"}, QStringLiteral("false")));
        const QString type = book.text({"externalDatabase", "type"}, QStringLiteral("postgres"));
        if (type != u"postgres" && type != u"mysql")
            book.refuse(id("database.type"), {"externalDatabase", "type"}, tr("The external database must be postgres or mysql"),
                        tr("Use one of the two"));
    }
    const QString redis = book.text({"externalRedis", "host"}, local);
    if (!redis.isEmpty() && redis != local && book.isTrue({"redis", "enabled"}, true))
        book.refuse(id("redis.twice"), {"redis", "enabled"}, tr("The chart's own Redis is on beside an external one"),
                    book.setTo({"redis", "enabled"}, QStringLiteral("false")));
}

void judgeAirflow(ChartRuleBook &book)
{
    const QString version = book.workspace().airflowVersion();
    const int major = version.section(u'.', 0, 0).toInt();
    const int minor = version.section(u'.', 1, 1).toInt();
    if (major >= 3)
        book.refuse(id("airflow3"), {"airflow", "image"}, tr("The community chart cannot run Airflow %1").arg(version),
                    tr("Use an Airflow 2 image, or the official chart (https://airflow.apache.org)"),
                    tr("It starts `airflow webserver`, which Airflow 3 no longer has"));
    // The chart skips the triggerer for old versions only when the image is apache/airflow itself.
    const bool custom = book.text({"airflow", "image", "repository"}, QStringLiteral("apache/airflow")) != u"apache/airflow";
    if (major == 2 && minor < 2 && custom && book.isTrue({"triggerer", "enabled"}, true))
        book.refuse(id("triggerer"), {"triggerer", "enabled"}, tr("Airflow %1 has no triggerer").arg(version),
                    book.setTo({"triggerer", "enabled"}, QStringLiteral("false")), tr("Its pod would crash and restart for ever"));
}

void judgeHabits(ChartRuleBook &book)
{
    if (book.values().count({"airflow", "extraPipPackages"}) > 0 && isKubernetes(book))
        book.warn(id("pip"), {"airflow", "extraPipPackages"}, tr("Task pods do not get airflow.extraPipPackages"),
                  tr("Put packages into requirements.txt and so into the image"),
                  tr("The chart installs them in its own pods only, at every start"));
    for (const QString &kind : {QStringLiteral("connections"), QStringLiteral("variables"), QStringLiteral("pools")}) {
        const YamlPath update{"airflow", kind + QStringLiteral("Update")};
        if (book.values().count({"airflow", kind}) > 0 && book.isTrue(update, true))
            book.warn(id("sync"), update, tr("Changes of %1 in the web page are undone within a minute").arg(kind),
                      book.setTo(update, QStringLiteral("false")), tr("The chart keeps writing the ones of the values"));
    }
    if (book.text({"airflow", "fernetKey"}, QStringLiteral("7T512UXSSmBOkpWimFHIVb8jK6lfmSAvx4mO6Arehnc="))
        == u"7T512UXSSmBOkpWimFHIVb8jK6lfmSAvx4mO6Arehnc=")
        book.warn(id("fernet"), {"airflow", "fernetKey"}, tr("Airflow encrypts connections with the chart's public key"),
                  tr("Set airflow.fernetKey; never use this one in production"));
    if (book.text({"airflow", "webserverSecretKey"}, QStringLiteral("THIS IS UNSAFE!")) == u"THIS IS UNSAFE!")
        book.warn(id("secret.key"), {"airflow", "webserverSecretKey"}, tr("The web page signs logins with the chart's public key"),
                  tr("Set airflow.webserverSecretKey; never use this one in production"));
}
} // namespace

void judgeCommunityChart(ChartRuleBook &book)
{
    judgeVersion(book);
    judgeExecutor(book);
    judgeConfig(book);
    judgeLogCleanup(book, QStringLiteral("scheduler"));
    judgeLogCleanup(book, QStringLiteral("workers"));
    judgePersistence(book);
    judgeGitSync(book);
    judgeIngress(book);
    judgePoolCertificates(book);
    judgeExternals(book);
    judgeAirflow(book);
    judgeHabits(book);
}

} // namespace windsock
