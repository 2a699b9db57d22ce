// SPDX-License-Identifier: Apache-2.0
// What shall be in a Python environment, as a value with an id of its content: same content, same environment, whichever
// workspace asks. Says nothing about where it lies.
#pragma once

#include "core/python/PythonVersion.h"
#include "core/python/Requirement.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace windsock {

struct EnvironmentSpec
{
    QString airflow; // "2.10.5"
    PythonVersion python;
    QStringList extras = {};                  // "postgres", "cncf-kubernetes"
    QList<RequirementLine> image = {};        // what the image's own build installs, in its order
    QList<RequirementLine> requirements = {}; // what is added to it: installed after the image's
    QString platform = thisPlatform();        // "linux-x86_64": folders may be shared between machines

    // Readable words and 16 hex digits of SHA-256 over the normalised content: "airflow-2.10.5-py3.11-4f2a9c1e0b7d5a66". Order of
    // extras, blanks, comments, places and credentials do not count; order of lines does, and what the
    // files that they name hold.
    QString id() const;
    QString title() const;              // "Airflow 2.10.5 on Python 3.11"
    QString airflowRequirement() const; // "apache-airflow[cncf-kubernetes,postgres]==2.10.5"
    QJsonObject toJson() const;         // normalised, without credentials

    static QString thisPlatform();
};

// The first line that cannot be, as checkRequirement(); or an extra that is none (rule "requirement.extra").
Result<> checkRequirements(const EnvironmentSpec &spec);
// The line that brings in one of these packages; for errors of uv.
std::optional<RequirementLine> lineOf(const QList<RequirementLine> &lines, const QStringList &packages);

} // namespace windsock
