// SPDX-License-Identifier: Apache-2.0
// Secrets and ConfigMaps whose content stands in the values themselves (extraSecrets and extraConfigMaps of the official chart,
// extraManifests of the community's): what refers to them can be known without a cluster.
#pragma once

#include "core/workspace/EmbeddedYaml.h"

#include <QMap>

#include <optional>

namespace windsock {

class ValuesSecrets
{
public:
    enum class Kind { Secret, ConfigMap };
    struct Entry
    {
        QString value;
        SourcePlace place;
    };
    using Content = QMap<QString, Entry>; // by key

    static ValuesSecrets of(const Workspace &workspace);

    std::optional<Content> find(Kind kind, const QString &name) const; // absent: the values do not hold it
    std::optional<Entry> find(Kind kind, const QString &name, const QString &key) const;

private:
    void addExtra(const Workspace &workspace, Kind kind, const QString &key, const HelmFacts &facts);
    void addManifests(const Workspace &workspace, const HelmFacts &facts);
    void addManifest(const EmbeddedYaml &manifest, const HelmFacts &facts);
    void add(Kind kind, const QString &name, const EmbeddedYaml &data, const YamlPath &path, bool isEncoded, const HelmFacts &facts);

    QMap<QString, Content> m_secrets, m_configMaps; // by name
};

} // namespace windsock
