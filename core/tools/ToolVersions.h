// SPDX-License-Identifier: Apache-2.0
// Which version of each tool is there, and whether it will do. Says nothing about where a tool is or how to get it.
#pragma once

#include "core/base/Result.h"
#include "core/process/Command.h"
#include "core/tools/Version.h"

#include <optional>

namespace windsock {

// The command whose answer parseToolVersion() reads. Only docker, kind, helm and kubectl have one.
Command versionCommand(Tool tool);

struct ToolVersion
{
    Tool tool = Tool::Docker;
    Version client;
    std::optional<Version> server; // docker's engine, where it answers
};
Result<ToolVersion> parseToolVersion(Tool tool, const QByteArray &out);

struct VersionRange
{
    Version least;
    std::optional<Version> below; // the first that we do not know to work
};
VersionRange supportedRange(Tool tool);

enum class Fit { Good, TooOld, TooNew };
Fit fits(Tool tool, const Version &version);
// Kubernetes promises one minor version of skew to either side.
Fit kubectlFits(const Version &kubectl, const Version &node);

} // namespace windsock
