// SPDX-License-Identifier: Apache-2.0
// A YAML file with its bytes: parse, look up by path, tell line and column. Wraps yaml-cpp and its exceptions.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <yaml-cpp/yaml.h>

#include <optional>

namespace windsock {

// Keys from the root; list items by index in decimal ("nodes", "0", "extraMounts").
using YamlPath = QStringList;

class YamlDocument
{
public:
    YamlDocument() = default; // an empty document
    YamlDocument(const YamlDocument &other);
    YamlDocument &operator=(const YamlDocument &other);
    // `name` is used in places and errors. Errors: BadInput with line and column (syntax, double keys, more than one
    // document, tabs, anchors that blow up, nesting deeper than 100).
    static Result<YamlDocument> parse(const QByteArray &text, const QString &name);
    static Result<YamlDocument> load(const QString &path, const QString &name); // readFile, then parse
    static YamlDocument fromNode(const YAML::Node &root, const QString &name);

    const QString &name() const { return m_name; }
    const QByteArray &text() const { return m_text; }
    const YAML::Node &root() const { return m_root; }

    std::optional<YAML::Node> at(const YamlPath &path) const; // absent: no such key; null values are present
    bool has(const YamlPath &path) const { return at(path).has_value(); }
    // Scalars, absent where missing or of another kind; null counts as missing.
    std::optional<QString> text(const YamlPath &path) const;
    std::optional<bool> boolean(const YamlPath &path) const;
    std::optional<int> integer(const YamlPath &path) const;
    QStringList keys(const YamlPath &path) const;     // of a map, in file order
    int count(const YamlPath &path) const;            // of a list or map; 0 otherwise
    SourcePlace place(const YamlPath &path) const;    // of the deepest part of the path that exists
    SourcePlace keyPlace(const YamlPath &path) const; // of the key itself rather than its value

private:
    QString m_name;
    QByteArray m_text;
    YAML::Node m_root;
};

} // namespace windsock
