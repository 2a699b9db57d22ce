// SPDX-License-Identifier: Apache-2.0
// Opens a page in the user's browser from the headless program (the window uses QDesktopServices).
#pragma once

#include "core/process/CommandRunner.h"

#include <QUrl>

namespace windsock {

inline void openInBrowser(CommandRunner &runner, const QUrl &url)
{
#ifdef Q_OS_MACOS
    const Tool tool = Tool::MacOpen;
#else
    const Tool tool = Tool::XdgOpen;
#endif
    (void)runner.run({.tool = tool, .args = {url.toString()}, .detached = true});
}

} // namespace windsock
