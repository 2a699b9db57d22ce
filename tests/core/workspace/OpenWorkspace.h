// SPDX-License-Identifier: Apache-2.0
// A workspace for one test from the text of its values, of either chart.
#pragma once

#include "core/workspace/Workspace.h"
#include "tests/support/TempWorkspace.h"

#include <QTest>

namespace windsock {

inline const QByteArray communityChart = "chart: {repo: https://airflow-helm.github.io/charts, version: 8.9.0}\n";
inline const QByteArray officialChart = "chart: {repo: https://airflow.apache.org, version: 1.22.0}\n";

struct OpenWorkspace
{
    TempWorkspace folder;

    Workspace open(const QByteArray &values, const QByteArray &windsock = communityChart) const
    {
        folder.write(QStringLiteral("local.values.yaml"), values);
        folder.write(QStringLiteral("windsock.yaml"), windsock);
        const Result<Workspace> workspace = Workspace::open(folder.path());
        if (!workspace)
            qFatal("%s", qPrintable(workspace.error().report()));
        return *workspace;
    }
};

} // namespace windsock
