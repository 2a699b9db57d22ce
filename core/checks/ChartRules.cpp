// SPDX-License-Identifier: Apache-2.0
#include "core/checks/ChartRules.h"

#include "core/checks/ChartRuleBook.h"
#include "core/workspace/AirflowValues.h"
#include "core/workspace/HelmValues.h"
#include "core/yaml/YamlTree.h"

#include <QCoreApplication>
#include <QDir>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ChartRules", text);
}

// Sections that both or one of the charts reads keys from without asking whether they are there.
const QList<YamlPath> &sectionsOf(ChartFlavor flavor)
{
    static const QList<YamlPath> community{{"airflow"},
                                           {"airflow", "image"},
                                           {"airflow", "config"},
                                           {"airflow", "kubernetesPodTemplate"},
                                           {"scheduler"},
                                           {"scheduler", "logCleanup"},
                                           {"web"},
                                           {"workers"},
                                           {"workers", "logCleanup"},
                                           {"triggerer"},
                                           {"flower"},
                                           {"logs"},
                                           {"logs", "persistence"},
                                           {"dags"},
                                           {"dags", "persistence"},
                                           {"dags", "gitSync"},
                                           {"ingress"},
                                           {"pgbouncer"},
                                           {"postgresql"},
                                           {"externalDatabase"},
                                           {"redis"},
                                           {"externalRedis"}};
    static const QList<YamlPath> official{
        {"images"},    {"images", "airflow"},   {"config"},        {"scheduler"},           {"webserver"},      {"workers"}, {"apiServer"},
        {"triggerer"}, {"dagProcessor"},        {"createUserJob"}, {"migrateDatabaseJob"},  {"postgresql"},     {"redis"},   {"statsd"},
        {"logs"},      {"logs", "persistence"}, {"dags"},          {"dags", "persistence"}, {"dags", "gitSync"}};
    return flavor == ChartFlavor::Official ? official : community;
}

// `workers:` with nothing below it is the value null, by which Helm throws all of the chart's defaults for it away.
void judgeSections(ChartRuleBook &book)
{
    for (const YamlPath &path : sectionsOf(book.workspace().chart().flavor)) {
        const auto node = book.values().at(path);
        if (!node || node->IsMap())
            continue;
        const QString key = path.join(u'.');
        if (yaml::isNull(*node))
            book.refuse(QStringLiteral("chart.section.empty"), path, tr("The section %1 is empty").arg(key),
                        tr("Delete the line, write %1: {} or give it content").arg(path.last()),
                        tr("For Helm an empty section removes all defaults of the chart below it, and the chart then fails"));
        else
            book.refuse(QStringLiteral("chart.section.kind"), path, tr("%1 must be a map of keys").arg(key),
                        tr("Write its keys below it, indented"));
    }
}

void judgeImage(ChartRuleBook &book)
{
    const bool official = book.workspace().chart().flavor == ChartFlavor::Official;
    const QList<YamlPath> tags = official ? QList<YamlPath>{{"defaultAirflowTag"}, {"images", "airflow", "tag"}, {"airflowVersion"}}
                                          : QList<YamlPath>{{"airflow", "image", "tag"}};
    for (const YamlPath &tag : tags) {
        if (book.losesDigits(tag))
            book.refuse(QStringLiteral("chart.tag.number"), tag, tr("%1 is read as a number").arg(tag.join(u'.')),
                        tr("Put it into quotes: \"%1\"").arg(book.values().text(tag).value_or(QString())),
                        tr("Without quotes 2.10 means 2.1"));
    }
    const YamlPath policy = official ? YamlPath{"images", "airflow", "pullPolicy"} : YamlPath{"airflow", "image", "pullPolicy"};
    if (book.workspace().build() && book.text(policy) == u"Always")
        book.refuse(QStringLiteral("chart.image.pull"), policy,
                    tr("The pull policy Always asks a registry for the image that is built here"),
                    book.setTo(policy, QStringLiteral("IfNotPresent")), tr("The image is loaded into the cluster; no registry has it"));
}
} // namespace

bool ChartRuleBook::isTrue(const YamlPath &path, bool chartDefault) const
{
    return helmTruth(values(), path, chartDefault);
}

QString ChartRuleBook::text(const YamlPath &path, const QString &chartDefault) const
{
    const auto node = values().at(path);
    return node ? helmText(*node) : chartDefault;
}

bool ChartRuleBook::mountsOver(const YamlPath &list, const QString &folder) const
{
    for (int i = 0; i < qMin(mostMounts, values().count(list)); ++i) {
        const QString mountPath = text(list + YamlPath{QString::number(i), "mountPath"});
        if (!mountPath.isEmpty() && QDir::cleanPath(folder).startsWith(QDir::cleanPath(mountPath)))
            return true;
    }
    return false;
}

bool ChartRuleBook::losesDigits(const YamlPath &path) const
{
    const auto node = values().at(path);
    if (!node || !yaml::isPlain(*node))
        return false;
    bool isNumber = false;
    yaml::scalar(*node).toDouble(&isNumber);
    return isNumber;
}

QString ChartRuleBook::setTo(const YamlPath &path, const QString &value) const
{
    const QString file = m_workspace.values().isEmpty() ? QStringLiteral("local.values.yaml") : m_workspace.values().last().name;
    return tr("Set %1 to %2 in %3").arg(path.join(u'.'), value, file);
}

void ChartRuleBook::add(Severity severity, const QString &rule, const YamlPath &path, const QStringList &texts)
{
    m_findings +=
        Finding{rule, severity, texts.value(0), texts.value(2), texts.value(1), keyPlace(m_workspace.values(), path), path.join(u'.'), {}};
}

void ChartRuleBook::refuse(const QString &rule, const YamlPath &path, const QString &what, const QString &todo, const QString &why)
{
    add(Severity::Failure, rule, path, {what, todo, why});
}

void ChartRuleBook::warn(const QString &rule, const YamlPath &path, const QString &what, const QString &todo, const QString &why)
{
    add(Severity::Warning, rule, path, {what, todo, why});
}

QList<Finding> chartRules(const Workspace &workspace)
{
    ChartRuleBook book(workspace);
    if (workspace.chart().flavor == ChartFlavor::Unknown)
        return {};
    judgeSections(book);
    if (workspace.chart().flavor == ChartFlavor::Official)
        judgeOfficialChart(book);
    else
        judgeCommunityChart(book);
    judgeImage(book);
    return book.findings();
}

} // namespace windsock
