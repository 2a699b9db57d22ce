// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/HelmTemplate.h"

#include "core/workspace/HelmValues.h"
#include "core/yaml/YamlTree.h"

#include <QRegularExpression>

namespace windsock {

namespace {
const QString &opening()
{
    static const QString braces = QStringLiteral("{{");
    return braces;
}

// `a "b | c" | quote` → a "b | c", quote: a bar within quotes is text.
QStringList pipeline(const QString &action)
{
    QStringList parts{QString()};
    QChar quote;
    for (qsizetype i = 0; i < action.size(); ++i) {
        const QChar c = action[i];
        const bool isEscape = c == u'\\' && quote == u'"' && i + 1 < action.size();
        if (isEscape)
            parts.last() += action[i++];
        else if (quote.isNull() ? c == u'"' || c == u'`' : c == quote)
            quote = quote.isNull() ? c : QChar();
        if (c == u'|' && quote.isNull() && !isEscape)
            parts += QString();
        else
            parts.last() += action[i];
    }
    for (QString &part : parts)
        part = part.trimmed();
    return parts;
}

std::optional<QString> literal(const QString &word)
{
    if (word.size() > 1 && word.startsWith(u'`') && word.endsWith(u'`') && word.count(u'`') == 2)
        return word.mid(1, word.size() - 2);
    static const QRegularExpression plain(QStringLiteral("\\A\"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"\\z"));
    const auto found = plain.match(word);
    if (!found.hasMatch())
        return {};
    return found.captured(1).replace(QStringLiteral("\\\""), QStringLiteral("\"")).replace(QStringLiteral("\\\\"), QStringLiteral("\\"));
}

std::optional<QString> term(const QString &word, const HelmFacts &facts)
{
    if (word == u".Release.Name" || word == u"$.Release.Name")
        return facts.release;
    if (word == u".Release.Namespace" || word == u"$.Release.Namespace")
        return facts.nameSpace;
    static const QRegularExpression value(QStringLiteral("\\A\\$?\\.Values((?:\\.[A-Za-z_][A-Za-z0-9_]*)+)\\z"));
    const auto found = value.match(word);
    if (!found.hasMatch())
        return literal(word);
    const auto node = facts.values.at(found.captured(1).split(u'.', Qt::SkipEmptyParts));
    if (node && yaml::isNull(*node))
        return QString(); // Helm prints nothing for it
    return node && node->IsScalar() ? std::optional(helmText(*node)) : std::nullopt;
}

// Where the }} stands that is outside of the action's own quotes; -1: nowhere.
qsizetype endOfAction(const QString &text, qsizetype at)
{
    QChar quote;
    for (; at < text.size(); ++at) {
        const QChar c = text[at];
        if (quote == u'"' && c == u'\\')
            ++at;
        else if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if (c == u'"' || c == u'`')
            quote = c;
        else if (QStringView(text).sliced(at).startsWith(u"}}"))
            return at;
    }
    return -1;
}

QString trimmed(const QString &text, bool atStart, bool atEnd)
{
    qsizetype from = 0, to = text.size();
    while (atStart && from < to && text[from].isSpace())
        ++from;
    while (atEnd && to > from && text[to - 1].isSpace())
        --to;
    return text.mid(from, to - from);
}

std::optional<QString> evaluated(const QString &action, const HelmFacts &facts)
{
    if (action.startsWith(u"/*") && action.endsWith(u"*/"))
        return QString();
    QStringList parts = pipeline(action);
    auto text = term(parts.takeFirst(), facts);
    for (const QString &filter : parts) {
        if (!text || isTemplated(*text))
            return {}; // what tpl would go through a second time is for Helm
        if (filter == u"quote")
            text = u'"' + text->replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\"")) + u'"';
        else if (filter != u"toString")
            return {};
    }
    return text;
}
} // namespace

bool isTemplated(const QString &text)
{
    return text.contains(opening());
}

std::optional<QString> simpleTemplate(const QString &text, const HelmFacts &facts)
{
    QString result;
    qsizetype at = 0;
    bool trimsNext = false;
    for (qsizetype open = text.indexOf(opening()); open >= 0; open = text.indexOf(opening(), at)) {
        const qsizetype end = endOfAction(text, open + 2);
        if (end < 0)
            return {};
        QString action = text.mid(open + 2, end - open - 2);
        const bool trimsBefore = action.startsWith(u"- "), trimsAfter = action.endsWith(u" -");
        action = action.mid(trimsBefore ? 1 : 0).chopped(trimsAfter ? 1 : 0).trimmed();
        const auto printed = evaluated(action, facts);
        if (!printed)
            return {};
        result += trimmed(text.mid(at, open - at), trimsNext, trimsBefore) + *printed;
        trimsNext = trimsAfter;
        at = end + 2;
    }
    return result + trimmed(text.mid(at), trimsNext, false);
}

} // namespace windsock
