// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/YamlProblem.h"

#include "core/yaml/YamlText.h"

#include <QCoreApplication>
#include <QHash>

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/yaml.h>

#include <optional>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("YamlProblem", text);
}

bool is(const YAML::Exception &complaint, const char *message)
{
    return complaint.msg.rfind(message, 0) == 0;
}

int indentOf(const QByteArray &line)
{
    int indent = 0;
    while (indent < line.size() && line[indent] == ' ')
        ++indent;
    return indent;
}

// The nearest line at or above that holds more than blanks and comments; -1: none.
int contentLine(const QByteArray &text, int line)
{
    for (; line >= 0; --line) {
        const QByteArray trimmed = lineOf(text, line).trimmed();
        if (!trimmed.isEmpty() && !trimmed.startsWith('#'))
            return line;
    }
    return -1;
}

std::optional<Error> tabProblem(const QByteArray &text, const QString &name, int line)
{
    for (int look = line; look >= 0 && look >= line - 1; --look) {
        const QByteArray content = lineOf(text, look);
        const int indent = indentOf(content);
        if (indent < content.size() && content[indent] == '\t')
            return Error::badInput(tr("A tab indents this line"), placeAt(text, name, look, indent),
                                   tr("YAML allows only spaces for indentation: replace the tab"));
    }
    return {};
}

std::optional<Error> openProblem(const QByteArray &text, const QString &name)
{
    const OpenThing open = lastOpenThing(text);
    if (open.offset < 0)
        return {};
    const SourcePlace place = placeOfOffset(text, name, open.offset);
    const QString sign = QString(QLatin1Char(open.what));
    if (open.what == '"' || open.what == '\'')
        return Error::badInput(tr("The quote %1 opened here is never closed").arg(sign), place, tr("Close it with another %1").arg(sign));
    const QString partner = open.what == '[' ? QStringLiteral("]") : QStringLiteral("}");
    return Error::badInput(tr("The bracket %1 opened here is never closed").arg(sign), place,
                           tr("Close it with %1, and separate entries by commas").arg(partner));
}

// `key value` or `key:value` where a map wants `key: value`.
std::optional<Error> colonProblem(const QByteArray &text, const QString &name, int line)
{
    for (int look = contentLine(text, line); look >= 0 && look >= line - 2; look = contentLine(text, look - 1)) {
        const QByteArray content = lineOf(text, look).trimmed();
        const qsizetype colon = content.indexOf(':');
        if (content.startsWith('-') || content.endsWith(':') || content.contains(": ") || content.startsWith('#'))
            continue;
        const SourcePlace place = placeAt(text, name, look, indentOf(lineOf(text, look)));
        if (colon > 0 && colon + 1 < content.size())
            return Error::badInput(
                tr("A space is missing after the colon"), placeAt(text, name, look, indentOf(lineOf(text, look)) + int(colon)),
                tr("Write `%1: %2`").arg(QString::fromUtf8(content.left(colon)), QString::fromUtf8(content.mid(colon + 1))));
        if (colon < 0)
            return Error::badInput(tr("A colon is missing in this line"), place,
                                   tr("Every line of a map reads `key: value`; a list entry begins with `- `"));
    }
    return {};
}

Error indentProblem(const QByteArray &text, const YAML::Exception &complaint, const QString &name)
{
    Error error = Error::badInput(tr("The indentation does not fit the lines above"),
                                  placeAt(text, name, complaint.mark.line, complaint.mark.column));
    error.why = tr("Keys of one map, and the dashes of one list, must begin in the same column");
    error.todo = tr("Indent this line like its siblings");
    return error;
}

QString words(const YAML::Exception &complaint)
{
    using namespace YAML::ErrorMsg;
    const std::pair<const char *, QString> table[] = {
        {UNKNOWN_ANCHOR, tr("This alias refers to an anchor (&name) that is not defined above it")},
        {AMBIGUOUS_ANCHOR, tr("This anchor is defined twice")},
        {MULTIPLE_ANCHORS, tr("A value can have one anchor only")},
        {MULTIPLE_TAGS, tr("A value can have one tag only")},
        {ALIAS_CONTENT, tr("An alias (*name) stands for a whole value; nothing may follow it")},
        {ALIAS_NOT_FOUND, tr("A name is missing after *: quote the text if it is no alias")},
        {ANCHOR_NOT_FOUND, tr("A name is missing after &: quote the text if it is no anchor")},
        {INVALID_ESCAPE, tr("This backslash sequence is unknown; in 'single quotes' a backslash is plain text")},
        {INVALID_HEX, tr("A hexadecimal escape is incomplete")},
        {INVALID_UNICODE, tr("This escape is no valid character")},
        {CHAR_IN_BLOCK, tr("Nothing but a comment may follow | or > in its line")},
        {ZERO_INDENT_IN_BLOCK, tr("The text of a block must be indented")},
        {DOC_IN_SCALAR, tr("--- or ... stands inside quoted text: a quote above is not closed")},
        {FLOW_END, tr("This closing bracket has no partner")},
        {UNKNOWN_TOKEN, tr("This character cannot start a value: quote the text")},
        {YAML_VERSION, tr("The %YAML line names an unknown version")},
    };
    for (const auto &[message, sentence] : table) {
        if (is(complaint, message))
            return sentence;
    }
    return tr("This is not valid YAML (%1)").arg(QString::fromStdString(complaint.msg));
}

// yaml-cpp says "illegal map value" for several mistakes: text with a colon inside, a key indented too deep.
Error valueProblem(const QByteArray &text, const YAML::Exception &complaint, const QString &name)
{
    const SourcePlace place = placeAt(text, name, complaint.mark.line, complaint.mark.column);
    const QByteArray line = lineOf(text, complaint.mark.line);
    if (line.trimmed().count(": ") + (line.trimmed().endsWith(':') ? 1 : 0) > 1)
        return Error::badInput(tr("A second colon stands in this line"), place,
                               tr("Put the value into quotes, or its key into a line of its own"));
    const int above = contentLine(text, complaint.mark.line - 1);
    if (above >= 0 && indentOf(line) > indentOf(lineOf(text, above)))
        return indentProblem(text, complaint, name);
    return Error::badInput(tr("A key cannot stand here"), place, tr("Check the indentation of this line and the one above"));
}
} // namespace

Error yamlProblem(const YAML::Exception &complaint, const QByteArray &text, const QString &name)
{
    using namespace YAML::ErrorMsg;
    if (complaint.mark.is_null())
        return Error::badInput(tr("This is not valid YAML (%1)").arg(QString::fromStdString(complaint.msg)), {name});
    const int line = complaint.mark.line;
    if (dynamic_cast<const YAML::DeepRecursion *>(&complaint))
        return Error::badInput(tr("The file nests deeper than 100 levels"), placeAt(text, name, line, complaint.mark.column));
    if (const auto tab = tabProblem(text, name, line))
        return *tab;
    const bool atEnd =
        is(complaint, EOF_IN_SCALAR) || is(complaint, END_OF_SEQ_FLOW) || is(complaint, END_OF_MAP_FLOW) || is(complaint, DOC_IN_SCALAR);
    if (const auto open = atEnd ? openProblem(text, name) : std::nullopt)
        return *open;
    if (is(complaint, END_OF_MAP) || is(complaint, MAP_VALUE) || is(complaint, END_OF_SEQ)) {
        if (const auto colon = colonProblem(text, name, line))
            return *colon;
    }
    if (is(complaint, MAP_VALUE) || is(complaint, MAP_KEY))
        return valueProblem(text, complaint, name);
    if (is(complaint, END_OF_MAP) || is(complaint, END_OF_SEQ) || is(complaint, BLOCK_ENTRY))
        return indentProblem(text, complaint, name);
    const int column = is(complaint, INVALID_ESCAPE) ? qMax(0, complaint.mark.column - 2) : complaint.mark.column; // it has read on
    return Error::badInput(words(complaint), placeAt(text, name, line, column));
}

} // namespace windsock
