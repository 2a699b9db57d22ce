// SPDX-License-Identifier: Apache-2.0
// What resources/standalone/prepare.py is told on stdin: schema, users, connections, variables and pools, secrets among them.
#pragma once

#include "core/base/SecretString.h"

#include <memory>

namespace windsock {

struct StandaloneWish;

struct PrepareParts
{
    bool migrate = false;
};

// JSON with sorted keys: the same wish gives the same bytes.
std::shared_ptr<const SecretString> prepareInput(const StandaloneWish &wish, const PrepareParts &parts);

} // namespace windsock
