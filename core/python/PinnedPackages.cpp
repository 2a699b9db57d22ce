// SPDX-License-Identifier: Apache-2.0
#include "core/python/PinnedPackages.h"

#include "core/base/FileText.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace windsock {

namespace {
constexpr int fewestLines = 20; // Airflow's have hundreds; a page that says "not found" has none

QString tr(const char *text)
{
    return QCoreApplication::translate("PinnedPackages", text);
}

Pins pinsBy(const QByteArray &constraints, const AirflowFacts &facts, const PythonVersion &python)
{
    return {PackageLock::Constraints,
            constraints,
            {},
            tr("Versions are fixed by Airflow's own constraints for %1 and Python %2").arg(facts.asked, python.text())};
}
} // namespace

std::optional<QByteArray> readConstraints(const QByteArray &bytes)
{
    static const QRegularExpression pin(
        QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9._-]*(?:\\[[A-Za-z0-9,._-]+\\])?==[A-Za-z0-9.!+*_-]+\\s*(?:;.*)?\\z"));
    int pins = 0;
    const QStringList lines = QString::fromUtf8(bytes).split(u'\n');
    for (const QString &line : lines) {
        const QString text = line.trimmed();
        if (text.isEmpty() || text.startsWith(u'#'))
            continue;
        if (!pin.match(text).hasMatch())
            return std::nullopt;
        ++pins;
    }
    return pins < fewestLines ? std::nullopt : std::optional(bytes);
}

Pins pinsByDate(const AirflowFacts &facts, const QString &why)
{
    Pins pins;
    if (!facts.release.uploaded.isValid()) {
        pins.note =
            tr("Versions are the newest that fit: Airflow's constraints cannot be had (%1), and the day of this release is not known")
                .arg(why);
        return pins;
    }
    // Airflow's parts are uploaded one after the other; a day later all of them are there, and hardly anything else is.
    pins.lock = PackageLock::Date;
    pins.before = facts.release.uploaded.addDays(1);
    pins.note = tr("Versions are fixed as of %1, a day after the release: Airflow's constraints cannot be had (%2)")
                    .arg(pins.before.date().toString(Qt::ISODate), why);
    return pins;
}

PinnedPackages::PinnedPackages(Clock &clock, const QString &folder, QObject *parent)
    : QObject(parent), m_client(Tls(), clock), m_folder(folder), m_base(QStringLiteral("https://raw.githubusercontent.com/apache/airflow/"))
{}

QString PinnedPackages::fileFor(const AirflowFacts &facts, const PythonVersion &python) const
{
    return m_folder + QStringLiteral("/constraints-%1-%2.txt").arg(facts.asked, python.text());
}

QUrl PinnedPackages::addressOf(const AirflowFacts &facts, const PythonVersion &python) const
{
    return m_base.resolved(QUrl(QStringLiteral("constraints-%1/constraints-%2.txt").arg(facts.asked, python.text())));
}

Async<Pins> PinnedPackages::find(const AirflowFacts &facts, const PythonVersion &python, const Cancel &cancel)
{
    const QString file = fileFor(facts, python);
    const Result<QByteArray> kept = readFile(file);
    if (const auto constraints = kept ? readConstraints(*kept) : std::nullopt)
        return ready(pinsBy(*constraints, facts, python));
    HttpRequest request{.url = addressOf(facts, python)};
    request.limit = patience;
    return andFinally(m_client.sendChecked(request, cancel), this, [facts, python, file](const Result<HttpReply> &reply) -> Result<Pins> {
        if (!reply && reply.error().isCancel())
            return reply.error();
        const auto constraints = reply ? readConstraints(reply->body) : std::nullopt;
        if (!constraints)
            return pinsByDate(facts, reply ? tr("the answer is no constraints file") : reply.error().what);
        (void)writeFile(file, *constraints); // kept or not: they are at hand
        return pinsBy(*constraints, facts, python);
    });
}

} // namespace windsock
