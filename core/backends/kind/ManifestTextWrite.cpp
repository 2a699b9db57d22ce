// SPDX-License-Identifier: Apache-2.0
// Writing half of ManifestText.h: block style, one spelling for everything, read alike by YAML 1.1 and 1.2 parsers.
#include "core/backends/kind/ManifestText.h"

#include <QStringDecoder>

#include <algorithm>

namespace windsock {

namespace {
using Kind = ManifestNode::Kind;

// Line breaks or nothing to some parsers, text to others: NEL, LS, PS and the byte order mark.
bool isOdd(QChar c)
{
    return c == QChar(0x85) || c == QChar(0x2028) || c == QChar(0x2029) || c == QChar(0xfeff);
}

bool isControl(QChar c)
{
    return c.unicode() < 0x20 || c == QChar(0x7f);
}

// QString::fromUtf8 drops a byte order mark at the beginning.
QString decoded(const QByteArray &utf8)
{
    return QStringDecoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom)(utf8);
}

// Double quotes as JSON has them: each YAML parser reads these alike.
QByteArray inQuotes(const QByteArray &utf8)
{
    QString out = QStringLiteral("\"");
    const QString text = decoded(utf8);
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += QString(u'\\') + c;
        else if (c == u'\n' || c == u'\t')
            out += c == u'\n' ? QStringLiteral("\\n") : QStringLiteral("\\t");
        else if (isControl(c) || isOdd(c))
            out += QStringLiteral("\\u%1").arg(uint(c.unicode()), 4, 16, QChar(u'0'));
        else
            out += c;
    }
    return out.toUtf8() + '"';
}

// As a literal block: several lines, none of them surprising.
bool fitsBlock(const QByteArray &text)
{
    if (!text.contains('\n') || text.startsWith('\n') || text.startsWith(' '))
        return false;
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith('\t') || (line.trimmed().isEmpty() && !line.isEmpty()))
            return false;
    }
    const QString all = decoded(text);
    return std::none_of(all.begin(), all.end(), [](QChar c) { return isOdd(c) || (isControl(c) && c != u'\n' && c != u'\t'); });
}

QByteArray block(const QByteArray &text, int indent)
{
    QByteArray body = text;
    QByteArray out = "|-\n";
    if (text.endsWith('\n')) {
        out = text.endsWith("\n\n") ? "|+\n" : "|\n";
        body.chop(1);
    }
    const QByteArray margin(indent, ' ');
    for (const QByteArray &line : body.split('\n'))
        out += line.isEmpty() ? QByteArray("\n") : margin + line + '\n';
    return out;
}

QByteArray tagged(const ManifestNode &node)
{
    const QByteArray standard = "tag:yaml.org,2002:";
    if (node.tag.isEmpty())
        return {};
    return node.tag.startsWith(standard) ? "!!" + node.tag.mid(standard.size()) + ' ' : "!<" + node.tag + "> ";
}

QByteArray scalar(const ManifestNode &node)
{
    if (node.kind == Kind::Null)
        return "null";
    // A plain scalar over several lines has its breaks folded; one that kept a break can only be text.
    const bool plain = !node.quoted && node.tag.isEmpty() && !node.text.contains('\n') && !node.text.isEmpty();
    return tagged(node) + (plain ? node.text : inQuotes(node.text));
}

void writeBranch(const ManifestNode &node, int indent, QByteArray &out);

// What follows "key:" or "-", from the blank on.
void writeValue(const ManifestNode &value, int indent, bool inList, QByteArray &out)
{
    const bool branch = value.kind == Kind::List || value.kind == Kind::Map;
    if (!branch) {
        const bool asBlock = value.kind == Kind::Scalar && value.tag.isEmpty() && fitsBlock(value.text);
        out += ' ' + (asBlock ? block(value.text, indent + 2) : scalar(value) + '\n');
    } else if (value.items.empty()) {
        out += ' ' + tagged(value) + (value.kind == Kind::Map ? "{}\n" : "[]\n");
    } else if (inList && value.tag.isEmpty()) {
        QByteArray inner;
        writeBranch(value, indent + 2, inner);
        out += ' ' + inner.mid(indent + 2); // begins in the dash's own line
    } else {
        out += value.tag.isEmpty() ? QByteArray("\n") : ' ' + tagged(value).trimmed() + '\n';
        writeBranch(value, indent + 2, out);
    }
}

void writeBranch(const ManifestNode &node, int indent, QByteArray &out)
{
    const QByteArray margin(indent, ' ');
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        out += margin + (node.kind == Kind::Map ? scalar(node.keys[i]) + ':' : QByteArray("-"));
        writeValue(node.items[i], indent, node.kind == Kind::List, out);
    }
}
} // namespace

QByteArray writeManifest(const ManifestNode &root)
{
    QByteArray out;
    if ((root.kind == Kind::Map || root.kind == Kind::List) && root.tag.isEmpty() && !root.items.empty()) {
        writeBranch(root, 0, out);
        return out;
    }
    writeValue(root, 0, false, out);
    return out.mid(1);
}

} // namespace windsock
