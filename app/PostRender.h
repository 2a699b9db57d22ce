// SPDX-License-Identifier: Apache-2.0
// What Windsock does when Helm runs it as its post-renderer: manifests in, patched manifests out, the diff beside the
// facts file. Fails loudly: Helm then installs nothing.
#pragma once

#include "core/backends/kind/KindSession.h"

#include <QString>

namespace windsock {

// `factsFile` was written by the install step; its diff goes to factsFile + ".diff". Gives the exit code.
int postRender(const QString &factsFile);

} // namespace windsock
