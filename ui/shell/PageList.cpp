// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/PageList.h"

#include "ui/cluster/ClusterPage.h"
#include "ui/settings/SettingsPage.h"

namespace windsock {

PageList makePages(const ClusterPageParts &parts, WindowSettings &settings)
{
    auto *cluster = new ClusterPage(parts);
    return {cluster, {cluster, new SettingsPage(settings)}};
}

} // namespace windsock
