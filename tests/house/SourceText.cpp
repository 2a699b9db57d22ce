// SPDX-License-Identifier: Apache-2.0
#include "tests/house/SourceText.h"

#include <QRegularExpression>

namespace {

// Walks over a file once and writes a blank for every character that is not code.
class Blanker
{
public:
    explicit Blanker(const QString &text) : m_text(text), m_code(text) {}

    QString run()
    {
        while (m_at < m_text.size())
            step();
        return m_code;
    }

private:
    void step()
    {
        const QStringView rest = QStringView(m_text).mid(m_at);
        if (rest.startsWith(u"//"))
            blankTo(endOf(u"\n", m_at) - 1);
        else if (rest.startsWith(u"/*"))
            blankTo(endOf(u"*/", m_at + 2));
        else if (rest.startsWith(u"R\"") && !isWord(m_at - 1))
            blankRawString();
        else if (rest.startsWith(u'"') && !isInclude())
            blankLiteral(u'"');
        else if (rest.startsWith(u'\'') && !isDigitSeparator())
            blankLiteral(u'\'');
        else
            ++m_at;
    }

    qsizetype endOf(QStringView mark, qsizetype from) const
    {
        const qsizetype found = m_text.indexOf(mark, from);
        return found < 0 ? m_text.size() + 1 : found + mark.size();
    }

    void blankTo(qsizetype end)
    {
        for (; m_at < qMin(end, m_text.size()); ++m_at) {
            if (m_text.at(m_at) != u'\n')
                m_code[m_at] = u' ';
        }
        m_at = qMax(m_at, qMin(end, m_text.size()));
    }

    void blankRawString()
    {
        const qsizetype open = m_text.indexOf(u'(', m_at);
        const QString mark = u')' + m_text.mid(m_at + 2, open - m_at - 2) + u'"';
        blankTo(endOf(mark, open));
    }

    void blankLiteral(QChar quote)
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text.at(end) != quote && m_text.at(end) != u'\n')
            end += m_text.at(end) == u'\\' ? 2 : 1;
        blankTo(end + 1);
    }

    bool isWord(qsizetype at) const { return at >= 0 && (m_text.at(at).isLetterOrNumber() || m_text.at(at) == u'_'); }
    // 1'000, but not u'a'
    bool isDigitSeparator() const { return m_at > 0 && m_text.at(m_at - 1).isDigit(); }
    bool isInclude() const
    {
        const qsizetype begin = m_text.lastIndexOf(u'\n', m_at) + 1;
        return QStringView(m_text).mid(begin, m_at - begin).trimmed().startsWith(u"#include");
    }

    const QString &m_text;
    QString m_code;
    qsizetype m_at = 0;
};

} // namespace

SourceText::SourceText(const QString &path, const QString &text)
    : m_path(path), m_lines(text.split(u'\n')), m_code(Blanker(text).run().split(u'\n'))
{
    if (!m_lines.isEmpty() && m_lines.last().isEmpty()) {
        m_lines.removeLast();
        m_code.removeLast();
    }
}

bool SourceText::isExcused(int line) const
{
    static const QRegularExpression excuse(QStringLiteral("// house-allows: \\S.{9,}"));
    return m_lines.at(line).contains(excuse);
}
