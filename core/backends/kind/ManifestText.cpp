// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/ManifestText.h"

namespace windsock {

namespace {
// "---" alone or before a blank; only at the beginning of a line, where YAML allows nothing else to look so.
bool isMarker(QByteArrayView line)
{
    return line.startsWith("---") && (line.size() == 3 || line[3] == ' ' || line[3] == '\t' || line[3] == '\n' || line[3] == '\r');
}

bool isBlankOrComment(QByteArrayView line)
{
    const QByteArrayView text = line.trimmed();
    return text.isEmpty() || text.startsWith('#');
}

QByteArrayView lineAt(const QByteArray &bytes, qsizetype from)
{
    const qsizetype end = bytes.indexOf('\n', from);
    return QByteArrayView(bytes).sliced(from, (end < 0 ? bytes.size() : end + 1) - from);
}
} // namespace

ManifestNode ManifestNode::string(const QString &text)
{
    return {.kind = Kind::Scalar, .text = text.toUtf8(), .quoted = true};
}

ManifestNode ManifestNode::number(int value)
{
    return {.kind = Kind::Scalar, .text = QByteArray::number(value)};
}

ManifestNode ManifestNode::list(const QStringList &texts)
{
    ManifestNode list{.kind = Kind::List};
    for (const QString &text : texts)
        list.items.push_back(string(text));
    return list;
}

ManifestNode ManifestNode::map()
{
    return {.kind = Kind::Map};
}

const ManifestNode *ManifestNode::find(const char *key) const
{
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i].kind == Kind::Scalar && keys[i].text == key)
            return &items[i];
    }
    return nullptr;
}

ManifestNode *ManifestNode::find(const char *key)
{
    return const_cast<ManifestNode *>(std::as_const(*this).find(key));
}

const ManifestNode *ManifestNode::find(std::initializer_list<const char *> path) const
{
    const ManifestNode *node = this;
    for (const char *key : path)
        node = node ? node->find(key) : nullptr;
    return node;
}

ManifestNode *ManifestNode::find(std::initializer_list<const char *> path)
{
    return const_cast<ManifestNode *>(std::as_const(*this).find(path));
}

QString ManifestNode::textAt(std::initializer_list<const char *> path) const
{
    const ManifestNode *node = find(path);
    return node && node->kind == Kind::Scalar ? QString::fromUtf8(node->text) : QString();
}

int ManifestNode::numberAt(const char *key, int otherwise) const
{
    const ManifestNode *node = find(key);
    bool isNumber = false;
    const int value = node && node->kind == Kind::Scalar ? node->text.toInt(&isNumber) : 0;
    return isNumber ? value : otherwise;
}

QStringList ManifestNode::texts() const
{
    QStringList texts;
    for (const ManifestNode &item : items) {
        if (kind == Kind::List && item.kind == Kind::Scalar)
            texts += QString::fromUtf8(item.text);
    }
    return texts;
}

ManifestNode &ManifestNode::set(const char *key, ManifestNode value)
{
    if (ManifestNode *there = find(key))
        return *there = std::move(value);
    keys.push_back({.kind = Kind::Scalar, .text = key});
    items.push_back(std::move(value));
    return items.back();
}

QList<ManifestPiece> splitManifests(const QByteArray &stream)
{
    QList<ManifestPiece> pieces;
    qsizetype begin = 0;
    int line = 0, firstLine = 0;
    for (qsizetype at = 0; at < stream.size(); ++line) {
        const QByteArrayView text = lineAt(stream, at);
        if (isMarker(text) && at > begin) {
            pieces += {stream.mid(begin, at - begin), firstLine};
            begin = at;
            firstLine = line;
        }
        at += text.size();
    }
    if (begin < stream.size())
        pieces += {stream.mid(begin), firstLine};
    return pieces;
}

QByteArray rewriteManifest(const ManifestPiece &piece, const ManifestNode &root)
{
    QByteArray out;
    for (qsizetype at = 0; at < piece.bytes.size();) {
        const QByteArrayView line = lineAt(piece.bytes, at);
        const bool marker = at == 0 && isMarker(line);
        if (!marker && !isBlankOrComment(line))
            break;
        // Content may stand in the marker's own line: "--- {kind: …}".
        out += marker && !isBlankOrComment(line.sliced(3)) ? QByteArray("---\n") : line.toByteArray();
        if (marker && !isBlankOrComment(line.sliced(3)))
            break;
        at += line.size();
    }
    return out + writeManifest(root);
}

} // namespace windsock
