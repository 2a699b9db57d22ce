// SPDX-License-Identifier: Apache-2.0
#include "core/checks/MountLint.h"

#include "core/base/FolderPath.h"
#include "core/workspace/AirflowValues.h"
#include "core/workspace/HelmValues.h"
#include "core/workspace/KindConfig.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("MountLint", text);
}

class MountLinting
{
public:
    explicit MountLinting(const Workspace &workspace)
        : m_workspace(workspace), m_airflow(workspace.chart().flavor, workspace.chart().version, workspace.mergedValues())
    {
        const Result<KindConfig> config = KindConfig::read(workspace.kindConfig(), workspace.folder());
        m_nodeMounts = config ? config->mounts : QList<NodeMount>();
        m_podMounts = m_airflow.hostMounts();
    }

    QList<Finding> run()
    {
        lintNodeMounts();
        lintPodMounts();
        lintLists();
        lintLogs();
        lintDags();
        return m_findings;
    }

private:
    void add(Severity severity, const char *rule, const QStringList &texts, const SourcePlace &place, const QString &key)
    {
        m_findings += Finding{
            QStringLiteral("mount.") + QLatin1String(rule), severity, texts.value(0), texts.value(1), texts.value(2), place, key, {}};
    }
    SourcePlace placeOf(const YamlPath &path) const { return keyPlace(m_workspace.values(), path); }
    QString value(const YamlPath &path) const { return m_workspace.mergedValues().text(path).value_or(QString()); }

    const NodeMount *carrier(const QString &nodePath) const
    {
        const NodeMount *found = nullptr;
        for (const NodeMount &mount : m_nodeMounts) {
            if (isWithinFolder(nodePath, mount.nodePath) && (!found || mount.nodePath.size() > found->nodePath.size()))
                found = &mount;
        }
        return found;
    }

    void lintNodeMounts()
    {
        QHash<std::pair<int, QString>, SourcePlace> seen;
        for (const NodeMount &mount : m_nodeMounts) {
            const QString key = QStringLiteral("extraMounts");
            if (seen.contains({mount.node, mount.nodePath}))
                add(Severity::Failure, "node.twice",
                    {tr("Two folders are mounted at %1 in the node").arg(mount.nodePath),
                     tr("The other one is at %1").arg(seen[{mount.node, mount.nodePath}].text()), tr("Delete one of them")},
                    mount.place, key);
            seen.insert({mount.node, mount.nodePath}, mount.place);
            if (mount.hostPath.startsWith(u'~') || mount.hostPath.contains(u'$'))
                add(Severity::Failure, "host.tilde",
                    {tr("\"%1\" is taken literally").arg(mount.hostPath), tr("kind expands neither ~ nor variables"),
                     tr("Write the whole path, or one that begins at the workspace folder")},
                    mount.place, key);
            // Mounts outside Airflow's own tree may be for the node itself: certificates, a registry's settings.
            if (isWithinFolder(mount.nodePath, QStringLiteral("/opt/airflow")) && !isUsed(mount))
                add(Severity::Warning, "unused",
                    {tr("%1 reaches the node at %2, but no pod").arg(mount.hostPath, mount.nodePath),
                     tr("No volume of the values leads there"),
                     tr("Add a hostPath volume with path %1 and a mount for it to the values").arg(mount.nodePath)},
                    mount.place, key);
        }
    }

    bool isUsed(const NodeMount &mount) const
    {
        return std::any_of(m_podMounts.begin(), m_podMounts.end(), [this, &mount](const PodMount &pod) {
            return carrier(pod.nodePath) && carrier(pod.nodePath)->nodePath == mount.nodePath;
        });
    }

    void lintPodMounts()
    {
        QSet<QString> told; // one volume used by many parts is told once
        for (const PodMount &pod : std::as_const(m_podMounts)) {
            const QString key = pod.volumePath.join(u'.');
            if (told.contains(key + pod.podPath))
                continue;
            told.insert(key + pod.podPath);
            lintPaths(pod);
            if (!carrier(pod.nodePath))
                lintLoose(pod, key);
        }
    }

    void lintPaths(const PodMount &pod)
    {
        if (!pod.nodePath.startsWith(u'/'))
            add(Severity::Failure, "relative",
                {tr("The hostPath \"%1\" must be absolute").arg(pod.nodePath), tr("It is a path in the node, not on this machine"),
                 tr("Use the containerPath of kind-cluster.yaml")},
                placeOf(pod.volumePath + YamlPath{"hostPath", "path"}), pod.volumePath.join(u'.'));
        if (!pod.podPath.startsWith(u'/'))
            add(Severity::Failure, "relative",
                {tr("The mountPath \"%1\" must be absolute").arg(pod.podPath), {}, tr("For example /opt/airflow/dags")},
                placeOf(pod.mountPath + YamlPath{"mountPath"}), pod.mountPath.join(u'.'));
        if (pod.podPath == u"/opt/airflow")
            add(Severity::Warning, "home",
                {tr("This mount hides all of /opt/airflow"), tr("Airflow's configuration in the image is no longer seen"),
                 tr("Mount the folders below it one by one")},
                placeOf(pod.mountPath), pod.mountPath.join(u'.'));
    }

    void lintLoose(const PodMount &pod, const QString &key)
    {
        if (!isWithinFolder(pod.nodePath, QStringLiteral("/opt/airflow")) && pod.hostType != u"Directory")
            return; // something of the node itself
        const bool strict = pod.hostType == u"Directory" || pod.hostType == u"File";
        const QString why = strict ? tr("The pods would wait for ever: the folder does not exist in the node")
                                   : tr("The pods would get an empty folder of the node instead");
        const QString file = m_workspace.kindConfigPath().isEmpty() ? QStringLiteral("kind-cluster.yaml") : m_workspace.kindConfig().name();
        add(strict ? Severity::Failure : Severity::Warning, "no.node",
            {tr("Nothing leads from this machine to %1").arg(pod.nodePath), why,
             tr("Add an entry with containerPath %1 to extraMounts in %2").arg(pod.nodePath, file)},
            placeOf(pod.volumePath), key);
    }

    void lintLists()
    {
        const QList<AirflowValues::MountLists> lists = m_airflow.mountLists();
        for (const AirflowValues::MountLists &list : lists)
            m_mounted += names(list.mounts);
        for (const AirflowValues::MountLists &list : lists) {
            QHash<QString, YamlPath> seen;
            if (list.mounts != lists.first().mounts)
                collectPaths(lists.first().mounts, seen, false);
            collectPaths(list.mounts, seen, true);
            lintNames(list, lists.first());
        }
    }

    void collectPaths(const YamlPath &list, QHash<QString, YamlPath> &seen, bool tell)
    {
        for (int i = 0; i < qMin(mostMounts, m_workspace.mergedValues().count(list)); ++i) {
            const YamlPath mount = list + YamlPath{QString::number(i)};
            const QString path = QDir::cleanPath(value(mount + YamlPath{"mountPath"}));
            if (path.isEmpty())
                continue;
            if (tell && seen.contains(path))
                add(Severity::Failure, "pod.twice",
                    {tr("Two volumes are mounted at %1").arg(path),
                     tr("The other one is at %1; Kubernetes refuses such a pod").arg(placeOf(seen[path]).text()), tr("Delete one of them")},
                    placeOf(mount), mount.join(u'.'));
            seen.insert(path, mount);
        }
    }

    QStringList names(const YamlPath &list) const
    {
        QStringList names;
        for (int i = 0; i < qMin(mostMounts, m_workspace.mergedValues().count(list)); ++i)
            names += value(list + YamlPath{QString::number(i), "name"});
        return names;
    }

    // Of a stateful part: each claim is a volume of its pods.
    QStringList claims(YamlPath part) const
    {
        part.removeLast();
        const YamlPath templates = part + YamlPath{"volumeClaimTemplates"};
        QStringList names;
        for (int i = 0; i < qMin(mostMounts, m_workspace.mergedValues().count(templates)); ++i)
            names += value(templates + YamlPath{QString::number(i), "metadata", "name"});
        return names;
    }

    void lintNames(const AirflowValues::MountLists &list, const AirflowValues::MountLists &global)
    {
        // Volumes that the charts themselves define; a mount may name them.
        static const QStringList own{"dags-data", "logs-data", "python-site-packages", "dags",
                                     "logs",      "config",    "git-sync-ssh-key",     "webserver-config"};
        const QStringList known = names(list.volumes) + names(global.volumes) + claims(list.volumes) + own;
        const QStringList mounted = names(list.mounts);
        for (int i = 0; i < mounted.size(); ++i) {
            const YamlPath mount = list.mounts + YamlPath{QString::number(i)};
            if (!known.contains(mounted[i]))
                add(Severity::Failure, "no.volume",
                    {tr("There is no volume named \"%1\"").arg(mounted[i]), tr("Kubernetes refuses such a pod"),
                     tr("Add it to %1").arg(list.volumes.join(u'.'))},
                    placeOf(mount + YamlPath{"name"}), mount.join(u'.'));
        }
        const QStringList volumes = names(list.volumes);
        for (int i = 0; i < volumes.size(); ++i) {
            const YamlPath volume = list.volumes + YamlPath{QString::number(i)};
            if (!m_mounted.contains(volumes[i]))
                add(Severity::Warning, "not.mounted",
                    {tr("The volume \"%1\" is mounted nowhere").arg(volumes[i]),
                     {},
                     tr("Add it to %1, or delete it").arg(list.mounts.join(u'.'))},
                    placeOf(volume + YamlPath{"name"}), volume.join(u'.'));
        }
    }

    // The deepest host folder mounted over a folder of the pods.
    const PodMount *over(const QString &podFolder) const
    {
        const PodMount *found = nullptr;
        for (const PodMount &pod : m_podMounts) {
            if (isWithinFolder(podFolder, pod.podPath) && (!found || pod.podPath.size() > found->podPath.size()))
                found = &pod;
        }
        return found;
    }

    void lintLogs()
    {
        const PodMount *logs = over(m_airflow.logFolder());
        if (logs) {
            const NodeMount *node = carrier(logs->nodePath);
            if (!logs->readOnly && !(node && node->readOnly))
                return;
            add(Severity::Failure, "logs.readonly",
                {tr("The log folder is mounted read-only"), tr("Airflow cannot write task logs, and tasks fail"), tr("Delete readOnly")},
                logs->readOnly ? placeOf(logs->mountPath) : node->place, QStringLiteral("readOnly"));
            return;
        }
        const YamlDocument &values = m_workspace.mergedValues();
        const bool kept = helmTruth(values, {"logs", "persistence", "enabled"}, false)
                          || helmTruth(values, {"config", "logging", "remote_logging"}, false)
                          || helmTruth(values, {"airflow", "config", "AIRFLOW__LOGGING__REMOTE_LOGGING"}, false);
        if (m_workspace.executor().contains(u"Kubernetes") && !kept)
            add(Severity::Warning, "logs.missing",
                {tr("Task logs vanish with their pods"), tr("No folder of this machine is mounted at %1").arg(m_airflow.logFolder()),
                 tr("Mount ./logs there, as kind-cluster.yaml and the values do for the DAGs")},
                placeOf(m_airflow.mountLists().first().mounts), m_airflow.mountLists().first().mounts.join(u'.'));
    }

    void lintDags()
    {
        const YamlDocument &values = m_workspace.mergedValues();
        if (over(m_airflow.dagFolder()) || helmTruth(values, {"dags", "gitSync", "enabled"}, false)
            || helmTruth(values, {"dags", "persistence", "enabled"}, false))
            return;
        add(Severity::Warning, "dags.missing",
            {tr("Airflow does not see the DAGs of this folder"),
             tr("No folder of this machine is mounted at %1").arg(m_airflow.dagFolder()),
             tr("Mount ./dags there, unless the image holds the DAGs")},
            placeOf(m_airflow.mountLists().first().mounts), m_airflow.mountLists().first().mounts.join(u'.'));
    }

    const Workspace &m_workspace;
    AirflowValues m_airflow;
    QList<NodeMount> m_nodeMounts;
    QList<PodMount> m_podMounts;
    QStringList m_mounted; // names of volumes that any part mounts
    QList<Finding> m_findings;
};
} // namespace

QList<Finding> mountLint(const Workspace &workspace)
{
    if (workspace.chart().flavor == ChartFlavor::Unknown)
        return {};
    return MountLinting(workspace).run();
}

} // namespace windsock
