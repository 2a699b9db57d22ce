// SPDX-License-Identifier: Apache-2.0
// The table behind ClusterOnlyKeys: which keys of the two charts, and the sentence for each. Only for that file.
#pragma once

#include "core/workspace/LeftOut.h"
#include "core/workspace/Workspace.h"

#include <span>

namespace windsock {

struct ClusterOnlyRule
{
    enum class Chart { Both, Community, Official };

    // Words between dots; '*' is any one word. Without a dot in front the whole path; ".word" is that key at any depth.
    const char *pattern;
    const char *id;
    LeftOut::Weight weight;
    const char *meaning; // English, translated later
    Chart chart = Chart::Both;
};

std::span<const ClusterOnlyRule> clusterOnlyRules();
QString translatedMeaning(const ClusterOnlyRule &rule);

} // namespace windsock
