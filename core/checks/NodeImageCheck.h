// SPDX-License-Identifier: Apache-2.0
// Does the node image fit the kind release, and is it here? A node of the wrong making fails minutes later, with a
// message about a log line that never came.
#pragma once

#include "core/checks/Finding.h"
#include "core/tools/DockerReplies.h"
#include "core/tools/Version.h"

#include <optional>

namespace windsock {

struct NodeImageName
{
    QString repository; // "kindest/node"
    QString tag;        // "v1.32.2"; may be empty
    QString digest;     // "sha256:…"; may be empty
    std::optional<Version> kubernetes() const;
    static NodeImageName parse(const QString &reference);
};

// The image that a kind release uses by itself; empty for releases that we do not know.
QString defaultNodeImage(const Version &kind);

struct NodeImageFacts
{
    QString reference = {}; // empty: kind chooses
    std::optional<Version> kind = {};
    std::optional<docker::ImageFacts> local = {}; // absent: docker does not have it
    bool denied = false;                          // its registry says that it has no such image, or does not show it
    QString engineArchitecture = {};              // "arm64"
    SourcePlace place = {};
};
QList<Finding> checkNodeImage(const NodeImageFacts &facts);

} // namespace windsock
