// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/AirflowValues.h"

#include "core/workspace/HelmValues.h"
#include "core/yaml/YamlTree.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace windsock {

namespace {
// The charts' own values.yaml, release by release.
QString communityTag(const QString &chartVersion)
{
    static const QList<std::pair<QString, QString>> defaults{{"8.9.", "2.8.4-python3.9"},  {"8.8.", "2.6.3-python3.9"},
                                                             {"8.7.", "2.5.3-python3.8"},  {"8.6.", "2.2.5-python3.8"},
                                                             {"8.5.3", "2.1.4-python3.8"}, {"8.5.", "2.1.2-python3.8"}};
    for (const auto &[prefix, tag] : defaults) {
        if (chartVersion.startsWith(prefix))
            return tag;
    }
    return {};
}

QString officialTag(const QString &chartVersion)
{
    return chartVersion.startsWith(u"1.22.") ? QStringLiteral("3.2.2") : QString();
}

bool hasAny(const YamlDocument &values, const QList<YamlPath> &paths)
{
    return std::any_of(paths.begin(), paths.end(), [&values](const YamlPath &path) { return values.has(path); });
}
} // namespace

ChartFlavor chartFlavor(const QString &repo, const QString &version, const YamlDocument &values)
{
    if (repo.contains(u"airflow-helm"))
        return ChartFlavor::Community;
    if (repo.contains(u"airflow.apache.org"))
        return ChartFlavor::Official;
    // `airflow` at the top is the community chart's own word; the other keys are the official chart's.
    if (hasAny(values,
               {{"airflow", "image"}, {"airflow", "executor"}, {"airflow", "config"}, {"airflow", "extraVolumes"}, {"airflow", "users"}}))
        return ChartFlavor::Community;
    if (hasAny(values, {{"executor"},
                        {"airflowVersion"},
                        {"defaultAirflowTag"},
                        {"defaultAirflowRepository"},
                        {"images"},
                        {"createUserJob"},
                        {"apiServer"}}))
        return ChartFlavor::Official;
    if (version.startsWith(u"8.") || version.startsWith(u"7."))
        return ChartFlavor::Community;
    return version.startsWith(u"1.") ? ChartFlavor::Official : ChartFlavor::Unknown;
}

QString versionInTag(const QString &tag)
{
    static const QRegularExpression number(QStringLiteral("^(?:slim-|v)?([0-9]+\\.[0-9]+(?:\\.[0-9]+)?)(?:$|[^0-9.])"));
    return number.match(tag).captured(1);
}

AirflowValues::AirflowValues(ChartFlavor flavor, QString chartVersion, const YamlDocument &values)
    : m_flavor(flavor), m_chartVersion(std::move(chartVersion)), m_values(values)
{}

QString AirflowValues::text(const YamlPath &path, const QString &fallback) const
{
    const auto node = m_values.at(path);
    return node && node->IsScalar() ? helmText(*node) : fallback;
}

ImageName AirflowValues::image() const
{
    const QString airflow = QStringLiteral("apache/airflow");
    if (m_flavor != ChartFlavor::Official)
        return {text({"airflow", "image", "repository"}, airflow), text({"airflow", "image", "tag"}, communityTag(m_chartVersion))};
    const QString repository = text({"defaultAirflowRepository"}, airflow);
    const QString tag = text({"defaultAirflowTag"}, officialTag(m_chartVersion));
    return {text({"images", "airflow", "repository"}, repository), text({"images", "airflow", "tag"}, tag)};
}

Login AirflowValues::login() const
{
    const QString admin = QStringLiteral("admin");
    if (m_flavor != ChartFlavor::Official) {
        if (!m_values.has({"airflow", "users"}))
            return {admin, admin};
        return {text({"airflow", "users", "0", "username"}), text({"airflow", "users", "0", "password"})};
    }
    if (!helmTruth(m_values, {"createUserJob", "enabled"}, true))
        return {};
    // webserver.defaultUser is the older place and wins where it is set.
    const YamlPath user =
        m_values.has({"webserver", "defaultUser"}) ? YamlPath{"webserver", "defaultUser"} : YamlPath{"createUserJob", "defaultUser"};
    return {text(user + YamlPath{"username"}, admin), text(user + YamlPath{"password"}, admin)};
}

QString AirflowValues::executor() const
{
    return text(m_flavor == ChartFlavor::Official ? YamlPath{"executor"} : YamlPath{"airflow", "executor"},
                QStringLiteral("CeleryExecutor"));
}

QString AirflowValues::airflowVersion() const
{
    return m_flavor == ChartFlavor::Official ? text({"airflowVersion"}, officialTag(m_chartVersion)) : QString();
}

QString AirflowValues::logFolder() const
{
    if (m_flavor != ChartFlavor::Official)
        return QDir::cleanPath(text({"logs", "path"}, QStringLiteral("/opt/airflow/logs")));
    const QString home = text({"airflowHome"}, QStringLiteral("/opt/airflow"));
    return QDir::cleanPath(text({"config", "logging", "base_log_folder"}, home + QStringLiteral("/logs")));
}

QString AirflowValues::dagFolder() const
{
    if (m_flavor != ChartFlavor::Official)
        return QDir::cleanPath(text({"dags", "path"}, QStringLiteral("/opt/airflow/dags")));
    return QDir::cleanPath(text({"dags", "mountPath"}, text({"airflowHome"}, QStringLiteral("/opt/airflow")) + QStringLiteral("/dags")));
}

QList<AirflowValues::MountLists> AirflowValues::mountLists() const
{
    const bool official = m_flavor == ChartFlavor::Official;
    QList<MountLists> lists{official ? MountLists{{"volumes"}, {"volumeMounts"}}
                                     : MountLists{{"airflow", "extraVolumes"}, {"airflow", "extraVolumeMounts"}}};
    const QList<YamlPath> parts =
        official ? QList<YamlPath>{{"workers"},   {"workers", "kubernetes"}, {"workers", "celery"}, {"scheduler"}, {"webserver"},
                                   {"apiServer"}, {"dagProcessor"},          {"triggerer"}}
                 : QList<YamlPath>{{"airflow", "kubernetesPodTemplate"}, {"scheduler"}, {"web"}, {"workers"}, {"triggerer"}};
    for (const YamlPath &part : parts) {
        const bool switchedOff = !official && part == YamlPath{"workers"} && !helmTruth(m_values, {"workers", "enabled"}, true);
        if (!switchedOff)
            lists += {part + YamlPath{"extraVolumes"}, part + YamlPath{"extraVolumeMounts"}};
    }
    return lists;
}

void AirflowValues::collect(const MountLists &lists, const MountLists &global, QList<PodMount> &into) const
{
    for (int i = 0; i < qMin(mostMounts, m_values.count(lists.mounts)); ++i) {
        const YamlPath mount = lists.mounts + YamlPath{QString::number(i)};
        const QString name = text(mount + YamlPath{"name"});
        for (const YamlPath &volumes : {lists.volumes, global.volumes}) {
            const YamlPath volume = findVolume(volumes, name);
            const QString hostPath = volume.isEmpty() ? QString() : text(volume + YamlPath{"hostPath", "path"});
            if (hostPath.isEmpty())
                continue;
            const QString subPath = text(mount + YamlPath{"subPath"});
            into += {name,
                     QDir::cleanPath(subPath.isEmpty() ? hostPath : hostPath + u'/' + subPath),
                     QDir::cleanPath(text(mount + YamlPath{"mountPath"})),
                     text(volume + YamlPath{"hostPath", "type"}),
                     m_values.boolean(mount + YamlPath{"readOnly"}).value_or(false),
                     mount,
                     volume};
            break;
        }
    }
}

YamlPath AirflowValues::findVolume(const YamlPath &volumes, const QString &name) const
{
    for (int i = 0; i < qMin(mostMounts, m_values.count(volumes)); ++i) {
        const YamlPath volume = volumes + YamlPath{QString::number(i)};
        if (!name.isEmpty() && text(volume + YamlPath{"name"}) == name)
            return volume;
    }
    return {};
}

QList<PodMount> AirflowValues::hostMounts() const
{
    QList<PodMount> mounts;
    const QList<MountLists> lists = mountLists();
    for (const MountLists &list : lists)
        collect(list, lists.first(), mounts);
    return mounts;
}

} // namespace windsock
