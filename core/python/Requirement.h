// SPDX-License-Identifier: Apache-2.0
// One line as in a requirements file, with its place in the user's files; and whether it can be. Which versions there are is uv's
// affair.
#pragma once

#include "core/base/Result.h"
#include "core/tools/Version.h"

#include <QList>
#include <QString>

namespace windsock {

// "dbt-core==1.8.0", "pandas>=2; python_version<'3.12'", "--extra-index-url https://…", "-c https://…/constraints.txt". Paths in it
// are absolute. The reader of the user's files has followed -r.
struct RequirementLine
{
    QString text;
    SourcePlace place = {};
    QString content = {}; // tells one content of the file or folder that it names from another; empty: it names none
    bool operator==(const RequirementLine &) const = default;

    QString normalized() const; // without comment and needless blanks; empty for a line that says nothing
    // "dbt-core" of "dbt_core[x]==1.8.0", normalised as indexes do (lower case, '-'); empty for options, paths and addresses.
    QString packageName() const;
    bool isOption() const { return normalized().startsWith(u'-'); }
    // "-c" of Airflow's own constraints, as its documentation has it: the pins of the environment stand for them.
    bool namesAirflowConstraints() const;
    QString shown() const; // without credentials
};

// "Apache_Airflow.Core" → "apache-airflow-core"
QString normalizedPackage(const QString &name);
// Whether "==2.10.*,!=2.10.1" admits this version; true where it says something that is not understood.
bool admits(const QString &specifiers, const Version &version);

// Refuses, with file and line, what cannot be: a line that would change Airflow's own version (rule "requirement.airflow"), -r,
// paths that are not absolute, options that only pip's command line knows ("requirement.unreadable").
Result<> checkRequirement(const RequirementLine &line, const QString &airflow);

// What the lines of one installation come to for uv: lines that it reads in a requirements file, and what it takes as flags only.
struct RequirementFile
{
    QStringList lines = {};         // with credentials
    QStringList insecureHosts = {}; // --trusted-host
    bool prereleases = false;       // --pre
    bool airflowConstraints = false;
};
RequirementFile requirementFile(const QList<RequirementLine> &lines);

} // namespace windsock
