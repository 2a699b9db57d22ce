// SPDX-License-Identifier: Apache-2.0
// The releases of kind, helm and kubectl that Windsock offers to fetch into its own folder: where from, and the SHA-256
// that the file must have. Data only; whoever downloads must check the sum before the file gets its name.
#pragma once

#include "core/process/Command.h"
#include "core/tools/Version.h"

#include <QUrl>

#include <optional>

namespace windsock {

struct ToolDownload
{
    Tool tool = Tool::Kind;
    Version version;
    QUrl url;
    QByteArray sha256;     // of the file behind url, lower-case hex
    QString archiveMember; // the program inside a .tar.gz; empty: the file is the program
    bool operator==(const ToolDownload &) const = default;
};

// system: "linux", "darwin"; architecture: "amd64", "arm64". Nothing for docker and for machines without a release.
std::optional<ToolDownload> toolDownload(Tool tool, const QString &system, const QString &architecture);
std::optional<ToolDownload> toolDownloadHere(Tool tool);

} // namespace windsock
