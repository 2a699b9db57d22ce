// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/YamlWriter.h"

#include "core/yaml/YamlTree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace windsock::yaml {

namespace {
QByteArray inQuotes(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact); // ["…"]: JSON strings are YAML
    return list.mid(1, list.size() - 2);
}

QByteArray scalarText(const YAML::Node &node)
{
    if (isNull(node))
        return "null";
    static const QRegularExpression harmless(QStringLiteral("\\A[.+-]?[A-Za-z0-9_/][A-Za-z0-9_./@:+-]*\\z"));
    const QString text = scalar(node);
    const bool plain = isPlain(node) && !text.endsWith(u':') && harmless.match(text).hasMatch();
    return plain ? text.toUtf8() : inQuotes(text);
}

bool isEmptyBranch(const YAML::Node &node)
{
    return (node.IsMap() || node.IsSequence()) && node.size() == 0;
}

void writeNode(const YAML::Node &node, int indent, QByteArray &out);

// What follows `key:` or `-`. A map in a list begins in the dash's own line.
void writeValue(const YAML::Node &value, int indent, bool inList, QByteArray &out)
{
    if (isEmptyBranch(value) || !(value.IsMap() || value.IsSequence())) {
        out += value.IsMap() ? QByteArray(" {}\n") : value.IsSequence() ? QByteArray(" []\n") : ' ' + scalarText(value) + '\n';
        return;
    }
    if (!inList) {
        out += '\n';
        return writeNode(value, indent + 2, out);
    }
    QByteArray inner;
    writeNode(value, indent + 2, inner);
    out += ' ' + inner.mid(indent + 2);
}

void writeNode(const YAML::Node &node, int indent, QByteArray &out)
{
    const QByteArray margin(indent, ' ');
    if (node.IsMap()) {
        for (const Pair &pair : pairs(node)) {
            out += margin + scalarText(pair.key) + ':';
            writeValue(pair.value, indent, false, out);
        }
        return;
    }
    for (const YAML::Node &item : node) {
        out += margin + '-';
        writeValue(item, indent, true, out);
    }
}
} // namespace

QByteArray write(const YAML::Node &root)
{
    if (!root.IsDefined() || isEmptyBranch(root) || !(root.IsMap() || root.IsSequence())) {
        QByteArray out;
        writeValue(root, 0, false, out);
        return out.trimmed() + '\n';
    }
    QByteArray out;
    writeNode(root, 0, out);
    return out;
}

YAML::Node deepCopy(const YAML::Node &node)
{
    if (!node.IsDefined() || node.IsNull())
        return YAML::Node(YAML::NodeType::Null);
    YAML::Node copy(node.Type());
    if (node.IsScalar()) {
        copy = node.Scalar(); // of a string, not of a Node: sets the fresh node's content
        copy.SetTag(node.Tag());
    }
    for (std::size_t i = 0; node.IsSequence() && i < node.size(); ++i)
        copy.push_back(deepCopy(node[i]));
    for (const Pair &pair : pairs(node))
        copy.force_insert(deepCopy(pair.key), deepCopy(pair.value));
    return copy;
}

YAML::Node quoted(const QString &text)
{
    YAML::Node node(text.toStdString());
    node.SetTag("!");
    return node;
}

} // namespace windsock::yaml
