// SPDX-License-Identifier: Apache-2.0
#include "core/python/AirflowReleases.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("AirflowReleases", text);
}

struct Row
{
    Version version;
    int lowest, highest, image; // minors of Python 3
    const char *uploaded;
};

// lowest: requires_python. highest: requires_python as well, but at most what the classifiers name: some releases only exclude
// 3.13.0 ("!=3.13") and mean every 3.13, and the first of 2.7 name no end at all. 2.9.0's classifiers lack 3.12, which its image has.
// Versions that were withdrawn (yanked: 3.0.5, 3.1.4) are here too, for those who hold to one.
const Row rows[] = {
    {{2, 7, 0}, 8, 11, 8, "2023-08-18T09:32:50Z"},    {{2, 7, 1}, 8, 11, 8, "2023-09-07T16:48:36Z"},
    {{2, 7, 2}, 8, 11, 8, "2023-10-12T09:08:44Z"},    {{2, 7, 3}, 8, 11, 8, "2023-11-06T05:44:51Z"},
    {{2, 8, 0}, 8, 11, 8, "2023-12-18T17:05:18Z"},    {{2, 8, 1}, 8, 11, 8, "2024-01-19T10:50:41Z"},
    {{2, 8, 2}, 8, 11, 8, "2024-02-26T06:07:14Z"},    {{2, 8, 3}, 8, 11, 8, "2024-03-11T11:08:28Z"},
    {{2, 8, 4}, 8, 11, 8, "2024-03-25T20:12:18Z"},    {{2, 9, 0}, 8, 12, 12, "2024-04-08T08:53:41Z"},
    {{2, 9, 1}, 8, 12, 12, "2024-05-06T07:01:31Z"},   {{2, 9, 2}, 8, 12, 12, "2024-06-10T08:18:01Z"},
    {{2, 9, 3}, 8, 12, 12, "2024-07-16T07:05:24Z"},   {{2, 10, 0}, 8, 12, 12, "2024-08-15T21:05:41Z"},
    {{2, 10, 1}, 8, 12, 12, "2024-09-06T07:26:13Z"},  {{2, 10, 2}, 8, 12, 12, "2024-09-20T19:54:19Z"},
    {{2, 10, 3}, 8, 12, 12, "2024-11-05T10:55:32Z"},  {{2, 10, 4}, 8, 12, 12, "2024-12-16T10:10:56Z"},
    {{2, 10, 5}, 8, 12, 12, "2025-02-10T09:45:47Z"},  {{2, 11, 0}, 9, 12, 12, "2025-05-20T08:13:21Z"},
    {{2, 11, 1}, 10, 12, 12, "2026-02-16T22:16:27Z"}, {{2, 11, 2}, 10, 12, 12, "2026-03-14T18:07:41Z"},
    {{3, 0, 0}, 9, 12, 12, "2025-04-22T14:14:18Z"},   {{3, 0, 1}, 9, 12, 12, "2025-05-12T11:04:55Z"},
    {{3, 0, 2}, 9, 12, 12, "2025-06-10T14:33:09Z"},   {{3, 0, 3}, 9, 12, 12, "2025-07-14T18:26:04Z"},
    {{3, 0, 4}, 9, 12, 12, "2025-08-08T15:03:56Z"},   {{3, 0, 5}, 9, 12, 12, "2025-08-20T19:51:52Z"},
    {{3, 0, 6}, 9, 12, 12, "2025-08-29T15:56:17Z"},   {{3, 1, 0}, 10, 13, 12, "2025-09-25T20:31:42Z"},
    {{3, 1, 1}, 10, 13, 12, "2025-10-27T12:33:13Z"},  {{3, 1, 2}, 10, 13, 12, "2025-11-05T14:34:21Z"},
    {{3, 1, 3}, 10, 13, 12, "2025-11-14T13:43:40Z"},  {{3, 1, 4}, 10, 13, 12, "2025-12-10T07:30:25Z"},
    {{3, 1, 5}, 10, 13, 12, "2025-12-12T21:37:17Z"},  {{3, 1, 6}, 10, 13, 12, "2026-01-13T09:37:14Z"},
    {{3, 1, 7}, 10, 13, 12, "2026-02-04T11:33:58Z"},  {{3, 1, 8}, 10, 13, 12, "2026-03-11T19:28:09Z"},
    {{3, 2, 0}, 10, 14, 12, "2026-04-07T12:52:11Z"},  {{3, 2, 1}, 10, 14, 12, "2026-04-22T08:00:23Z"},
    {{3, 2, 2}, 10, 14, 12, "2026-05-29T05:20:10Z"},  {{3, 3, 0}, 10, 14, 12, "2026-07-06T13:55:40Z"},
    {{3, 3, 1}, 10, 14, 12, "2026-08-12T08:10:24Z"},  {{3, 3, 2}, 10, 14, 12, "2026-09-17T08:39:00Z"},
};

AirflowRelease made(const Row &row)
{
    return {row.version,
            {3, row.lowest},
            {3, row.highest},
            {3, row.image},
            QDateTime::fromString(QString::fromLatin1(row.uploaded), Qt::ISODate)};
}

Error unknownVersion(const QString &what, const QString &why)
{
    Error error{Error::Code::BadInput, what, why};
    const QList<AirflowRelease> &known = airflowReleases();
    error.todo = tr("Name a release from %1 to %2, or a newer one").arg(known.first().version.text(), known.last().version.text());
    error.rule = QStringLiteral("airflow.version");
    return error;
}

// Of one minor version: the newest that is not newer than `version`, else its first. Nothing where there is no such minor version.
const AirflowRelease *nearest(const Version &version)
{
    const AirflowRelease *best = nullptr;
    for (const AirflowRelease &release : airflowReleases()) {
        const bool isSameMinor = release.version.major == version.major && release.version.minor == version.minor;
        if (isSameMinor && (!best || release.version <= version))
            best = &release;
    }
    return best;
}
} // namespace

QString AirflowFacts::note() const
{
    if (areExact())
        return {};
    return tr("Airflow %1 is not known to this Windsock: what holds for %2 is taken to hold for it").arg(asked, of.text());
}

const QList<AirflowRelease> &airflowReleases()
{
    static const QList<AirflowRelease> list = [] {
        QList<AirflowRelease> releases;
        for (const Row &row : rows)
            releases += made(row);
        std::sort(releases.begin(), releases.end(), [](const AirflowRelease &a, const AirflowRelease &b) { return a.version < b.version; });
        return releases;
    }();
    return list;
}

Result<AirflowFacts> airflowFacts(const QString &text)
{
    static const QRegularExpression whole(QStringLiteral("\\A\\d{1,5}\\.\\d{1,5}\\.\\d{1,5}(?:(?:a|b|rc|\\.post|\\.dev)\\d{1,5})*\\z"));
    const std::optional<Version> version = whole.match(text).hasMatch() ? Version::find(text) : std::nullopt;
    if (!version)
        return unknownVersion(tr("“%1” is no version of Airflow").arg(text), tr("A version has three numbers, like 2.10.5"));
    const QList<AirflowRelease> &known = airflowReleases();
    if (*version < known.first().version)
        return unknownVersion(tr("Airflow %1 is too old").arg(text),
                              tr("Windsock knows what releases from %1 on need").arg(known.first().version.text()));
    const AirflowRelease *release = nearest(*version);
    if (!release && *version < known.last().version)
        return unknownVersion(tr("There is no Airflow %1").arg(text), tr("No release of that minor version was ever made"));
    AirflowFacts facts{text, release ? *release : known.last(), {}};
    facts.of = std::exchange(facts.release.version, *version);
    if (!facts.areExact() || text != version->text()) // a pre-release came before its release
        facts.release.uploaded = {};
    return facts;
}

std::optional<AirflowRelease> newestReleaseFor(const PythonVersion &python)
{
    const QList<AirflowRelease> &known = airflowReleases();
    const auto found =
        std::find_if(known.crbegin(), known.crend(), [&](const AirflowRelease &release) { return release.supports(python); });
    return found == known.crend() ? std::nullopt : std::optional(*found);
}

} // namespace windsock
