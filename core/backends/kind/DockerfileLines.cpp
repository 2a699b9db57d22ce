// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/DockerfileLines.h"

#include <QByteArrayList>
#include <QRegularExpression>

namespace windsock {

namespace {

class LineReader
{
public:
    explicit LineReader(const QByteArray &text) : m_lines(text.split('\n')) {}

    DockerfileLines read()
    {
        readDirectives();
        while (m_next < m_lines.size()) {
            const QByteArray line = joined();
            if (!line.isEmpty())
                take(line);
        }
        return m_found;
    }

private:
    // "# escape=`" and "# syntax=docker/dockerfile:1", only above everything else
    void readDirectives()
    {
        static const QRegularExpression directive(QStringLiteral(R"(^\s*#\s*(\w+)\s*=\s*(\S+)\s*$)"));
        for (; m_next < m_lines.size(); ++m_next) {
            const auto match = directive.match(QString::fromUtf8(m_lines.at(m_next)));
            if (!match.hasMatch())
                return;
            const QString name = match.captured(1).toLower();
            if (name == QStringLiteral("escape"))
                m_escape = match.captured(2).toUtf8();
            else if (name == QStringLiteral("syntax"))
                m_found.understood = match.captured(2).contains(QStringLiteral("docker/dockerfile"));
        }
    }

    // The next instruction, in one line; empty for blank lines and comments.
    QByteArray joined()
    {
        QByteArray whole;
        while (m_next < m_lines.size()) {
            const QByteArray line = m_lines.at(m_next++);
            const QByteArray trimmed = line.trimmed();
            if (trimmed.startsWith('#') || trimmed.isEmpty()) {
                if (whole.isEmpty())
                    return {};
                continue; // docker drops them from the middle of an instruction too
            }
            if (!trimmed.endsWith(m_escape))
                return whole + (whole.isEmpty() ? trimmed : ' ' + trimmed);
            whole += trimmed.chopped(m_escape.size()) + ' ';
        }
        return whole;
    }

    void take(const QByteArray &line)
    {
        qsizetype end = 0;
        while (end < line.size() && line.at(end) != ' ' && line.at(end) != '\t')
            ++end;
        const DockerfileLines::Instruction made{line.first(end).toUpper(), line.mid(end).trimmed()};
        m_found.instructions += made;
        const bool mayHaveText = made.name == "RUN" || made.name == "COPY" || made.name == "ADD" || made.name == "ONBUILD";
        if (mayHaveText)
            skipDocuments(QString::fromUtf8(made.rest));
    }

    // <<EOF, <<-EOF, <<"EOF": several may follow each other
    void skipDocuments(const QString &rest)
    {
        static const QRegularExpression start(QStringLiteral(R"((?<![<\w])<<(-?)(["']?)([A-Za-z_]\w*)\2)"));
        for (auto it = start.globalMatch(rest); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            skipTo(match.captured(3).toUtf8(), !match.captured(1).isEmpty());
        }
    }

    void skipTo(const QByteArray &mark, bool indented)
    {
        while (m_next < m_lines.size()) {
            QByteArray line = m_lines.at(m_next++);
            if (line.endsWith('\r'))
                line.chop(1);
            while (indented && line.startsWith('\t'))
                line.remove(0, 1);
            if (line == mark)
                return;
        }
        m_found.understood = false;
    }

    QByteArrayList m_lines;
    qsizetype m_next = 0;
    QByteArray m_escape = "\\";
    DockerfileLines m_found;
};

} // namespace

DockerfileLines DockerfileLines::parse(const QByteArray &text)
{
    return LineReader(text.startsWith("\xEF\xBB\xBF") ? text.mid(3) : text).read();
}

} // namespace windsock
