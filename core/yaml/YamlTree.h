// SPDX-License-Identifier: Apache-2.0
// Reading parsed YAML without exceptions: children, scalars, limits. Knows nothing about files.
#pragma once

#include "core/base/Error.h"

#include <QString>

#include <yaml-cpp/yaml.h>

#include <optional>
#include <vector>

namespace windsock::yaml {

inline constexpr int deepest = 100;
// Counted with aliases followed, as every reader of the tree meets them: "billion laughs" ends here.
inline constexpr int mostNodes = 500'000;

struct Pair
{
    YAML::Node key, value;
};
// The pair of a map with this plain key; merge keys (`<<: *base`) are followed, as Helm does.
std::optional<Pair> findPair(const YAML::Node &map, const QString &key);
// All pairs, merge keys followed, each key once. A copy of a Node points at the same content: never assign Nodes
// (operator= rewrites the tree), use reset().
std::vector<Pair> pairs(const YAML::Node &map);
std::optional<YAML::Node> child(const YAML::Node &parent, const QString &key); // of a map by key, of a list by index

bool isNull(const YAML::Node &node);
bool isPlain(const YAML::Node &node); // a scalar without quotes
QString scalar(const YAML::Node &node);
std::optional<bool> boolean(const YAML::Node &node); // as YAML 1.1 and so Helm reads it: true, yes, on, y …
std::optional<int> integer(const YAML::Node &node);

// The first thing that makes a tree unfit: too deep (or endless), too many nodes, a key twice in one map.
struct Flaw
{
    QString what, why, todo;
    YAML::Mark mark;
    YAML::Mark earlier = YAML::Mark::null_mark(); // of a key that stands twice
};
std::optional<Flaw> findFlaw(const YAML::Node &root);

} // namespace windsock::yaml
