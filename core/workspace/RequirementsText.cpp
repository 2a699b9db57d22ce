// SPDX-License-Identifier: Apache-2.0
// Requirement files, line by line (pip's "Requirements File Format").
#include "core/workspace/PipWords.h"

#include <QRegularExpression>

namespace windsock {

namespace {
constexpr qsizetype mostLines = 20'000;

struct LogicalLine
{
    QString text;
    int line = 0;
};

// A backslash at the end joins lines; then comments go, which begin at the start or behind a blank.
QList<LogicalLine> logicalLines(const QString &text)
{
    static const QRegularExpression comment(QStringLiteral("(?:^|\\s+)#.*$"));
    QList<LogicalLine> lines;
    const QStringList raw = text.split(u'\n');
    for (qsizetype at = 0; at < raw.size() && lines.size() < mostLines; ++at) {
        LogicalLine made{{}, int(at) + 1};
        for (;; ++at) {
            QString piece = raw.at(at);
            if (piece.endsWith(u'\r'))
                piece.chop(1);
            const bool isComment = piece.trimmed().startsWith(u'#');
            const bool goesOn = piece.endsWith(u'\\') && !isComment && at + 1 < raw.size();
            made.text += goesOn ? piece.chopped(1) + u' ' : piece;
            if (!goesOn)
                break;
        }
        made.text = made.text.replace(comment, QString()).simplified();
        if (!made.text.isEmpty())
            lines += made;
    }
    return lines;
}

// pip fills in ${NAME} of upper case only, and leaves what is not set as it is.
QString filled(const QString &text, const ShellVariables &variables, bool &isKnown)
{
    static const QRegularExpression variable(QStringLiteral("\\$\\{([A-Z0-9_]+)\\}"));
    QString result;
    qsizetype end = 0;
    for (auto all = variable.globalMatch(text); all.hasNext();) {
        const auto found = all.next();
        const auto value = variables.constFind(found.captured(1));
        result += text.mid(end, found.capturedStart() - end) + (value == variables.cend() ? found.captured() : *value);
        isKnown = isKnown && value != variables.cend();
        end = found.capturedEnd();
    }
    return result + text.mid(end);
}
} // namespace

QList<RequirementsLine> parseRequirements(const QString &text, const ShellVariables &variables)
{
    QList<RequirementsLine> lines;
    for (const LogicalLine &logical : logicalLines(text.startsWith(QChar(0xFEFF)) ? text.mid(1) : text)) {
        bool isKnown = true;
        const QString line = filled(logical.text, variables, isKnown);
        auto part = line.startsWith(u'-') ? requirementsOption(line) : std::optional(requirementPart(line));
        if (!part)
            continue;
        part->isKnown = isKnown;
        lines += {*part, logical.line};
    }
    return lines;
}

} // namespace windsock
