// SPDX-License-Identifier: Apache-2.0
// The Python packages that the workspace's image has beyond Airflow's own: what the Dockerfile's RUN lines install, the
// requirements.txt where there is no Dockerfile, and the chart's extraPipPackages. Installs nothing, asks no index.
#pragma once

#include "core/workspace/AirflowSettings.h"
#include "core/workspace/LeftOut.h"
#include "core/workspace/Workspace.h"

namespace windsock {

// One line as in a requirements file, with all that belonged to it joined: "dbt-core==1.8.0 --hash=sha256:…",
// "pandas>=2; python_version<'3.12'", "--extra-index-url https://…", "-c https://…/constraints.txt", an absolute path. The
// options that stand here are -c, --index-url, --extra-index-url, --find-links, --no-index, --pre, --prefer-binary,
// --no-binary, --only-binary and --trusted-host; -r has been followed. Addresses may hold credentials.
struct PipLine
{
    QString text;
    SourcePlace place;
    QString content = {}; // contentHash() of the file or folder that it names; empty: it names none
    bool operator==(const PipLine &) const = default;
};

struct PipInstalls
{
    QList<PipLine> image; // in the Dockerfile's order
    QList<PipLine> added; // by the chart, when a pod starts
    // ENV lines of the Dockerfile that Airflow's processes have beneath the chart's environment.
    QList<AirflowSetting> environment;
    // What the image does beyond that, and what was not understood: system packages, packages from git, other commands.
    QList<LeftOut> leftOut;

    // Reads the Dockerfile, the requirement files that it names and, for their content's sake, what those name; no others.
    static PipInstalls of(const Workspace &workspace);
};

} // namespace windsock
