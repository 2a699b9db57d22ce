// SPDX-License-Identifier: Apache-2.0
// Which versions of its hundreds of packages an Airflow release was tested with: Airflow's own constraints file where it can be
// had, else everything as it was on the day of the release; and which of the two it is. Main thread.
#pragma once

#include "core/net/HttpClient.h"
#include "core/python/AirflowReleases.h"
#include "core/python/EnvironmentStore.h"

namespace windsock {

struct Pins
{
    PackageLock lock = PackageLock::None;
    QByteArray constraints = {}; // as published; empty for other locks
    QDateTime before = {};       // for PackageLock::Date: nothing that was uploaded later
    QString note = {};           // "fixed by Airflow's constraints for 2.10.5 and Python 3.11", "as of 2025-02-11, since …"
};

// The bytes, if they are a constraints file: "name==version" lines and comments, nothing else that could do something.
std::optional<QByteArray> readConstraints(const QByteArray &bytes);
// The lock where there are no constraints; `why` there are none.
Pins pinsByDate(const AirflowFacts &facts, const QString &why);

class PinnedPackages : public QObject
{
    Q_OBJECT
public:
    // Windsock starts without the constraints rather than wait longer for a network that swallows what is sent.
    static constexpr std::chrono::milliseconds patience{3000};

    // `folder`: where constraints files are kept, for good, since a published one does not change; one that somebody without
    // network has put there is used too. The clock outlives this.
    PinnedPackages(Clock &clock, const QString &folder, QObject *parent = nullptr);

    // Never an error but Canceled: there always is a lock, and its note says which.
    Async<Pins> find(const AirflowFacts &facts, const PythonVersion &python, const Cancel &cancel = {});
    QString fileFor(const AirflowFacts &facts, const PythonVersion &python) const;
    QUrl addressOf(const AirflowFacts &facts, const PythonVersion &python) const;
    void setBase(const QUrl &base) { m_base = base; } // for tests: another server than Airflow's

private:
    HttpClient m_client;
    QString m_folder;
    QUrl m_base;
};

} // namespace windsock
