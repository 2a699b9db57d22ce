// SPDX-License-Identifier: Apache-2.0
// Could a kind cluster be made on this machine? For workspaces that leave the mode open: a quick question, not the full check.
#pragma once

#include "core/backends/kind/KindSession.h"
#include "core/tools/Version.h"
#include "core/workspace/Workspace.h"

#include <optional>

namespace windsock {

// Fine: an engine answers, or one is installed and could be started; and the node image is here, or its registry has it. Each
// question has 3 s, so that a machine without a way out is not waited for. Errors: why not, in `what`. `canStartEngine`:
// installedEngines() knows one.
Async<> isKindUsable(KindSession &session, const Workspace &workspace, bool canStartEngine, QObject *context);

// What kind would make the node from: windsock.yaml's image, else kind-cluster.yaml's, else the default of this kind. Empty: not known.
QString nodeImageOf(const Workspace &workspace, const std::optional<Version> &kind);

// False only where the image's registry itself says no, within 3 s. Docker's client asks it, and may have another way to it than the
// engine, which would pull: any other answer proves nothing. Errors: Canceled.
Async<bool> mayBePulled(KindSession &session, const QString &image, QObject *context, const Cancel &cancel = {});

} // namespace windsock
