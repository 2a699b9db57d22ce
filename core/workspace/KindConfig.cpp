// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/KindConfig.h"

#include "core/workspace/DidYouMean.h"
#include "core/workspace/Names.h"
#include "core/workspace/Ports.h"
#include "core/yaml/YamlTree.h"

#include <QCoreApplication>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("KindConfig", text);
}

// kind's v1alpha4 types (pkg/apis/config/v1alpha4/types.go); kind decodes strictly and refuses any other key.
const QStringList &clusterKeys()
{
    static const QStringList keys{"kind",
                                  "apiVersion",
                                  "name",
                                  "nodes",
                                  "networking",
                                  "featureGates",
                                  "runtimeConfig",
                                  "kubeadmConfigPatches",
                                  "kubeadmConfigPatchesJSON6902",
                                  "containerdConfigPatches",
                                  "containerdConfigPatchesJSON6902"};
    return keys;
}
const QStringList &nodeKeys()
{
    static const QStringList keys{
        "role", "image", "labels", "extraMounts", "extraPortMappings", "kubeadmConfigPatches", "kubeadmConfigPatchesJSON6902"};
    return keys;
}
const QStringList &mountKeys()
{
    static const QStringList keys{"containerPath", "hostPath", "readOnly", "selinuxRelabel", "propagation"};
    return keys;
}
const QStringList &portKeys()
{
    static const QStringList keys{"containerPort", "hostPort", "listenAddress", "protocol"};
    return keys;
}

class KindReading
{
public:
    KindReading(const YamlDocument &document, const QDir &folder) : m_document(document), m_folder(folder) {}

    Result<KindConfig> read()
    {
        checkHead();
        const int nodes = listSize({"nodes"});
        m_config.nodes = qMax(nodes, 1);
        for (int i = 0; i < nodes && !m_error; ++i)
            readNode({"nodes", QString::number(i)}, i);
        if (m_error)
            return *m_error;
        return m_config;
    }

private:
    void fail(const QString &what, const YamlPath &path, const QString &todo = {})
    {
        if (!m_error)
            m_error = Error::badInput(what, m_document.place(path), todo);
    }

    void checkHead()
    {
        if (!m_document.root().IsMap())
            return fail(tr("The file must be a map of keys"), {}, tr("It begins with `kind: Cluster`"));
        if (m_document.text({"kind"}) != QStringLiteral("Cluster"))
            fail(m_document.has({"kind"}) ? tr("This is not a kind cluster: `kind` must be Cluster") : tr("The key `kind` is missing"),
                 {"kind"}, tr("Write `kind: Cluster`"));
        if (m_document.text({"apiVersion"}) != QStringLiteral("kind.x-k8s.io/v1alpha4"))
            fail(m_document.has({"apiVersion"}) ? tr("This apiVersion is unknown") : tr("The key `apiVersion` is missing"), {"apiVersion"},
                 tr("Write `apiVersion: kind.x-k8s.io/v1alpha4`"));
        checkKeys({}, clusterKeys());
    }

    void checkKeys(const YamlPath &path, const QStringList &known)
    {
        for (const QString &key : m_document.keys(path)) {
            if (known.contains(key) || m_config.warnings.size() > 100)
                continue;
            const QString near = nearestWord(key, known);
            m_config.warnings += Error::badInput(
                tr("The key %1 is unknown to kind, which refuses such a file").arg(key), m_document.keyPlace(path + YamlPath{key}),
                near.isEmpty() ? tr("Known here are: %1").arg(known.join(QStringLiteral(", "))) : tr("Did you mean \"%1\"?").arg(near));
        }
    }

    int listSize(const YamlPath &path)
    {
        const auto node = m_document.at(path);
        if (!node || yaml::isNull(*node))
            return 0;
        if (!node->IsSequence() || node->size() > mostItems) {
            fail(tr("%1 must be a list").arg(path.last()), path, tr("Each entry begins with \"- \""));
            return 0;
        }
        return static_cast<int>(node->size());
    }

    void readNode(const YamlPath &path, int index)
    {
        if (!m_document.at(path)->IsMap())
            return fail(tr("A node must be a map with the key `role`"), path);
        const QString role = m_document.text(path + YamlPath{"role"}).value_or(QStringLiteral("control-plane"));
        if (role != u"control-plane" && role != u"worker")
            fail(tr("A node's role is control-plane or worker, not \"%1\"").arg(role.left(60)), path + YamlPath{"role"});
        if (role == u"control-plane" && !std::exchange(m_hasControlPlane, true))
            readImage(path + YamlPath{"image"});
        checkKeys(path, nodeKeys());
        const int mounts = listSize(path + YamlPath{"extraMounts"});
        for (int i = 0; i < mounts && !m_error; ++i)
            readMount(path + YamlPath{"extraMounts", QString::number(i)}, index);
        const int ports = listSize(path + YamlPath{"extraPortMappings"});
        for (int i = 0; i < ports && !m_error; ++i)
            readPort(path + YamlPath{"extraPortMappings", QString::number(i)});
    }

    void readImage(const YamlPath &path)
    {
        m_config.nodeImage = m_document.text(path).value_or(QString());
        if (!m_error && !m_config.nodeImage.isEmpty())
            m_error = imageNameProblem(m_config.nodeImage, m_document.place(path));
    }

    void readMount(const YamlPath &path, int node)
    {
        const QString hostPath = m_document.text(path + YamlPath{"hostPath"}).value_or(QString());
        const QString nodePath = m_document.text(path + YamlPath{"containerPath"}).value_or(QString());
        if (hostPath.isEmpty())
            return fail(tr("This mount has no hostPath"), path, tr("Name the folder on this machine, for example `hostPath: ./dags`"));
        if (!nodePath.startsWith(u'/'))
            return fail(tr("containerPath must be an absolute path in the node"), path + YamlPath{"containerPath"},
                        tr("For example /opt/airflow/dags"));
        const YamlPath readOnly = path + YamlPath{"readOnly"};
        if (m_document.has(readOnly) && !yaml::isNull(*m_document.at(readOnly)) && !m_document.boolean(readOnly))
            return fail(tr("readOnly must be true or false"), readOnly);
        if (m_config.mounts.size() >= mostItems)
            return fail(tr("There are more than %1 mounts").arg(mostItems), path);
        checkKeys(path, mountKeys());
        m_config.mounts += {hostPath,
                            QDir::cleanPath(m_folder.absoluteFilePath(hostPath)),
                            QDir::cleanPath(nodePath),
                            m_document.boolean(readOnly).value_or(false),
                            node,
                            m_document.place(path)};
    }

    int portAt(const YamlPath &path, int lowest)
    {
        const auto node = m_document.at(path);
        if (!node || yaml::isNull(*node))
            return 0;
        const int port = yaml::integer(*node).value_or(-2);
        if (port < lowest || port > 65535)
            fail(tr("%1 must be a port number").arg(path.last()), path);
        return port;
    }

    void readPort(const YamlPath &path)
    {
        PortMapping mapping;
        mapping.containerPort = portAt(path + YamlPath{"containerPort"}, 1);
        mapping.hostPort = portAt(path + YamlPath{"hostPort"}, -1); // -1: kind lets the system choose
        mapping.listenAddress = m_document.text(path + YamlPath{"listenAddress"}).value_or(QString());
        mapping.protocol = m_document.text(path + YamlPath{"protocol"}).value_or(QStringLiteral("TCP"));
        mapping.place = m_document.place(path);
        if (mapping.containerPort == 0)
            return fail(tr("This port mapping has no containerPort"), path);
        if (m_config.ports.size() >= mostItems)
            return fail(tr("There are more than %1 port mappings").arg(mostItems), path);
        checkKeys(path, portKeys());
        m_config.ports += mapping;
    }

    static constexpr int mostItems = 1000;
    const YamlDocument &m_document;
    QDir m_folder;
    KindConfig m_config;
    bool m_hasControlPlane = false;
    std::optional<Error> m_error;
};
} // namespace

Result<KindConfig> KindConfig::read(const YamlDocument &document, const QDir &folder)
{
    if (yaml::isNull(document.root()))
        return KindConfig{};
    return KindReading(document, folder).read();
}

} // namespace windsock
