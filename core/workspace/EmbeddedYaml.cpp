// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/EmbeddedYaml.h"

#include "core/workspace/HelmValues.h"
#include "core/yaml/YamlText.h"
#include "core/yaml/YamlTree.h"

#include <QCoreApplication>

#include <algorithm>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("EmbeddedYaml", text);
}

// The file whose value it is: lists and texts are never mixed from several.
const ValuesFile *holder(const QList<ValuesFile> &files, const YamlPath &path)
{
    const auto has = [&path](const ValuesFile &file) { return file.document.has(path); };
    const auto found = std::find_if(files.crbegin(), files.crend(), has);
    return found == files.crend() ? nullptr : &*found;
}

// A literal block ("extraEnv: |") keeps its lines; its text begins in the line below the bar.
int firstLineOf(const ValuesFile &file, const YamlPath &path)
{
    const SourcePlace mark = file.document.place(path);
    const QByteArray line = lineOf(file.document.text(), mark.line - 1);
    const QString text = QString::fromUtf8(line);
    return mark.line > 0 && mark.column > 0 && text.mid(mark.column - 1).startsWith(u'|') ? mark.line + 1 : 0;
}

Result<EmbeddedYaml> parsed(const QString &text, EmbeddedYaml made, const HelmFacts &facts)
{
    const auto plain = isTemplated(text) ? simpleTemplate(text, facts) : std::optional(text);
    if (!plain)
        return Error::badInput(tr("Only Helm can tell what the template in this text gives"), made.start);
    const Result<YamlDocument> document = YamlDocument::parse(plain->toUtf8(), made.start.file);
    if (!document) {
        Error error = document.error();
        error.place = made.firstLine > 0 ? SourcePlace{made.start.file, made.firstLine + error.place.line - 1} : made.start;
        return error;
    }
    made.document = *document;
    return made;
}
} // namespace

SourcePlace EmbeddedYaml::place(const YamlPath &path) const
{
    if (!files.isEmpty())
        return keyPlace(files, above + path);
    const SourcePlace inside = document.place(path);
    return firstLine > 0 && inside.line > 0 ? SourcePlace{start.file, firstLine + inside.line - 1} : start;
}

std::optional<Result<EmbeddedYaml>> embeddedYaml(const Workspace &workspace, const YamlPath &path, const HelmFacts &facts)
{
    const auto node = workspace.mergedValues().at(path);
    if (!node || yaml::isNull(*node))
        return {};
    EmbeddedYaml made{{}, keyPlace(workspace.values(), path)};
    if (!node->IsScalar()) {
        made.document = YamlDocument::fromNode(*node, made.start.file);
        made.files = workspace.values();
        made.above = path;
        return made;
    }
    if (const ValuesFile *file = holder(workspace.values(), path))
        made.firstLine = firstLineOf(*file, path);
    return parsed(yaml::scalar(*node), made, facts);
}

HelmFacts helmFacts(const Workspace &workspace)
{
    return {workspace.release(), workspace.nameSpace(), workspace.mergedValues()};
}

} // namespace windsock
