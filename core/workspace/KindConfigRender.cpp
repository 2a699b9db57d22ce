// SPDX-License-Identifier: Apache-2.0
// The derived half of KindConfig.h: the user's config as `kind create cluster` gets it.
#include "core/workspace/KindConfig.h"

#include "core/yaml/YamlTree.h"
#include "core/yaml/YamlWriter.h"

namespace windsock {

namespace {
YAML::Node ownerMount(const QString &ownerMarkFile)
{
    YAML::Node mount(YAML::NodeType::Map);
    mount["hostPath"] = yaml::quoted(ownerMarkFile);
    mount["containerPath"] = ownerMarkInNode;
    mount["readOnly"] = true;
    return mount;
}

void makeAbsolute(YAML::Node mount, const QDir &folder)
{
    const QString written = yaml::scalar(mount["hostPath"]);
    mount["hostPath"] = yaml::quoted(QDir::cleanPath(folder.absoluteFilePath(written)));
}

void derive(YAML::Node node, const QDir &folder, const QString &ownerMarkFile)
{
    YAML::Node mounts = node["extraMounts"];
    for (std::size_t i = 0; mounts.IsSequence() && i < mounts.size(); ++i)
        makeAbsolute(mounts[i], folder);
    mounts.push_back(ownerMount(ownerMarkFile));
}

YAML::Node defaultConfig()
{
    YAML::Node config(YAML::NodeType::Map);
    config["kind"] = "Cluster";
    config["apiVersion"] = "kind.x-k8s.io/v1alpha4";
    return config;
}
} // namespace

Result<QByteArray> renderKindConfig(const YamlDocument &document, const QDir &folder, const QString &ownerMarkFile)
{
    const Result<KindConfig> checked = KindConfig::read(document, folder);
    if (!checked)
        return checked.error();
    YAML::Node config = yaml::isNull(document.root()) ? defaultConfig() : yaml::deepCopy(document.root());
    config.remove("name");
    YAML::Node nodes = config["nodes"];
    if (!nodes.IsSequence() || nodes.size() == 0) {
        YAML::Node node(YAML::NodeType::Map);
        node["role"] = "control-plane";
        nodes.push_back(node);
    }
    for (std::size_t i = 0; i < nodes.size(); ++i)
        derive(nodes[i], folder, ownerMarkFile);
    return yaml::write(config);
}

} // namespace windsock
