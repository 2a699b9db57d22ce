// SPDX-License-Identifier: Apache-2.0
// What a patched object differs in, for people: both sides written alike, so that only real changes show. Values that
// may be secrets are masked before anything is compared.
#pragma once

#include "core/backends/kind/ManifestText.h"

namespace windsock::bootPatch {

// Unified, with a header that names the object ("Deployment/airflow-web"); empty when nothing differs.
QString objectDiff(const ManifestNode &before, const ManifestNode &after);
QString nameOf(const ManifestNode &object);

} // namespace windsock::bootPatch
