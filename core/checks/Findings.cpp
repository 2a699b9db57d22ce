// SPDX-License-Identifier: Apache-2.0
#include "core/checks/Findings.h"

#include <QCoreApplication>

namespace windsock {

namespace {
Error::Code codeOf(const QString &rule)
{
    // A tool that is too old, or no tool at all, is as good as none. Failing rules only: warnings never become an error.
    if (rule.startsWith(QLatin1String("tool.")) || rule == QLatin1String("engine.missing"))
        return Error::Code::ToolMissing;
    if (rule == QLatin1String("engine.permission"))
        return Error::Code::Auth;
    if (rule.startsWith(QLatin1String("port.")))
        return Error::Code::Conflict;
    if (rule.startsWith(QLatin1String("engine.")))
        return Error::Code::ToolFailed;
    return Error::Code::BadInput;
}
} // namespace

bool hasFailure(const QList<Finding> &findings)
{
    return std::any_of(findings.begin(), findings.end(), [](const Finding &finding) { return finding.severity == Severity::Failure; });
}

Error asError(const QList<Finding> &findings)
{
    QList<Finding> failures;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(failures),
                 [](const Finding &finding) { return finding.severity == Severity::Failure; });
    const Finding &first = failures.first();
    Error error{.code = codeOf(first.rule), .what = first.what, .why = first.why, .todo = first.todo, .rule = first.rule};
    error.place = first.place;
    QStringList lines;
    for (const Finding &failure : failures) {
        error.remedies += failure.remedies;
        lines += (failure.place.isKnown() ? failure.place.text() + QStringLiteral(": ") : QString()) + failure.what
                 + (failure.todo.isEmpty() ? QString() : QStringLiteral(" — ") + failure.todo);
    }
    if (failures.size() == 1)
        return error;
    error.what = QCoreApplication::translate("Findings", "%n things stand in the way", nullptr, int(failures.size()));
    error.why = QCoreApplication::translate("Findings", "Nothing was built or started. All of them are listed below");
    error.evidence = lines.join(u'\n');
    error.todo.clear();
    return error;
}

QString findingLine(const Finding &finding)
{
    const QString mark = finding.severity == Severity::Pass      ? QStringLiteral("ok")
                         : finding.severity == Severity::Warning ? QCoreApplication::translate("Findings", "note")
                                                                 : QCoreApplication::translate("Findings", "wrong");
    QString line = QStringLiteral("%1  %2").arg(mark, -6).arg(finding.what);
    if (finding.severity != Severity::Pass) {
        for (const QString &part : {finding.why, finding.todo})
            line += part.isEmpty() ? QString() : QStringLiteral(" · ") + part;
    }
    return finding.place.isKnown() ? line + QStringLiteral("  (") + finding.place.text() + u')' : line;
}

} // namespace windsock
