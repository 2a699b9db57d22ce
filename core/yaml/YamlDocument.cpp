// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/YamlDocument.h"

#include "core/base/FileText.h"
#include "core/yaml/YamlEvents.h"
#include "core/yaml/YamlProblem.h"
#include "core/yaml/YamlText.h"
#include "core/yaml/YamlTree.h"

#include <QCoreApplication>

#include <exception>
#include <vector>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("YamlDocument", text);
}

struct Loaded
{
    std::vector<YAML::Node> documents;
    std::optional<Error> error;
};

// yaml-cpp throws, and not only its own exceptions (std::out_of_range from numbers
// in tags and escapes).
Loaded loadAll(const QByteArray &text, const QString &name)
{
    try {
        return {YAML::LoadAll(text.toStdString()), {}};
    } catch (const YAML::Exception &complaint) {
        return {{}, yamlProblem(complaint, text, name)};
    } catch (const std::exception &problem) {
        return {{}, Error::badInput(tr("This is not valid YAML (%1)").arg(QString::fromUtf8(problem.what())), {name})};
    }
}

} // namespace

YamlDocument::YamlDocument(const YamlDocument &other) = default;

// YAML::Node's own assignment rewrites the tree that the left side shares with its copies; reset() only points elsewhere.
YamlDocument &YamlDocument::operator=(const YamlDocument &other)
{
    m_name = other.m_name;
    m_text = other.m_text;
    m_root.reset(other.m_root);
    return *this;
}

Result<YamlDocument> YamlDocument::parse(const QByteArray &bytes, const QString &name)
{
    const Result<QByteArray> text = checkedText(bytes, name);
    if (!text)
        return text.error();
    if (const auto problem = findYamlProblem(*text, name))
        return *problem;
    Loaded loaded = loadAll(*text, name);
    if (loaded.error)
        return *loaded.error;
    YamlDocument document;
    document.m_name = name;
    document.m_text = *text;
    for (const YAML::Node &root : loaded.documents) {
        if (!yaml::isNull(root))
            document.m_root.reset(root); // the only one, says findYamlProblem
    }
    const auto flaw = yaml::findFlaw(document.m_root);
    if (!flaw)
        return document;
    Error error = Error::badInput(flaw->what, placeAt(*text, name, flaw->mark.line, flaw->mark.column), flaw->todo);
    error.why = flaw->earlier.is_null() ? flaw->why : tr("It stands in line %1 already").arg(flaw->earlier.line + 1);
    return error;
}

Result<YamlDocument> YamlDocument::load(const QString &path, const QString &name)
{
    Result<QByteArray> bytes = readFile(path);
    if (bytes)
        return parse(*bytes, name);
    bytes.error().place.file = name;
    return bytes.error();
}

YamlDocument YamlDocument::fromNode(const YAML::Node &root, const QString &name)
{
    YamlDocument document;
    document.m_name = name;
    document.m_root.reset(root);
    return document;
}

std::optional<YAML::Node> YamlDocument::at(const YamlPath &path) const
{
    YAML::Node node = m_root;
    for (const QString &key : path) {
        const auto next = yaml::child(node, key);
        if (!next)
            return {};
        node.reset(*next);
    }
    return node;
}

std::optional<QString> YamlDocument::text(const YamlPath &path) const
{
    const auto node = at(path);
    return node && node->IsScalar() ? std::optional(yaml::scalar(*node)) : std::nullopt;
}

std::optional<bool> YamlDocument::boolean(const YamlPath &path) const
{
    const auto node = at(path);
    return node ? yaml::boolean(*node) : std::nullopt;
}

std::optional<int> YamlDocument::integer(const YamlPath &path) const
{
    const auto node = at(path);
    return node ? yaml::integer(*node) : std::nullopt;
}

QStringList YamlDocument::keys(const YamlPath &path) const
{
    QStringList keys;
    const auto node = at(path);
    if (!node)
        return keys;
    for (const yaml::Pair &pair : yaml::pairs(*node))
        keys += yaml::scalar(pair.key);
    return keys;
}

int YamlDocument::count(const YamlPath &path) const
{
    const auto node = at(path);
    return node && (node->IsMap() || node->IsSequence()) ? static_cast<int>(node->size()) : 0;
}

SourcePlace YamlDocument::place(const YamlPath &path) const
{
    YAML::Mark mark = m_root.IsDefined() ? m_root.Mark() : YAML::Mark::null_mark();
    YAML::Node node = m_root;
    for (const QString &key : path) {
        const auto pair = node.IsDefined() && node.IsMap() ? yaml::findPair(node, key) : std::nullopt;
        const auto next = pair ? std::optional(pair->value) : yaml::child(node, key);
        if (!next)
            break;
        node.reset(*next);
        // An empty value has no place of its own; yaml-cpp marks whatever follows it.
        mark = pair && yaml::isNull(node) ? pair->key.Mark() : node.Mark();
    }
    return mark.is_null() || yaml::isNull(m_root) ? SourcePlace{m_name} : placeAt(m_text, m_name, mark.line, mark.column);
}

SourcePlace YamlDocument::keyPlace(const YamlPath &path) const
{
    YAML::Mark mark = YAML::Mark::null_mark();
    YAML::Node node = m_root;
    for (const QString &key : path) {
        const auto pair = node.IsDefined() && node.IsMap() ? yaml::findPair(node, key) : std::nullopt;
        const auto next = pair ? std::optional(pair->value) : yaml::child(node, key);
        if (!next)
            break;
        mark = pair ? pair->key.Mark() : next->Mark();
        node.reset(*next);
    }
    return mark.is_null() ? SourcePlace{m_name} : placeAt(m_text, m_name, mark.line, mark.column);
}

} // namespace windsock
