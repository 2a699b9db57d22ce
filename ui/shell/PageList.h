// SPDX-License-Identifier: Apache-2.0
// The one table of pages: what is listed here is in the navigation, in this order, under Ctrl+1 …
#pragma once

#include "ui/cluster/ClusterPageParts.h"

namespace windsock {

class ClusterPage;
class Page;
class WindowSettings;

struct PageList
{
    ClusterPage *cluster = nullptr;
    QList<Page *> all;
};

PageList makePages(const ClusterPageParts &parts, WindowSettings &settings);

} // namespace windsock
