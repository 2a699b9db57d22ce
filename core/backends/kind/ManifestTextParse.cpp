// SPDX-License-Identifier: Apache-2.0
// Reading half of ManifestText.h: yaml-cpp's events into the tree. The one place here that meets its exceptions.
#include "core/backends/kind/ManifestText.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <QCoreApplication>

#include <map>
#include <sstream>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ManifestText", text);
}

// In one document, with aliases written out; 10 MB of ordinary manifests have half as many in all. "Billion laughs" ends here.
constexpr int mostNodes = 1'000'000;

struct TooMany : std::exception
{
    const char *what() const noexcept override { return "too many values once aliases are followed"; }
};

int countOf(const ManifestNode &node)
{
    int count = 1 + int(node.keys.size());
    for (const ManifestNode &item : node.items)
        count += countOf(item);
    return count;
}

class TreeBuilder : public YAML::EventHandler
{
public:
    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &, YAML::anchor_t anchor) override { add({}, anchor); }
    void OnAlias(const YAML::Mark &, YAML::anchor_t anchor) override
    {
        const auto known = m_anchors.find(anchor);
        m_simple = m_simple && known != m_anchors.end(); // else an alias inside its own anchor
        const ManifestNode copy = known == m_anchors.end() ? ManifestNode() : known->second;
        grow(countOf(copy));
        add(copy, 0);
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &value) override
    {
        m_last = mark;
        ManifestNode node{.kind = ManifestNode::Kind::Scalar, .text = QByteArray::fromStdString(value)};
        node.quoted = tag == "!"; // yaml-cpp tags plain scalars "?", others "!"
        node.tag = written(tag);
        add(std::move(node), anchor);
    }
    void OnSequenceStart(const YAML::Mark &, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open({.kind = ManifestNode::Kind::List, .tag = written(tag)}, anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open({.kind = ManifestNode::Kind::Map, .tag = written(tag)}, anchor);
    }
    void OnMapEnd() override { close(); }

    YAML::Mark lastScalar() const { return m_last; }
    ManifestNode taken() { return m_simple && m_roots == 1 ? std::move(m_root) : ManifestNode(); }

private:
    struct Open
    {
        ManifestNode node;
        YAML::anchor_t anchor;
    };

    static QByteArray written(const std::string &tag)
    {
        return tag == "?" || tag == "!" || tag.empty() ? QByteArray() : QByteArray::fromStdString(tag);
    }

    void grow(int count)
    {
        m_nodes += count;
        if (m_nodes > mostNodes)
            throw TooMany();
    }

    void open(ManifestNode node, YAML::anchor_t anchor) { m_open.push_back({std::move(node), anchor}); }

    void close()
    {
        Open done = std::move(m_open.back());
        m_open.pop_back();
        add(std::move(done.node), done.anchor);
    }

    void add(ManifestNode node, YAML::anchor_t anchor)
    {
        grow(1);
        if (anchor)
            m_anchors[anchor] = node;
        if (m_open.empty()) {
            m_roots += node.kind != ManifestNode::Kind::Null;
            if (node.kind != ManifestNode::Kind::Null)
                m_root = std::move(node);
            return;
        }
        ManifestNode &parent = m_open.back().node;
        if (parent.kind == ManifestNode::Kind::Map && parent.keys.size() == parent.items.size()) {
            m_simple = m_simple && node.kind == ManifestNode::Kind::Scalar && node.text.size() < 1000; // YAML's limit: 1024
            parent.keys.push_back(std::move(node));
        } else {
            parent.items.push_back(std::move(node));
        }
    }

    std::vector<Open> m_open;
    std::map<YAML::anchor_t, ManifestNode> m_anchors;
    ManifestNode m_root;
    YAML::Mark m_last = YAML::Mark::null_mark();
    int m_nodes = 0;
    int m_roots = 0;
    bool m_simple = true;
};

// yaml-cpp 0.7 takes the end of the text for the closing quote of a scalar in quotes: only the last one can be such.
bool isUnclosed(const QByteArray &text, const YAML::Mark &scalar)
{
    if (scalar.is_null())
        return false;
    qsizetype at = 0;
    for (int line = 0; line < scalar.line; ++line)
        at = text.indexOf('\n', at) + 1;
    at += scalar.column;
    const char quote = at < text.size() ? text.at(at) : '\0';
    if (quote != '"' && quote != '\'')
        return false;
    // A doubled single quote closes and opens again, which comes to the same.
    bool open = true;
    for (++at; at < text.size() && (open || text.at(at) == '\''); ++at) {
        if (quote == '"' && text.at(at) == '\\')
            ++at;
        else if (text.at(at) == quote)
            open = !open;
    }
    return open;
}

Error unreadable(const ManifestPiece &piece, const QString &why, const YAML::Mark &mark)
{
    SourcePlace place{tr("the chart's manifests"), piece.line + 1, 1};
    if (!mark.is_null())
        place = {place.file, piece.line + mark.line + 1, mark.column + 1};
    Error error = Error::badInput(tr("What the chart renders is not valid YAML"), place, tr("Look at that line with: helm template"));
    error.why = why;
    return error;
}
} // namespace

Result<ManifestNode> parseManifest(const ManifestPiece &piece)
{
    TreeBuilder builder;
    try {
        std::istringstream stream(piece.bytes.toStdString());
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
        if (isUnclosed(piece.bytes, builder.lastScalar()))
            return unreadable(piece, tr("A quote is opened and never closed"), builder.lastScalar());
    } catch (const YAML::Exception &complaint) {
        return unreadable(piece, QString::fromStdString(complaint.msg), complaint.mark);
    } catch (const std::exception &problem) {
        return unreadable(piece, QString::fromUtf8(problem.what()), YAML::Mark::null_mark());
    }
    return builder.taken();
}

} // namespace windsock
