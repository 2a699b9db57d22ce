// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/PodPathProbe.h"

#include "core/process/ToolFinder.h"

#include <QCoreApplication>

#include <algorithm>

namespace windsock {

using namespace std::chrono_literals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("PodPathProbe", text);
}

PodPathAnswer answerOf(PodPathAnswer answer, const Result<CommandOutput> &result)
{
    if (!result) {
        answer.isSure = result.error().code != Error::Code::Timeout;
        answer.said = result.error().what;
        return answer;
    }
    answer.works = result->succeeded();
    const QByteArrayList lines = (answer.works ? result->out : result->err).trimmed().split('\n');
    answer.said = QString::fromUtf8(lines.last());
    return answer;
}

Finding notShown(const PodPathAnswer &answer)
{
    Finding finding{.rule = QStringLiteral("standalone.podpaths"), .severity = Severity::Warning};
    finding.what = tr("DAGs do not find the folders at the pods' paths");
    finding.why = answer.found.isEmpty() ? tr("bubblewrap, which shows them there, is not installed")
                                         : tr("bubblewrap cannot show them here: %1").arg(answer.said);
    finding.todo = answer.found.isEmpty() ? tr("Install the package bubblewrap and start again")
                                          : tr("Let users of this system make user namespaces, then stop and start");
    return finding;
}
} // namespace

QList<LeftOut> PodPathAnswer::notThere(const QList<LeftOut> &lines) const
{
    QList<LeftOut> left = lines;
    left.removeIf([this](const LeftOut &line) { return line.id == QLatin1String("dag.path") && shows(line.key); });
    return left;
}

QString PodPathAnswer::chosen(const QString &before) const
{
    const bool keeps = !isSure && !before.isEmpty() && before == found;
    return works || keeps ? found : QString();
}

Async<PodPathAnswer> probePodPaths(const PodPaths &paths, CommandRunner &runner, ToolFinder &tools, QObject *context, const Cancel &cancel)
{
    PodPathAnswer answer{.paths = paths};
    const auto program = podPathsArePossible ? tools.find(Tool::Bwrap) : Result<QString>(Error());
    if (program)
        answer.found = *program;
    if (answer.found.isEmpty() || paths.shown.isEmpty())
        return ready(answer);
    // Itself: the one program that is there for sure.
    Command command{.tool = Tool::Bwrap, .args = paths.arguments + QStringList{answer.found, QStringLiteral("--version")}};
    command.limit = 3s;
    return andFinally(runner.run(command, {}, cancel), context, [answer](const Result<CommandOutput> &result) -> Result<PodPathAnswer> {
        if (!result && result.error().isCancel())
            return result.error();
        return answerOf(answer, result);
    });
}

QList<Finding> podPathFindings(const PodPathAnswer &answer)
{
    if (!podPathsArePossible)
        return {};
    QList<Finding> findings;
    if (answer.works)
        findings += Finding{.rule = QStringLiteral("standalone.podpaths"),
                            .severity = Severity::Pass,
                            .what = tr("The folders appear at the pods' paths"),
                            .why = answer.said};
    else if (!answer.paths.shown.isEmpty())
        findings += notShown(answer);
    if (!answer.works && !answer.paths.shown.isEmpty())
        return findings; // none of them is the matter then
    for (const PodPaths::Refusal &refusal : answer.paths.refused)
        findings += Finding{.rule = QStringLiteral("standalone.podpath"),
                            .severity = Severity::Warning,
                            .what = tr("DAGs do not find %1").arg(refusal.folder.podPath),
                            .why = refusal.why,
                            .todo = refusal.todo,
                            .place = refusal.folder.place,
                            .key = refusal.folder.podPath};
    return findings;
}

} // namespace windsock
