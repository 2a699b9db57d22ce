// SPDX-License-Identifier: Apache-2.0
// Reads windsock.yaml: the keys, their kinds, their limits and defaults. Looks at no other file.
#pragma once

#include "core/base/Result.h"
#include "core/workspace/Workspace.h"
#include "core/yaml/YamlDocument.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace windsock {

// A path as written, and where.
struct NamedPath
{
    QString path;
    SourcePlace place;
};

// What the file says; an absent optional means that the file is silent and the default depends on what else is there.
struct WorkspaceFile
{
    QString clusterName = QStringLiteral("airflow");
    QString nodeImage;
    std::optional<NamedPath> kindConfig;
    std::optional<QString> chartRepo, chartVersion;
    std::optional<NamedPath> chartName;
    QString release = QStringLiteral("airflow-local");
    SourcePlace releasePlace;
    QString nameSpace = QStringLiteral("default");
    std::optional<QList<NamedPath>> values;
    std::optional<NamedPath> dockerfile; // an empty path: do not build
    std::optional<NamedPath> context;
    int webPort = 8080;
    bool fastBoot = true;
    Mode mode = Mode::Kind;
    QList<Error> warnings; // unknown keys

    // Errors: BadInput with place.
    static Result<WorkspaceFile> read(const YamlDocument &document);
};

inline constexpr char workspaceFileName[] = "windsock.yaml";

} // namespace windsock
