// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Differences.h"

#include <QCoreApplication>

namespace windsock {

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Pass: return QStringLiteral("ok");
    case Severity::Warning: return QStringLiteral("note");
    case Severity::Failure: return QStringLiteral("wrong");
    }
    return {};
}

static QString countText(int others)
{
    return others == 1
               ? QCoreApplication::translate("Verb", "1 thing is done another way in this mode (--json tells which)")
               : QCoreApplication::translate("Verb", "%1 things are done another way in this mode (--json tells which)").arg(others);
}

void printDifferences(const QList<Finding> &differences, const Output &output)
{
    const QString note = output.toned(QStringLiteral("note: "), Output::Tone::Warning);
    int others = 0;
    for (const Finding &finding : differences) {
        if (finding.severity == Severity::Pass) {
            ++others;
            continue;
        }
        const QString place = finding.place.isKnown() ? finding.place.text() + u' ' : QString();
        output.progress(note + place + finding.what + (finding.why.isEmpty() ? QString() : QStringLiteral(" · ") + finding.why));
    }
    if (others > 0)
        output.progress(note + countText(others));
}

QJsonArray differencesJson(const QList<Finding> &differences)
{
    QJsonArray json;
    for (const Finding &finding : differences)
        json += QJsonObject{
            {"place", finding.place.text()}, {"key", finding.key}, {"severity", severityName(finding.severity)}, {"text", finding.why}};
    return json;
}

} // namespace windsock
