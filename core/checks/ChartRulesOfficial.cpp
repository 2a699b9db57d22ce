// SPDX-License-Identifier: Apache-2.0
// The official chart's rules: templates/check-values.yaml and NOTES.txt of 1.22.0, then traps that it does not see.
// Kinds and unknown keys are left to the chart's own schema, which Helm checks.
#include "core/checks/ChartRuleBook.h"

#include "core/tools/Version.h"
#include "core/workspace/AirflowValues.h"

#include <QCoreApplication>
#include <QDir>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ChartRulesOfficial", text);
}
QString id(const char *rule)
{
    return QStringLiteral("chart.official.") + QLatin1String(rule);
}

Version chartVersion(const ChartRuleBook &book)
{
    return Version::find(book.workspace().chart().version).value_or(Version{1, 22, 0});
}

QString airflowVersion(const ChartRuleBook &book)
{
    return book.text({"airflowVersion"}, chartVersion(book) == Version{1, 22, 0} ? QStringLiteral("3.2.2") : QString());
}

void judgeVersion(ChartRuleBook &book)
{
    if (book.losesDigits({"airflowVersion"}))
        return; // told as such
    const auto said = Version::find(airflowVersion(book));
    if (!said) {
        if (book.values().has({"airflowVersion"}))
            book.refuse(id("version.form"), {"airflowVersion"}, tr("airflowVersion is no version"),
                        tr("Write it in quotes, for example \"3.2.2\""));
        return;
    }
    // Chart 1.20 raised the floor (its release notes).
    if (chartVersion(book) >= Version{1, 20, 0} && *said < Version{2, 11, 0})
        book.refuse(id("version.old"), {"airflowVersion"}, tr("Chart %1 runs Airflow 2.11 and later").arg(book.workspace().chart().version),
                    tr("Use chart 1.19.0 or the community chart for Airflow %1").arg(said->text()));
    const auto image = Version::find(book.workspace().airflowVersion());
    if (!image || *image == *said)
        return;
    const QString what = tr("airflowVersion is %1, but the image has Airflow %2").arg(said->text(), image->text());
    const QString todo = book.setTo({"airflowVersion"}, QStringLiteral("\"%1\"").arg(image->text()));
    if (image->major != said->major)
        book.refuse(id("version.image"), {"airflowVersion"}, what, todo,
                    tr("The chart would start programs that this image does not have"));
    else
        book.warn(id("version.image"), {"airflowVersion"}, what, todo, tr("The chart decides by it which parts and settings Airflow has"));
}

void judgeExecutor(ChartRuleBook &book)
{
    const QString executor = book.text({"executor"}, QStringLiteral("CeleryExecutor"));
    const QString written = book.text({"config", "core", "executor"});
    if (!written.isEmpty() && !written.contains(u"{{") && written != executor)
        book.refuse(id("executor.twice"), {"config", "core", "executor"}, tr("config.core.executor may not differ from executor"),
                    tr("Delete it and set executor"));
    const bool community = book.values().has({"airflow", "executor"}) || book.values().has({"airflow", "image"});
    if (community)
        book.refuse(
            id("foreign"), {"airflow"}, tr("These values are for the community chart"),
            tr("Set chart.repo in windsock.yaml to %1, or move the values to the official chart's keys").arg(QLatin1String(communityRepo)));
    if (!executor.contains(u"Celery"))
        return;
    const bool broker = book.isSet({"data", "brokerUrl"});
    const bool brokerSecret = book.isSet({"data", "brokerUrlSecretName"});
    if (!book.isTrue({"redis", "enabled"}, true) && !broker && !brokerSecret)
        book.refuse(id("broker.none"), {"data", "brokerUrl"}, tr("%1 needs a message broker, and redis is off").arg(executor),
                    tr("Use the KubernetesExecutor, switch redis on, or set data.brokerUrl"));
    if (broker && brokerSecret)
        book.refuse(id("broker.twice"), {"data", "brokerUrl"}, tr("The broker is named twice"),
                    tr("Delete data.brokerUrl or data.brokerUrlSecretName"));
    if (book.isTrue({"redis", "enabled"}, true) && book.isSet({"redis", "passwordSecretName"}) && book.isSet({"redis", "password"}))
        book.refuse(id("redis.password"), {"redis", "password"}, tr("The Redis password is given twice"),
                    tr("Delete redis.password or redis.passwordSecretName"));
}

void judgeSearch(ChartRuleBook &book)
{
    if (book.isSet({"elasticsearch", "enabled"}) && book.isSet({"opensearch", "enabled"}))
        book.refuse(id("search.twice"), {"opensearch", "enabled"}, tr("Logs can go to Elasticsearch or to OpenSearch, not to both"),
                    tr("Switch one of them off"));
    for (const QString &kind : {QStringLiteral("elasticsearch"), QStringLiteral("opensearch")}) {
        if (book.isSet({kind, "enabled"}) && book.isSet({kind, "secretName"}) == book.isSet({kind, "connection"}))
            book.refuse(id("search.connection"), {kind, "connection"}, tr("%1 needs its connection exactly once").arg(kind),
                        tr("Set either %1.connection or %1.secretName").arg(kind));
    }
}

void judgeDatabase(ChartRuleBook &book)
{
    for (const QString &key : {QStringLiteral("postgresqlUsername"), QStringLiteral("postgresqlPassword")}) {
        if (book.isSet({"postgresql", key}))
            book.refuse(id("postgresql.keys"), {"postgresql", key}, tr("postgresql.%1 no longer exists").arg(key),
                        tr("Use postgresql.auth.username, postgresql.auth.password or postgresql.auth.postgresPassword"));
    }
    if (book.text({"postgresql", "image", "repository"}) == u"bitnami/postgresql")
        book.refuse(id("postgresql.image"), {"postgresql", "image", "repository"},
                    tr("The image bitnami/postgresql is no longer published"),
                    book.setTo({"postgresql", "image", "repository"}, QStringLiteral("bitnamilegacy/postgresql")));
}

// The chart mounts its own volume at these places in every pod; Kubernetes refuses a second mount at the same path.
void judgeMounts(ChartRuleBook &book)
{
    const QString home = book.text({"airflowHome"}, QStringLiteral("/opt/airflow"));
    const QString logs = QDir::cleanPath(home + QStringLiteral("/logs"));
    const bool chartDags = book.isSet({"dags", "persistence", "enabled"}) || book.isSet({"dags", "gitSync", "enabled"});
    const AirflowValues airflow(ChartFlavor::Official, book.workspace().chart().version, book.values());
    for (const AirflowValues::MountLists &lists : airflow.mountLists()) {
        for (int i = 0; i < qMin(mostMounts, book.values().count(lists.mounts)); ++i) {
            const YamlPath mount = lists.mounts + YamlPath{QString::number(i), "mountPath"};
            const QString path = QDir::cleanPath(book.text(mount));
            if (path == logs)
                book.refuse(id("logs.mount"), mount, tr("The chart already mounts a volume at %1").arg(logs),
                            tr("Mount the folder at %1/host-logs and set config.logging.base_log_folder to that path").arg(home));
            if (chartDags && path == airflow.dagFolder())
                book.refuse(id("dags.mount"), mount, tr("The chart already mounts DAGs at %1").arg(path),
                            tr("Switch dags.persistence and dags.gitSync off, or delete this mount"));
        }
    }
}

void judgeHooks(ChartRuleBook &book)
{
    for (const QString &job : {QStringLiteral("migrateDatabaseJob"), QStringLiteral("createUserJob")}) {
        const YamlPath hooks{job, "useHelmHooks"};
        if (book.isTrue({job, "enabled"}, true) && book.isTrue(hooks, true))
            book.warn(id("hooks"), hooks, tr("Helm holds %1 back as a hook and waits for it").arg(job),
                      book.setTo(hooks, QStringLiteral("false")),
                      tr("As a plain job it runs at once, beside everything else, and its progress can be seen"));
    }
}

void judgeKeys(ChartRuleBook &book)
{
    const bool three = !airflowVersion(book).startsWith(u"2.");
    const auto need = [&book](const YamlPath &key, const QString &secretName, const QString &why) {
        if (!book.isSet(key) && !book.isSet({secretName}))
            book.warn(id("key"), key, tr("%1 is not set").arg(key.last()), tr("Set it to a fixed text, for this machine only"), why);
    };
    const QString restarts = tr("The chart makes a new one at every upgrade, which restarts Airflow and ends logins");
    if (three) {
        // templates/secrets/api-secret-key-secret.yaml asks for this key alone, whatever webserverSecretKey is.
        need({"apiSecretKey"}, QStringLiteral("apiSecretKeySecretName"), restarts);
        need({"jwtSecret"}, QStringLiteral("jwtSecretName"), restarts);
    }
    if (!three)
        need({"webserverSecretKey"}, QStringLiteral("webserverSecretKeySecretName"), restarts);
    need({"fernetKey"}, QStringLiteral("fernetKeySecretName"), tr("After a reinstallation stored connections cannot be read any more"));
}

void judgeExtras(ChartRuleBook &book)
{
    if (book.isTrue({"statsd", "enabled"}, true))
        book.warn(id("statsd"), {"statsd", "enabled"}, tr("A metrics exporter starts beside Airflow"),
                  book.setTo({"statsd", "enabled"}, QStringLiteral("false")),
                  tr("Its image is pulled from quay.io; on this machine nobody reads the metrics"));
}
} // namespace

void judgeOfficialChart(ChartRuleBook &book)
{
    judgeVersion(book);
    judgeExecutor(book);
    judgeSearch(book);
    judgeDatabase(book);
    judgeMounts(book);
    judgeHooks(book);
    judgeKeys(book);
    judgeExtras(book);
}

} // namespace windsock
