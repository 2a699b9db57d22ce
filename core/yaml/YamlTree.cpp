// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/YamlTree.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace windsock::yaml {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("YamlTree", text);
}

class FlawSearch
{
public:
    std::optional<Flaw> in(const YAML::Node &node, int depth)
    {
        if (depth > deepest)
            return Flaw{tr("The file nests deeper than %1 levels").arg(deepest), tr("Or an alias contains itself"), {}, node.Mark()};
        if (++m_seen > mostNodes)
            return Flaw{tr("The file has more than %1 values once its aliases are followed").arg(mostNodes), {}, {}, node.Mark()};
        if (node.IsSequence()) {
            for (const YAML::Node &item : node) {
                if (const auto flaw = in(item, depth + 1))
                    return flaw;
            }
        }
        return node.IsMap() ? inMap(node, depth) : std::nullopt;
    }

private:
    std::optional<Flaw> inMap(const YAML::Node &map, int depth)
    {
        QHash<QString, YAML::Mark> keys;
        for (const auto &pair : map) {
            if (pair.first.IsNull())
                return Flaw{tr("A key is missing before the colon"),
                            {},
                            tr("Write `key: value`; quote a text that begins with a colon"),
                            map.Mark()};
            if (!pair.first.IsScalar())
                return Flaw{tr("A key must be plain text"), tr("A value that begins with { or [ is read as a map or list"),
                            tr("Put text that begins with a bracket into quotes, for example \"{{ … }}\""), pair.first.Mark()};
            const QString key = scalar(pair.first);
            if (keys.contains(key))
                return Flaw{tr("The key \"%1\" stands twice in this map").arg(key),
                            {},
                            tr("Delete one of them, or put both contents under one"),
                            pair.first.Mark(),
                            keys[key]};
            keys.insert(key, pair.first.Mark());
            if (const auto flaw = in(pair.second, depth + 1))
                return flaw;
        }
        return {};
    }

    int m_seen = 0;
};

std::optional<Pair> findMerged(const YAML::Node &map, const QString &key, int depth);

std::optional<Pair> findAt(const YAML::Node &map, const QString &key, int depth)
{
    if (!map.IsDefined() || !map.IsMap() || depth > deepest)
        return {};
    const std::string wanted = key.toStdString();
    for (const auto &pair : map) {
        if (pair.first.IsScalar() && pair.first.Scalar() == wanted)
            return Pair{pair.first, pair.second};
    }
    return findMerged(map, key, depth);
}

std::optional<Pair> findMerged(const YAML::Node &map, const QString &key, int depth)
{
    for (const auto &pair : map) {
        if (!pair.first.IsScalar() || pair.first.Scalar() != "<<" || !isPlain(pair.first))
            continue;
        if (pair.second.IsMap())
            return findAt(pair.second, key, depth + 1);
        for (std::size_t i = 0; pair.second.IsSequence() && i < pair.second.size(); ++i) {
            if (const auto found = findAt(pair.second[i], key, depth + 1))
                return found;
        }
    }
    return {};
}
} // namespace

std::optional<Pair> findPair(const YAML::Node &map, const QString &key)
{
    return findAt(map, key, 0);
}

namespace {
void appendPairs(const YAML::Node &map, int depth, QSet<QString> &seen, std::vector<Pair> &into)
{
    std::vector<YAML::Node> bases;
    for (const auto &pair : map) {
        if (pair.first.IsScalar() && pair.first.Scalar() == "<<" && isPlain(pair.first))
            bases.push_back(pair.second);
        else if (const QString key = scalar(pair.first); !seen.contains(key)) {
            seen.insert(key);
            into.push_back({pair.first, pair.second});
        }
    }
    for (const YAML::Node &base : bases) {
        if (base.IsMap() && depth < deepest)
            appendPairs(base, depth + 1, seen, into);
        for (std::size_t i = 0; base.IsSequence() && i < base.size(); ++i) {
            if (base[i].IsMap() && depth < deepest)
                appendPairs(base[i], depth + 1, seen, into);
        }
    }
}
} // namespace

std::vector<Pair> pairs(const YAML::Node &map)
{
    std::vector<Pair> found;
    QSet<QString> seen;
    if (map.IsDefined() && map.IsMap())
        appendPairs(map, 0, seen, found);
    return found;
}

std::optional<YAML::Node> child(const YAML::Node &parent, const QString &key)
{
    if (!parent.IsDefined())
        return {};
    if (parent.IsSequence()) {
        bool isNumber = false;
        const uint index = key.toUInt(&isNumber);
        return isNumber && index < parent.size() ? std::optional(parent[index]) : std::nullopt;
    }
    const auto pair = findPair(parent, key);
    return pair ? std::optional(pair->value) : std::nullopt;
}

bool isNull(const YAML::Node &node)
{
    return !node.IsDefined() || node.IsNull();
}

// yaml-cpp gives plain scalars the tag "?" and quoted or block ones "!".
bool isPlain(const YAML::Node &node)
{
    return node.IsDefined() && node.IsScalar() && node.Tag() != "!" && node.Tag() != "tag:yaml.org,2002:str";
}

QString scalar(const YAML::Node &node)
{
    return node.IsDefined() && node.IsScalar() ? QString::fromStdString(node.Scalar()) : QString();
}

std::optional<bool> boolean(const YAML::Node &node)
{
    if (!isPlain(node))
        return {};
    static const char *const yes[] = {"true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y"};
    static const char *const no[] = {"false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N"};
    const auto equals = [&node](const char *word) { return node.Scalar() == word; };
    if (std::any_of(std::begin(yes), std::end(yes), equals))
        return true;
    return std::any_of(std::begin(no), std::end(no), equals) ? std::optional(false) : std::nullopt;
}

std::optional<int> integer(const YAML::Node &node)
{
    bool isNumber = false;
    const int number = isPlain(node) ? scalar(node).toInt(&isNumber) : 0;
    return isNumber ? std::optional(number) : std::nullopt;
}

std::optional<Flaw> findFlaw(const YAML::Node &root)
{
    return root.IsDefined() ? FlawSearch().in(root, 0) : std::nullopt;
}

} // namespace windsock::yaml
