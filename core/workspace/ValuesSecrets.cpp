// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/ValuesSecrets.h"

#include "core/workspace/HelmValues.h"
#include "core/yaml/YamlTree.h"

namespace windsock {

namespace {
constexpr int mostManifests = 500;
}

// `<name>: {data: <text or map>, stringData: <text or map>}`; the name is a template as well.
void ValuesSecrets::addExtra(const Workspace &workspace, Kind kind, const QString &key, const HelmFacts &facts)
{
    for (const QString &written : workspace.mergedValues().keys({key})) {
        const auto name = simpleTemplate(written, facts);
        for (const char *part : {"data", "stringData"}) {
            const auto data = embeddedYaml(workspace, {key, written, QString::fromLatin1(part)}, facts);
            if (name && data && *data)
                add(kind, *name, **data, {}, kind == Kind::Secret && qstrcmp(part, "data") == 0, facts);
        }
    }
}

void ValuesSecrets::addManifests(const Workspace &workspace, const HelmFacts &facts)
{
    const YamlPath list{QStringLiteral("extraManifests")};
    for (int i = 0; i < qMin(mostManifests, workspace.mergedValues().count(list)); ++i) {
        const auto manifest = embeddedYaml(workspace, list + YamlPath{QString::number(i)}, facts);
        if (manifest && *manifest)
            addManifest(**manifest, facts);
    }
}

void ValuesSecrets::addManifest(const EmbeddedYaml &manifest, const HelmFacts &facts)
{
    const QString kind = manifest.document.text({"kind"}).value_or(QString());
    const auto name = simpleTemplate(manifest.document.text({"metadata", "name"}).value_or(QString()), facts);
    if (!name || name->isEmpty())
        return;
    if (kind == u"ConfigMap")
        add(Kind::ConfigMap, *name, manifest, {"data"}, false, facts);
    if (kind != u"Secret")
        return;
    add(Kind::Secret, *name, manifest, {"data"}, true, facts);
    add(Kind::Secret, *name, manifest, {"stringData"}, false, facts); // wins over data, as in Kubernetes
}

void ValuesSecrets::add(Kind kind, const QString &name, const EmbeddedYaml &data, const YamlPath &path, bool isEncoded,
                        const HelmFacts &facts)
{
    Content &content = (kind == Kind::Secret ? m_secrets : m_configMaps)[name];
    for (const QString &key : data.document.keys(path)) {
        const YamlPath at = path + YamlPath{key};
        const auto text = simpleTemplate(data.document.text(at).value_or(QString()), facts);
        if (!text)
            continue;
        const auto decoded = QByteArray::fromBase64Encoding(text->toUtf8(), QByteArray::AbortOnBase64DecodingErrors);
        if (!isEncoded || decoded)
            content.insert(key, {isEncoded ? QString::fromUtf8(*decoded) : *text, data.place(at)});
    }
}

ValuesSecrets ValuesSecrets::of(const Workspace &workspace)
{
    ValuesSecrets found;
    const HelmFacts facts = helmFacts(workspace);
    if (workspace.chart().flavor == ChartFlavor::Official) {
        found.addExtra(workspace, Kind::Secret, QStringLiteral("extraSecrets"), facts);
        found.addExtra(workspace, Kind::ConfigMap, QStringLiteral("extraConfigMaps"), facts);
    } else {
        found.addManifests(workspace, facts);
    }
    return found;
}

std::optional<ValuesSecrets::Content> ValuesSecrets::find(Kind kind, const QString &name) const
{
    const auto &objects = kind == Kind::Secret ? m_secrets : m_configMaps;
    const auto found = objects.constFind(name);
    return found == objects.cend() ? std::nullopt : std::optional(*found);
}

std::optional<ValuesSecrets::Entry> ValuesSecrets::find(Kind kind, const QString &name, const QString &key) const
{
    const auto content = find(kind, name);
    const auto entry = content ? content->constFind(key) : Content::const_iterator();
    return content && entry != content->cend() ? std::optional(*entry) : std::nullopt;
}

} // namespace windsock
