// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/Workspace.h"

#include "core/base/FolderPath.h"
#include "core/base/Paths.h"
#include "core/workspace/AirflowValues.h"
#include "core/workspace/HelmValues.h"
#include "core/workspace/KindConfig.h"
#include "core/workspace/Ports.h"
#include "core/workspace/WorkspaceReader.h"

#include <QSet>

namespace windsock {

namespace {
// The mount of the node that carries this path: the deepest one, as mounts hide each other.
const NodeMount *carrier(const QList<NodeMount> &mounts, const QString &nodePath)
{
    const NodeMount *found = nullptr;
    for (const NodeMount &mount : mounts) {
        if (isWithinFolder(nodePath, mount.nodePath) && (!found || mount.nodePath.size() > found->nodePath.size()))
            found = &mount;
    }
    return found;
}

Mount joined(const NodeMount *node, const PodMount &pod)
{
    Mount mount{{}, {}, pod.nodePath, pod.podPath, pod.readOnly};
    if (!node)
        return mount;
    const QString rest = pod.nodePath.mid(node->nodePath == u"/" ? 0 : node->nodePath.size());
    mount.hostPath = node->hostPath + rest;
    mount.hostAbsolute = QDir::cleanPath(node->hostAbsolute + rest);
    mount.readOnly = mount.readOnly || node->readOnly;
    mount.nodePlace = node->place;
    return mount;
}
} // namespace

Result<Workspace> Workspace::open(const QString &folder)
{
    return WorkspaceReader(folder).read();
}

QString Workspace::id() const
{
    return folderId(m_folder.path());
}

QString Workspace::name() const
{
    return m_folder.dirName();
}

QList<Mount> Workspace::mounts() const
{
    const Result<KindConfig> config = KindConfig::read(m_kindConfig, m_folder);
    const QList<NodeMount> nodeMounts = config ? config->mounts : QList<NodeMount>();
    QList<Mount> mounts;
    QSet<std::pair<QString, QString>> seen;
    QSet<QString> used;
    for (const PodMount &pod : AirflowValues(m_chart.flavor, m_chart.version, m_merged).hostMounts()) {
        const NodeMount *node = carrier(nodeMounts, pod.nodePath);
        if (node)
            used.insert(node->nodePath);
        if (seen.contains({pod.nodePath, pod.podPath}))
            continue; // the same way for another part of Airflow
        seen.insert({pod.nodePath, pod.podPath});
        mounts += joined(node, pod);
        mounts.last().podPlace = keyPlace(m_values, pod.mountPath);
    }
    for (const NodeMount &node : nodeMounts) {
        if (!used.contains(node.nodePath))
            mounts += Mount{node.hostPath, node.hostAbsolute, node.nodePath, {}, node.readOnly, node.place, {}};
    }
    return mounts;
}

std::optional<int> Workspace::mappedHostPort(int nodePort) const
{
    const Result<KindConfig> config = KindConfig::read(m_kindConfig, m_folder);
    return config ? loopbackPort(config->ports, nodePort) : std::nullopt;
}

QList<int> Workspace::mappedHostPorts() const
{
    const Result<KindConfig> config = KindConfig::read(m_kindConfig, m_folder);
    return config ? loopbackPorts(config->ports) : QList<int>();
}

ImageName Workspace::image() const
{
    return AirflowValues(m_chart.flavor, m_chart.version, m_merged).image();
}

Login Workspace::login() const
{
    return AirflowValues(m_chart.flavor, m_chart.version, m_merged).login();
}

QString Workspace::executor() const
{
    return AirflowValues(m_chart.flavor, m_chart.version, m_merged).executor();
}

QString Workspace::airflowVersion() const
{
    if (!m_baseVersion.isEmpty())
        return m_baseVersion;
    const QString inTag = versionInTag(image().tag);
    return inTag.isEmpty() ? AirflowValues(m_chart.flavor, m_chart.version, m_merged).airflowVersion() : inTag;
}

Workspace Workspace::withWebPort(int port) const
{
    Workspace moved = *this;
    moved.m_webPort = port;
    return moved;
}

Workspace Workspace::withMode(Mode mode) const
{
    Workspace other = *this;
    other.m_mode = mode;
    return other;
}

} // namespace windsock
