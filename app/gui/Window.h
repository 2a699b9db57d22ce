// SPDX-License-Identifier: Apache-2.0
// The program as a window: application object, services, MainWindow. Options of the window only; verbs are elsewhere.
#pragma once

namespace windsock {

// Are these the window's arguments: none, options that it knows, a folder? A bare word is a verb; "./word" is a folder.
bool wantsWindow(int argc, char **argv);

// [FOLDER] [--theme system|light|dark] [--lang CODE]; hidden: --screenshot DIR [--font FAMILY]. The exit code.
int runWindow(int argc, char **argv);

} // namespace windsock
