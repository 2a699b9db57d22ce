// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/HelmValues.h"

#include "core/yaml/YamlTree.h"

#include <QHash>
#include <QRegularExpression>

#include <vector>

namespace windsock {

namespace {
using Layers = std::vector<YAML::Node>;

YAML::Node merged(const Layers &layers);

YAML::Node mergedMap(const Layers &maps, std::size_t first)
{
    std::vector<YAML::Node> keys;
    std::vector<Layers> values;
    QHash<QString, std::size_t> known;
    for (std::size_t layer = first; layer < maps.size(); ++layer) {
        for (const yaml::Pair &pair : yaml::pairs(maps[layer])) {
            const QString key = yaml::scalar(pair.key);
            if (!known.contains(key)) {
                known.insert(key, keys.size());
                keys.push_back(pair.key);
                values.push_back({});
            }
            values[known[key]].push_back(pair.value);
        }
    }
    YAML::Node result(YAML::NodeType::Map);
    for (std::size_t i = 0; i < keys.size(); ++i)
        result.force_insert(keys[i], merged(values[i]));
    return result;
}

// The last value counts; only maps that directly precede a map are looked through.
YAML::Node merged(const Layers &layers)
{
    if (!layers.back().IsMap())
        return layers.back();
    std::size_t first = layers.size() - 1;
    while (first > 0 && layers[first - 1].IsMap())
        --first;
    return mergedMap(layers, first);
}
} // namespace

YamlDocument mergeValues(const QList<ValuesFile> &files)
{
    Layers roots;
    for (const ValuesFile &file : files) {
        if (file.document.root().IsMap())
            roots.push_back(file.document.root());
    }
    return YamlDocument::fromNode(mergedMap(roots, 0), files.isEmpty() ? QString() : files.last().name);
}

bool helmTruth(const YAML::Node &value)
{
    if (yaml::isNull(value))
        return false;
    if (!value.IsScalar())
        return value.size() > 0;
    if (!yaml::isPlain(value))
        return !value.Scalar().empty();
    if (const auto flag = yaml::boolean(value))
        return *flag;
    bool isNumber = false;
    const double number = yaml::scalar(value).toDouble(&isNumber);
    return isNumber ? number != 0 : !value.Scalar().empty();
}

bool helmTruth(const YamlDocument &values, const YamlPath &path, bool chartDefault)
{
    const auto value = values.at(path);
    if (value)
        return helmTruth(*value);
    // A parent that is null (or no map) takes the chart's default with it.
    for (YamlPath parent = path.first(path.size() - 1); !parent.isEmpty(); parent.removeLast()) {
        const auto node = values.at(parent);
        if (node)
            return node->IsMap() && chartDefault;
    }
    return chartDefault;
}

QString helmText(const YAML::Node &value)
{
    const QString text = yaml::scalar(value);
    // sigs.k8s.io/yaml turns the file into JSON first; there 2.10 is the number 2.1.
    static const QRegularExpression fraction(QStringLiteral("\\A[-+]?[0-9]+\\.[0-9]*\\z"));
    if (!yaml::isPlain(value) || !fraction.match(text).hasMatch())
        return text;
    QString shortest = text;
    while (shortest.endsWith(u'0'))
        shortest.chop(1);
    return shortest.endsWith(u'.') ? shortest.chopped(1) : shortest;
}

SourcePlace keyPlace(const QList<ValuesFile> &files, const YamlPath &path)
{
    for (YamlPath part = path; !part.isEmpty(); part.removeLast()) {
        for (auto file = files.crbegin(); file != files.crend(); ++file) {
            if (file->document.has(part))
                return file->document.keyPlace(part);
        }
    }
    return files.isEmpty() ? SourcePlace{} : SourcePlace{files.last().name};
}

} // namespace windsock
