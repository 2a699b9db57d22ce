// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/YamlEvents.h"

#include "core/yaml/YamlProblem.h"
#include "core/yaml/YamlText.h"
#include "core/yaml/YamlTree.h"

#include <QCoreApplication>
#include <QList>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <exception>
#include <sstream>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("YamlEvents", text);
}

// The way out of yaml-cpp's parser; caught below and nowhere else.
struct Refusal
{
    Error error;
};

class EventCheck : public YAML::EventHandler
{
public:
    EventCheck(const QByteArray &text, const QString &name) : m_text(text), m_name(name) {}

    bool progressed() const { return m_position > m_positionBefore; }
    int position() const { return m_position; }

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        m_positionBefore = m_position;
        m_position = mark.pos;
        m_documentHasContent = false;
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t) override
    {
        m_position = qMax(m_position, mark.pos);
        if (isValue())
            checkColon();
        take(mark);
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override { take(mark); }
    void OnScalar(const YAML::Mark &mark, const std::string &, YAML::anchor_t, const std::string &) override
    {
        content(mark);
        checkTab(mark);
        m_lastScalar = mark;
        take(mark);
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value style) override
    {
        open(mark, {false, style == YAML::EmitterStyle::Block});
    }
    void OnSequenceEnd() override { m_open.removeLast(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value style) override
    {
        open(mark, {true, style == YAML::EmitterStyle::Block});
    }
    void OnMapEnd() override { m_open.removeLast(); }

    // yaml-cpp 0.7 ends an open quote at the end of the file; everything from there on has become one text.
    void checkQuotes() const
    {
        if (m_lastScalar.is_null())
            return;
        qsizetype at = m_lastScalar.pos;
        while (at < m_text.size() && (m_text[at] == '&' || m_text[at] == '!'))
            at = afterWord(at);
        if (at >= m_text.size() || (m_text[at] != '"' && m_text[at] != '\''))
            return; // a plain or a block text
        const char quote = m_text[at];
        for (qsizetype i = at + 1; i < m_text.size(); ++i) {
            if (m_text[i] == '\\' && quote == '"')
                ++i;
            else if (m_text[i] == quote)
                return;
        }
        const QString sign = QString(QLatin1Char(quote));
        throw Refusal{Error::badInput(tr("The quote %1 opened here is never closed").arg(sign), placeOfOffset(m_text, m_name, at),
                                      tr("Close it with another %1").arg(sign))};
    }

private:
    struct Level
    {
        bool isMap = false;
        bool isBlock = false;
        int children = 0;
    };

    qsizetype afterWord(qsizetype at) const
    {
        while (at < m_text.size() && !QByteArrayView(" \t\r\n").contains(m_text[at]))
            ++at;
        while (at < m_text.size() && QByteArrayView(" \t\r\n").contains(m_text[at]))
            ++at;
        return at;
    }

    bool isValue() const { return !m_open.isEmpty() && m_open.last().isMap && m_open.last().children % 2 == 1; }

    // Before a value yaml-cpp lets a tab pass that indents its line; other readers refuse it. In brackets it is allowed.
    void checkTab(const YAML::Mark &mark) const
    {
        if (m_open.isEmpty() || !m_open.last().isBlock)
            return;
        const qsizetype blanks = beforeBlanks(mark.pos);
        const qsizetype tab = QByteArrayView(m_text).first(qMin<qsizetype>(mark.pos, m_text.size())).sliced(blanks + 1).indexOf('\t');
        if (tab < 0 || (blanks >= 0 && m_text[blanks] != '\n'))
            return;
        throw Refusal{Error::badInput(tr("A tab indents this line"), placeOfOffset(m_text, m_name, blanks + 1 + tab),
                                      tr("YAML allows only spaces for indentation: replace the tab"))};
    }

    // What stands before the blanks before a place; -1: nothing. From the place backwards, as lines can be very long.
    qsizetype beforeBlanks(qsizetype at) const
    {
        for (at = qMin(at, m_text.size()) - 1; at >= 0 && (m_text[at] == ' ' || m_text[at] == '\t'); --at) {
        }
        return at;
    }

    // `key` in a line of its own where `key:` was meant: other readers refuse it, yaml-cpp does not.
    void checkColon() const
    {
        if (!m_open.last().isBlock || m_lastScalar.is_null())
            return;
        const qsizetype before = beforeBlanks(m_lastScalar.pos);
        const QByteArrayView rest = QByteArrayView(m_text).sliced(qMin<qsizetype>(m_lastScalar.pos, m_text.size()));
        const qsizetype end = rest.indexOf('\n');
        const bool hasColon = (end < 0 ? rest : rest.first(end)).contains(':');
        if (hasColon || (before >= 0 && (m_text[before] == '?' || m_text[before] == ':')))
            return;
        throw Refusal{Error::badInput(tr("A colon is missing in this line"),
                                      placeAt(m_text, m_name, m_lastScalar.line, m_lastScalar.column),
                                      tr("Every line of a map reads `key: value`; a list entry begins with `- `"))};
    }

    void content(const YAML::Mark &mark)
    {
        m_position = qMax(m_position, mark.pos);
        if (m_contentSeen && !m_documentHasContent)
            throw Refusal{secondDocument(mark)};
        m_contentSeen = m_documentHasContent = true;
    }

    Error secondDocument(const YAML::Mark &mark) const
    {
        Error error = Error::badInput(tr("A second YAML document begins here"), placeAt(m_text, m_name, mark.line, mark.column));
        error.why = tr("The file holds a line ---, and what follows it would be ignored");
        error.todo = tr("Keep one document in this file");
        return error;
    }

    void take(const YAML::Mark &mark)
    {
        if (++m_nodes > yaml::mostNodes)
            throw Refusal{Error::badInput(tr("The file has more than %1 values").arg(yaml::mostNodes),
                                          placeAt(m_text, m_name, mark.line, mark.column))};
        if (!m_open.isEmpty())
            ++m_open.last().children;
    }

    void open(const YAML::Mark &mark, const Level &level)
    {
        content(mark);
        take(mark);
        m_open.append(level);
        if (m_open.size() > yaml::deepest)
            throw Refusal{Error::badInput(tr("The file nests deeper than %1 levels").arg(yaml::deepest),
                                          placeAt(m_text, m_name, mark.line, mark.column))};
    }

    const QByteArray &m_text;
    QString m_name;
    QList<Level> m_open;
    YAML::Mark m_lastScalar = YAML::Mark::null_mark();
    int m_nodes = 0;
    int m_position = -1;
    int m_positionBefore = -2;
    bool m_contentSeen = false;
    bool m_documentHasContent = false;
};

void walk(const QByteArray &text, const QString &name)
{
    std::istringstream stream(text.toStdString());
    YAML::Parser parser(stream);
    EventCheck check(text, name);
    while (parser.HandleNextDocument(check)) {
        // Nothing consumed: the parser would answer with empty documents for ever.
        if (!check.progressed())
            throw Refusal{Error::badInput(tr("This character cannot stand here"),
                                          placeOfOffset(text, name, qBound(qsizetype(0), qsizetype(check.position()), text.size())),
                                          tr("Put the text into quotes, or look for a bracket that is missing"))};
    }
    check.checkQuotes();
}
} // namespace

std::optional<Error> findYamlProblem(const QByteArray &text, const QString &name)
{
    try {
        walk(text, name);
    } catch (const Refusal &refusal) {
        return refusal.error;
    } catch (const YAML::Exception &complaint) {
        return yamlProblem(complaint, text, name);
    } catch (const std::exception &problem) {
        return Error::badInput(tr("This is not valid YAML (%1)").arg(QString::fromUtf8(problem.what())), {name, 1, 1});
    }
    return {};
}

} // namespace windsock
