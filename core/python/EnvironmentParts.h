// SPDX-License-Identifier: Apache-2.0
// What those who make environments need: children, time, where environments and uv's cache lie, where packages come from.
#pragma once

#include "core/base/Clock.h"
#include "core/process/CommandRunner.h"
#include "core/python/EnvironmentStore.h"
#include "core/python/IndexSettings.h"
#include "core/python/Uv.h"

namespace windsock {

struct EnvironmentParts
{
    CommandRunner &runner; // these two outlive whoever has the parts
    Clock &clock;
    EnvironmentStore store;
    QString cache; // uv's, ours: Paths::cache + "/uv"
    IndexSettings index = {};

    uv::Place placeOf(const QString &uv) const { return {uv, cache, index.uvEnvironment()}; }
};

} // namespace windsock
