// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/ClusterOnlyKeys.h"

#include "core/workspace/AirflowValues.h"
#include "core/workspace/ClusterOnlyRules.h"
#include "core/workspace/HelmValues.h"
#include "core/yaml/YamlTree.h"

#include <QCoreApplication>

#include <algorithm>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ClusterOnlyKeys", text);
}

constexpr int deepest = 8; // the charts' own keys end at five
constexpr qsizetype mostFound = 300;

bool fits(const ClusterOnlyRule &rule, const YamlPath &path)
{
    const QString pattern = QLatin1String(rule.pattern);
    if (pattern.startsWith(u'.'))
        return path.last() == QStringView(pattern).sliced(1);
    const QStringList words = pattern.split(u'.');
    const auto same = [](const QString &word, const QString &key) { return word == u"*" || word == key; };
    return words.size() == path.size() && std::equal(words.begin(), words.end(), path.begin(), same);
}

// What is switched off, or says nothing, is nobody's wish.
bool isWished(const YAML::Node &value)
{
    const auto enabled = value.IsMap() ? yaml::findPair(value, QStringLiteral("enabled")) : std::nullopt;
    return helmTruth(value) && (!enabled || helmTruth(enabled->value));
}

// One of a part is what there is here.
bool saysWhatIs(const ClusterOnlyRule &rule, const YAML::Node &value)
{
    return QLatin1String(rule.id) == QLatin1String("replicas") && value.IsScalar() && yaml::scalar(value) == u"1";
}

class Walk
{
public:
    explicit Walk(const Workspace &workspace) : m_workspace(workspace), m_isOfficial(workspace.chart().flavor == ChartFlavor::Official) {}

    QList<LeftOut> found()
    {
        into(m_workspace.mergedValues().root(), {});
        executor();
        volumes();
        std::stable_sort(m_found.begin(), m_found.end(), [this](const LeftOut &a, const LeftOut &b) { return rank(a) < rank(b); });
        return m_found;
    }

private:
    void into(const YAML::Node &map, const YamlPath &above)
    {
        if (!map.IsMap() || above.size() > deepest)
            return;
        for (const yaml::Pair &pair : yaml::pairs(map)) {
            const YamlPath path = above + YamlPath{yaml::scalar(pair.key)};
            if (isOurs(path) || m_found.size() >= mostFound)
                continue;
            if (const ClusterOnlyRule *rule = ruleFor(path))
                take(*rule, path, pair.value);
            else
                into(pair.value, path);
        }
    }

    // Names in there are Airflow's or the user's own, not the chart's.
    bool isOurs(const YamlPath &path) const
    {
        static const QList<YamlPath> community{
            {"airflow", "config"}, {"airflow", "usersTemplates"}, {"airflow", "connectionsTemplates"}, {"airflow", "variablesTemplates"}};
        static const QList<YamlPath> official{{"config"}, {"extraSecrets"}, {"extraConfigMaps"}, {"images"}};
        return (m_isOfficial ? official : community).contains(path);
    }

    const ClusterOnlyRule *ruleFor(const YamlPath &path) const
    {
        using Chart = ClusterOnlyRule::Chart;
        for (const ClusterOnlyRule &rule : clusterOnlyRules()) {
            if (rule.chart != (m_isOfficial ? Chart::Community : Chart::Official) && fits(rule, path))
                return &rule;
        }
        return nullptr;
    }

    void take(const ClusterOnlyRule &rule, const YamlPath &path, const YAML::Node &value)
    {
        if (isWished(value) && !saysWhatIs(rule, value))
            add(rule.id, rule.weight, path, translatedMeaning(rule));
    }

    void add(const char *id, LeftOut::Weight weight, const YamlPath &path, const QString &meaning)
    {
        m_found += LeftOut{QString::fromLatin1(id), weight, path.join(u'.'), meaning, keyPlace(m_workspace.values(), path)};
    }

    void executor()
    {
        const YamlPath path = m_isOfficial ? YamlPath{"executor"} : YamlPath{"airflow", "executor"};
        const QString name = m_workspace.mergedValues().text(path).value_or(QStringLiteral("LocalExecutor"));
        if (name != u"LocalExecutor")
            add("executor", LeftOut::Weight::Replaced, path,
                tr("Tasks run as processes of this machine (LocalExecutor), not by %1").arg(name.left(60)));
    }

    // Volumes that are filled by the cluster: Secrets, ConfigMaps, claims.
    void volumes()
    {
        const YamlDocument &values = m_workspace.mergedValues();
        const AirflowValues airflow(m_workspace.chart().flavor, m_workspace.chart().version, values);
        for (const AirflowValues::MountLists &lists : airflow.mountLists()) {
            for (int i = 0; i < qMin(mostMounts, values.count(lists.volumes)); ++i) {
                const YamlPath path = lists.volumes + YamlPath{QString::number(i)};
                QStringList kinds = values.keys(path);
                kinds.removeAll(QStringLiteral("name"));
                if (!kinds.isEmpty() && kinds.first() != u"hostPath")
                    add("volume", LeftOut::Weight::Lost, path,
                        tr("The volume %1 (%2) is not there").arg(values.text(path + YamlPath{"name"}).value_or(QString()), kinds.first()));
            }
        }
    }

    std::pair<qsizetype, int> rank(const LeftOut &one) const
    {
        const QList<ValuesFile> &files = m_workspace.values();
        const auto same = [&one](const ValuesFile &file) { return file.name == one.place.file; };
        return {std::find_if(files.begin(), files.end(), same) - files.begin(), one.place.line};
    }

    const Workspace &m_workspace;
    const bool m_isOfficial;
    QList<LeftOut> m_found;
};
} // namespace

QList<LeftOut> clusterOnlyKeys(const Workspace &workspace)
{
    return Walk(workspace).found();
}

} // namespace windsock
