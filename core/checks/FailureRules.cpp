// SPDX-License-Identifier: Apache-2.0
#include "core/checks/FailureRules.h"

#include "core/checks/FailureRulesTable.h"

#include <QCoreApplication>

#include <optional>
#include <vector>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("FailureRules", text);
}

struct ReadyRule
{
    FailureRule rule;
    QRegularExpression pattern;
};

std::vector<ReadyRule> readyRules()
{
    std::vector<ReadyRule> ready;
    // What lies deeper comes first: a full disk shows in every tool's words, a proxy in those of pods and of Helm.
    for (const auto &rules :
         {engineRules(), portAndNameRules(), nodeRules(), repositoryRules(), imageRules(), podRules(), valuesRules(), releaseRules()}) {
        for (const FailureRule &rule : rules)
            ready.push_back({rule, QRegularExpression(QString::fromUtf8(rule.pattern), QRegularExpression::CaseInsensitiveOption)});
    }
    return ready;
}

const std::vector<ReadyRule> &allRules()
{
    static const std::vector<ReadyRule> rules = readyRules();
    return rules;
}

// In one pass: what was captured may itself contain "%2", in URLs for example.
QString filled(const char *text, const QRegularExpressionMatch &captures)
{
    const QString source = tr(text);
    QString result;
    for (qsizetype i = 0; i < source.size(); ++i) {
        const int group = source.at(i) == u'%' && i + 1 < source.size() ? source.at(i + 1).digitValue() : -1;
        if (group > 0)
            result += captures.captured(group);
        else
            result += source.at(i);
        i += group > 0 ? 1 : 0;
    }
    return result;
}

std::optional<FailureMatch> findMatch(const ReadyRule &ready, const FailedStep &failed, const QStringList &lines)
{
    if (ready.rule.tool && toolName(failed.tool) != QLatin1String(ready.rule.tool))
        return std::nullopt;
    for (int line = int(lines.size()) - 1; line >= 0; --line) {
        const QRegularExpressionMatch captures = ready.pattern.match(lines.at(line));
        if (captures.hasMatch())
            return FailureMatch{failed, lines, line, captures};
    }
    return std::nullopt;
}

Error cardOf(const FailureRule &rule, const FailureMatch &match)
{
    Error error{rule.code, filled(rule.what, match.captures)};
    const QString line = match.lines.at(match.line).trimmed();
    error.why = rule.why ? filled(rule.why, match.captures) : cleanedLine(line);
    error.todo = filled(rule.todo, match.captures);
    error.rule = QString::fromUtf8(rule.id);
    error.evidence = line;
    if (rule.refine)
        rule.refine(error, match);
    return error;
}

// Pods as lines, so that one table serves texts of kubectl and facts from the API.
QStringList podLines(const QList<PodFact> &pods)
{
    QStringList lines;
    for (const PodFact &pod : pods) {
        lines += pod.lastLines;
        lines += QStringLiteral("pod %1: container %2: %3: %4").arg(pod.pod, pod.container, pod.reason, pod.message);
    }
    return lines;
}

QString tailOf(const QStringList &lines, int count)
{
    QStringList tail;
    for (auto it = lines.crbegin(); it != lines.crend() && tail.size() < count; ++it) {
        if (!it->trimmed().isEmpty())
            tail.prepend(it->trimmed());
    }
    return tail.join(u'\n');
}

Error unknown(const FailedStep &failed, const QStringList &lines)
{
    const QString name = failed.title.isEmpty() ? toolName(failed.tool) : failed.title;
    Error error{Error::Code::ToolFailed, tr("\"%1\" did not succeed").arg(name)};
    error.why = deepestLine(lines);
    if (error.why.isEmpty())
        error.why = tr("%1 printed nothing that would tell why").arg(toolName(failed.tool));
    error.todo = tr("Read the step's whole output; try again once its cause is gone");
    error.evidence = tailOf(lines, 5);
    return error;
}
} // namespace

Error explainFailure(const FailedStep &failed)
{
    const QStringList lines = outputLines(failed.output) + podLines(failed.pods);
    for (const ReadyRule &ready : allRules()) {
        if (const std::optional<FailureMatch> match = findMatch(ready, failed, lines))
            return cardOf(ready.rule, *match);
    }
    return unknown(failed, lines);
}

QStringList failureRuleIds()
{
    QStringList ids;
    for (const ReadyRule &ready : allRules()) {
        const QString id = QString::fromUtf8(ready.rule.id);
        if (!ids.contains(id))
            ids += id;
    }
    return ids;
}

} // namespace windsock
