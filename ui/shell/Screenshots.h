// SPDX-License-Identifier: Apache-2.0
// Pictures of the real window with sample data, for the documentation and for looking at it: light and dark, usual and
// double text. Needs no network and no containers; works on the offscreen platform.
#pragma once

#include "core/base/Async.h"

#include <QSize>
#include <QString>

namespace windsock {

struct ScreenshotOptions
{
    QString fontFamily = {}; // empty: the system's
    QString suffix = {};     // before ".png": "-ko"
    QSize size{1280, 800};
};

// Writes <scene>[-dark][-200]<suffix>.png into `folder`. Changes palette and font of the application meanwhile.
Async<> renderScreenshots(const QString &folder, const ScreenshotOptions &options = {});

} // namespace windsock
