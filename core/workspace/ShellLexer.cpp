// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/ShellLexer.h"

#include <QRegularExpression>

namespace windsock {

namespace {
constexpr int deepestSubstitution = 50;
constexpr qsizetype longestExpansion = 4096; // the text of one ${…}

bool isNameStart(QChar c)
{
    return c == u'_' || (c.unicode() < 128 && c.isLetter());
}

bool isNamePart(QChar c)
{
    return isNameStart(c) || (c >= u'0' && c <= u'9');
}
} // namespace

ShellToken ShellLexer::next()
{
    while (m_ready.isEmpty() && m_at < m_text.size())
        step();
    if (m_ready.isEmpty())
        endWord();
    return m_ready.isEmpty() ? ShellToken{} : m_ready.takeFirst();
}

void ShellLexer::step()
{
    const QChar c = peek();
    if (c == u'\\' && peek(1) == u'\n') {
        m_at += 2; // the line goes on
    } else if (c == u'\n') {
        newLine();
    } else if (c.isSpace()) {
        endWord();
        ++m_at;
    } else if (!m_hasOperators) {
        character();
    } else if (c == u'#' && !m_inWord) {
        while (m_at < m_text.size() && peek() != u'\n')
            ++m_at;
    } else if (c == u'<' || c == u'>' || lookingAt("&>")) {
        redirection();
    } else if (c == u';' || c == u'&' || c == u'|' || c == u'(' || c == u')') {
        control();
    } else {
        character();
    }
}

void ShellLexer::newLine()
{
    ++m_at;
    endWord();
    m_isTarget = m_isDocument = false;
    m_ready += ShellToken{ShellToken::Kind::Newline};
    for (const QString &end : std::exchange(m_documents, {}))
        skipDocument(end);
}

void ShellLexer::skipDocument(const QString &end)
{
    while (m_at < m_text.size()) {
        const qsizetype stop = m_text.indexOf(u'\n', m_at);
        const QString line = m_text.mid(m_at, stop < 0 ? -1 : stop - m_at);
        m_at = stop < 0 ? m_text.size() : stop + 1;
        if (line.trimmed() == end)
            break;
    }
}

void ShellLexer::control()
{
    endWord();
    m_isTarget = m_isDocument = false;
    const bool isOr = lookingAt("||");
    const QChar c = peek();
    m_at += isOr || lookingAt("&&") || lookingAt(";;") ? 2 : 1;
    m_ready += ShellToken{isOr        ? ShellToken::Kind::Or
                          : c == u'(' ? ShellToken::Kind::Open
                          : c == u')' ? ShellToken::Kind::Close
                                      : ShellToken::Kind::Sequence};
}

// [n]>word, [n]<word, 2>&1, &>word, <<EOF
void ShellLexer::redirection()
{
    const bool isDescriptor = m_inWord && m_word.text.size() == 1 && m_word.text.front().isDigit();
    if (isDescriptor)
        m_inWord = false;
    endWord();
    const qsizetype start = m_at;
    while (peek() == u'<' || peek() == u'>' || peek() == u'&' || (peek() == u'-' && m_at > start))
        ++m_at;
    const QStringView sign = QStringView(m_text).sliced(start, m_at - start);
    while (peek() == u' ' || peek() == u'\t')
        ++m_at;
    m_isTarget = true;
    m_isDocument = sign == u"<<" || sign == u"<<-";
}

void ShellLexer::character()
{
    beginWord();
    const QChar c = peek();
    if (c == u'\\') {
        if (m_at + 1 < m_text.size())
            m_word.text += peek(1);
        m_at += 2;
    } else if (c == u'\'') {
        singleQuoted();
    } else if (c == u'"') {
        doubleQuoted();
    } else if (c == u'$' || c == u'`') {
        expand(true);
    } else {
        m_word.text += c;
        ++m_at;
    }
}

void ShellLexer::singleQuoted()
{
    m_hasQuotes = true;
    const qsizetype found = m_text.indexOf(u'\'', m_at + 1);
    const qsizetype end = found < 0 ? m_text.size() : found;
    m_word.text += m_text.mid(m_at + 1, end - m_at - 1);
    m_at = end + 1;
}

void ShellLexer::doubleQuoted()
{
    m_hasQuotes = true;
    for (++m_at; m_at < m_text.size() && peek() != u'"';) {
        const QChar c = peek(), next = peek(1);
        if (c == u'\\' && (next == u'"' || next == u'\\' || next == u'$' || next == u'`' || next == u'\n')) {
            if (next != u'\n')
                m_word.text += next;
            m_at += 2;
        } else if (c == u'$' || c == u'`') {
            expand(false);
        } else {
            m_word.text += c;
            ++m_at;
        }
    }
    ++m_at;
}

// $NAME and ${…}; $(…), `…` and all else are not known.
void ShellLexer::expand(bool splits)
{
    if (expandBraces(splits))
        return;
    if (peek() == u'$' && isNameStart(peek(1))) {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && isNamePart(m_text[end]))
            ++end;
        const QString name = m_text.mid(m_at + 1, end - m_at - 1);
        m_at = end;
        return expandNamed(name, {}, {}, splits);
    }
    const qsizetype start = m_at;
    skipSubstitution();
    m_word.text += m_text.mid(start, m_at - start);
    m_word.isKnown = m_word.isKnown && m_at - start == 1 && m_text[start] == u'$'; // alone it is a dollar
}

// ${NAME}, ${NAME:-default}, ${NAME-default}, ${NAME:+other}
bool ShellLexer::expandBraces(bool splits)
{
    static const QRegularExpression braces(QStringLiteral("\\A\\$\\{([A-Za-z_]\\w*)(?:(:?[-+])([^{}$`\"]*))?\\}"));
    const auto found = braces.match(m_text.mid(m_at, longestExpansion));
    if (!found.hasMatch())
        return false;
    m_at += found.capturedLength();
    expandNamed(found.captured(1), found.captured(2), found.captured(3), splits);
    return true;
}

void ShellLexer::expandNamed(const QString &name, const QString &way, const QString &other, bool splits)
{
    const auto known = m_variables.constFind(name);
    const bool isSet = known != m_variables.cend() && (!known->isEmpty() || !way.startsWith(u':'));
    if (way.endsWith(u'+'))
        return insert(isSet ? other : QString(), splits);
    if (isSet)
        return insert(*known, splits);
    if (way.endsWith(u'-'))
        return insert(other, splits);
    m_word.text += QStringLiteral("${") + name + u'}';
    m_word.isKnown = false;
}

// Outside of quotes a value is split at its blanks, and an empty one is no word at all.
void ShellLexer::insert(const QString &value, bool splits)
{
    if (!splits) {
        m_word.text += value;
        return;
    }
    const qsizetype at = m_word.at;
    for (const QChar c : value) {
        if (c.isSpace() && m_word.text.isEmpty() && !m_hasQuotes)
            continue;
        if (c.isSpace()) {
            endWord();
            beginWord();
            m_word.at = at;
        } else {
            m_word.text += c;
        }
    }
    m_inWord = !m_word.text.isEmpty() || m_hasQuotes; // quotes make a word, even of nothing
}

void ShellLexer::skipSubstitution()
{
    if (peek() == u'`') {
        const qsizetype end = m_text.indexOf(u'`', m_at + 1);
        m_at = end < 0 ? m_text.size() : end + 1;
        return;
    }
    const QChar c = peek(1);
    ++m_at;
    if (c == u'(' || c == u'{')
        skipBraces(c);
    else if (c.isDigit() || QStringView(u"?!#@*$").contains(c))
        ++m_at; // $1, $?, …
}

void ShellLexer::skipBraces(QChar open)
{
    const QChar close = open == u'(' ? u')' : u'}';
    int depth = 0;
    QChar quote;
    for (; m_at < m_text.size(); ++m_at) {
        const QChar c = peek();
        if (c == u'\\')
            ++m_at;
        else if (!quote.isNull())
            quote = quote == c ? QChar() : quote;
        else if (c == u'"' || c == u'\'')
            quote = c;
        else if (c == open && ++depth > deepestSubstitution)
            break;
        else if (c == close && --depth == 0)
            break;
    }
    m_at = qMin(m_at + 1, m_text.size());
}

void ShellLexer::beginWord()
{
    if (std::exchange(m_inWord, true))
        return;
    m_word = {QString(), true, m_at};
    m_hasQuotes = false;
}

void ShellLexer::endWord()
{
    if (!std::exchange(m_inWord, false))
        return;
    const ShellWord word = std::exchange(m_word, {});
    const bool isTarget = std::exchange(m_isTarget, false);
    if (std::exchange(m_isDocument, false))
        m_documents += word.text;
    else
        m_ready += ShellToken{isTarget ? ShellToken::Kind::Target : ShellToken::Kind::Word, word};
}

} // namespace windsock
