// SPDX-License-Identifier: Apache-2.0
// Are docker, kind, helm and kubectl there, in versions that work together? With the way to get each on this platform.
#pragma once

#include "core/checks/Finding.h"
#include "core/tools/ToolVersions.h"

#include <QList>
#include <QString>

#include <optional>

namespace windsock {

enum class Platform { MacOs, Debian, Fedora, OtherLinux };
Platform platformOf(const QString &osRelease); // the text of /etc/os-release; Debian stands for Ubuntu and the like too
Platform thisPlatform();
QString installAdvice(Tool tool, Platform platform); // "brew install kind"

struct ToolFacts
{
    Tool tool = Tool::Kind;
    QString path = {};                       // absolute; empty: not found
    std::optional<ToolVersion> version = {}; // absent: it does not answer as it should
    std::optional<Version> node = {};        // the node's Kubernetes, for kubectl
    bool downloadable = false;               // we know a release of it for this machine
};
Finding checkTool(const ToolFacts &facts, Platform platform);
QList<Finding> checkTools(const QList<ToolFacts> &facts, Platform platform);

} // namespace windsock
