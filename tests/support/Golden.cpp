// SPDX-License-Identifier: Apache-2.0
#include "tests/support/Golden.h"

#include "core/base/FileText.h"

namespace windsock {

QString goldenDifference(const QString &file, const QByteArray &actual)
{
    if (qEnvironmentVariableIntValue("UPDATE_GOLDEN") == 1) {
        const Result<> written = writeFile(file, actual);
        return written ? QString() : written.error().report();
    }
    const Result<QByteArray> kept = readFile(file);
    if (!kept)
        return kept.error().report() + QStringLiteral("\nRun with UPDATE_GOLDEN=1 to write it");
    if (*kept == actual)
        return {};
    const QList<QByteArray> expected = kept->split('\n'), found = actual.split('\n');
    qsizetype at = 0;
    while (at < expected.size() && at < found.size() && expected[at] == found[at])
        ++at;
    const QString words = QStringLiteral("%1:%2 differs\n  kept:   %3\n  actual: %4");
    const auto lineOf = [at](const QList<QByteArray> &lines) {
        return at < lines.size() ? QString::fromUtf8(lines[at]) : QStringLiteral("(end)");
    };
    return words.arg(file).arg(at + 1).arg(lineOf(expected), lineOf(found));
}

} // namespace windsock
