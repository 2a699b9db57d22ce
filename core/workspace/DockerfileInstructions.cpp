// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/DockerfileInstructions.h"

#include <QRegularExpression>
#include <QStringList>

namespace windsock {

namespace {
class Splitter
{
public:
    explicit Splitter(const QString &text) : m_lines(text.split(u'\n'))
    {
        static const QRegularExpression directive(QStringLiteral("^#\\s*escape\\s*=\\s*`"), QRegularExpression::CaseInsensitiveOption);
        for (const QString &line : std::as_const(m_lines)) {
            if (!line.startsWith(u'#'))
                break; // directives stand above everything else
            if (directive.match(line).hasMatch())
                m_escape = u'`';
        }
    }

    QList<DockerfileInstruction> split()
    {
        QList<DockerfileInstruction> all;
        while (m_at < m_lines.size()) {
            DockerfileInstruction instruction = logicalLine();
            if (instruction.rest.isEmpty())
                continue;
            takeWord(instruction);
            takeDocuments(instruction);
            all += instruction;
        }
        return all;
    }

private:
    DockerfileInstruction logicalLine()
    {
        DockerfileInstruction made;
        while (m_at < m_lines.size()) {
            const QString line = m_lines[m_at++].trimmed();
            if (line.startsWith(u'#') || (line.isEmpty() && !made.pieces.isEmpty()))
                continue; // comments and blanks may stand inside a continued instruction
            if (made.pieces.isEmpty())
                made.line = int(m_at);
            made.pieces += {made.rest.size(), int(m_at)};
            const bool goesOn = line.endsWith(m_escape);
            made.rest += goesOn ? line.chopped(1) + u' ' : line;
            if (!goesOn)
                break;
        }
        made.rest = made.rest.trimmed(); // of blanks at its end only: each line was trimmed
        return made;
    }

    static void takeWord(DockerfileInstruction &instruction)
    {
        qsizetype end = 0;
        while (end < instruction.rest.size() && !instruction.rest[end].isSpace())
            ++end;
        instruction.word = instruction.rest.first(end).toUpper();
        while (end < instruction.rest.size() && instruction.rest[end].isSpace())
            ++end;
        instruction.rest.remove(0, end);
        for (DockerfileInstruction::Piece &piece : instruction.pieces)
            piece.at = qMax<qsizetype>(0, piece.at - end);
    }

    // <<EOF, <<-EOF, <<"EOF": several may follow each other
    void takeDocuments(DockerfileInstruction &instruction)
    {
        static const QStringList mayHave{QStringLiteral("RUN"), QStringLiteral("COPY"), QStringLiteral("ADD"), QStringLiteral("ONBUILD")};
        static const QRegularExpression opening(QStringLiteral("(?<![<\\w])<<(-?)([\"']?)([A-Za-z_]\\w*)\\2"));
        if (!mayHave.contains(instruction.word))
            return;
        for (auto all = opening.globalMatch(instruction.rest); all.hasNext();) {
            const auto found = all.next();
            instruction.documents += document(found.captured(3), !found.captured(1).isEmpty());
        }
    }

    DockerfileInstruction::Document document(const QString &name, bool isIndented)
    {
        DockerfileInstruction::Document made{name, {}, int(m_at) + 1};
        while (m_at < m_lines.size()) {
            QString line = m_lines[m_at++];
            if (line.endsWith(u'\r'))
                line.chop(1);
            while (isIndented && line.startsWith(u'\t'))
                line.remove(0, 1);
            if (line == name)
                break;
            made.text += line + u'\n';
        }
        return made;
    }

    QStringList m_lines;
    qsizetype m_at = 0;
    QChar m_escape = u'\\';
};
} // namespace

int DockerfileInstruction::lineAt(qsizetype offset) const
{
    int found = line;
    for (const Piece &piece : pieces)
        found = piece.at <= offset ? piece.line : found;
    return found;
}

QList<DockerfileInstruction> dockerfileInstructions(const QString &text)
{
    return Splitter(text.startsWith(QChar(0xFEFF)) ? text.mid(1) : text).split();
}

} // namespace windsock
