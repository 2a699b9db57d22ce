// SPDX-License-Identifier: Apache-2.0
// What is known of Airflow's releases without asking anybody: which Pythons each supports and when it was uploaded. The facts
// are from each release's metadata (requires_python, classifiers, upload times); the Python of its image is from the change log
// of Airflow's Dockerfile.
#pragma once

#include "core/base/Result.h"
#include "core/python/PythonVersion.h"
#include "core/tools/Version.h"

#include <QDateTime>
#include <QList>

namespace windsock {

struct AirflowRelease
{
    Version version;
    PythonVersion lowest, highest; // that it supports, both included
    PythonVersion image;           // that apache/airflow:<version> has
    QDateTime uploaded = {};       // UTC, the last of its files; invalid where it is not known

    bool supports(const PythonVersion &python) const { return python >= lowest && python <= highest; }
};

// The facts for a version that was asked for, which may be newer than this program.
struct AirflowFacts
{
    QString asked;          // as it is written: "3.3.0rc1"
    AirflowRelease release; // version: the one that was asked for
    // The release that they are really of; the same as release.version for those that are known. Else there is no upload date.
    Version of;

    bool areExact() const { return of == release.version; }
    QString note() const; // "Airflow 3.2.9 is not known to this Windsock: …"; empty where they are exact
};

const QList<AirflowRelease> &airflowReleases(); // oldest first

// The nearest rule: an unknown version has the facts of the nearest release of the same minor version; one that is newer than
// all has those of the newest. Errors: BadInput where `version` is none ("latest"), or is older than all that is known or of a
// minor version between that never was; `todo` names versions that can be used.
Result<AirflowFacts> airflowFacts(const QString &version);
// The newest release that supports this Python; nothing where none does.
std::optional<AirflowRelease> newestReleaseFor(const PythonVersion &python);

} // namespace windsock
