// SPDX-License-Identifier: Apache-2.0
// One hash over everything that decides what Helm installs. It is kept as a label on Helm's own release record in the
// cluster, so that "unchanged" is looked up and never remembered.
#pragma once

#include "core/workspace/Workspace.h"

namespace windsock {

inline const QString inputsLabel = QStringLiteral("windsock.inputs");     // of the release record
inline const QString revisionLabel = QStringLiteral("windsock.revision"); // that the other labels were made for

// 40 hex digits: fits a Kubernetes label value (63). Same inputs, same hash, on every machine.
QString releaseInputs(const Workspace &workspace, const ImageName &podImage);
QString contentTag(const QString &imageId); // "sha256:4f2a9c1e0b7d…" → "4f2a9c1e0b7d"

} // namespace windsock
