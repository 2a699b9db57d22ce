// SPDX-License-Identifier: Apache-2.0
// Lines of an output: cut, cleaned of colours and prefixes, and the one that says most.
#include "core/checks/FailureRulesTable.h"

namespace windsock {

namespace {
// Lines that say that something failed, but nothing about it; usage texts; advice; frames of a stack.
bool isNoise(const QString &line)
{
    static const QRegularExpression noise(
        QStringLiteral(
            "^$|^-+$|^\\[?exit(?:ed)?(?: with)?(?: status| code)?:? ?\\d+\\]?$|exit status \\d+\\)?$|^usage:|^flags:|^options:|^available "
            "commands|"
            "^use --debug|^use \".*--help|^run '.*--help|^see '.*--help|^see above|^stack trace|^goroutine \\d+|^traceback \\(|^file "
            "\"|^\\s*at |"
            "^the above exception|^during handling of|^hint:|^note:|^- |^to troubleshoot|^unfortunately|^this error is likely|^deleted "
            "nodes|"
            "^sigs\\.k8s\\.io/|^k8s\\.io/|^runtime\\.|^main\\.|^\\S+\\.go:\\d+$|^if you are on|^once you have|^here is one "
            "example|^warning[: ]|^deprecated"),
        QRegularExpression::CaseInsensitiveOption);
    return noise.match(line.trimmed()).hasMatch();
}

bool saysError(const QString &line)
{
    static const QRegularExpression error(
        QStringLiteral(
            "\\b(?:error|fatal|fail(?:ed|ure|s)?|did not|denied|refused|cannot|could not|can't|unable|not found|no such|invalid|exception|"
            "panic|timed out|timeout|deadline exceeded|unauthorized|forbidden|"
            "killed|not supported|unknown|unexpected|missing|already exists)\\b|"
            "^[A-Za-z_.]+(?:Error|Exception)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return error.match(line).hasMatch();
}
} // namespace

QStringList outputLines(const QString &output)
{
    static const QRegularExpression colour(QStringLiteral("\\x1b\\[[0-9;]*[A-Za-z]|\\[[0-9;]+m"));
    QString text = output;
    text.remove(colour).replace(u'\r', u'\n');
    return text.split(u'\n');
}

QString cleanedLine(const QString &line)
{
    // klog's date and file, BuildKit's step and seconds, the columns of kubectl's events
    static const QRegularExpression columns(
        QStringLiteral("^(?:[EFWI]\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d+\\s+\\d+ \\S+\\] |#\\d+ (?:\\d+\\.\\d+ )?|\\d+\\.\\d+ |"
                       "(?:Warning|Normal) +\\w+ +\\S+(?: \\(x\\d+ over \\S+\\))? +\\S+ +)"));
    static const QRegularExpression prefix(
        QStringLiteral("^(?:error|fatal(?: error)?|docker|command output|error response from daemon|error from server \\(\\w+\\)|ctr|"
                       "level=error msg|failed to create cluster|(?:upgrade|installation) failed): *"),
        QRegularExpression::CaseInsensitiveOption);
    QString text = line.trimmed().remove(columns);
    QString before;
    while (before != text) {
        before = text;
        text = text.remove(prefix).trimmed();
    }
    return text;
}

QString deepestLine(const QStringList &lines)
{
    QString last;
    for (auto it = lines.crbegin(); it != lines.crend(); ++it) {
        const QString text = cleanedLine(*it);
        if (isNoise(text) || isNoise(*it))
            continue;
        if (saysError(*it))
            return text;
        if (last.isEmpty())
            last = text;
    }
    return last;
}

} // namespace windsock
