// SPDX-License-Identifier: Apache-2.0
// What to say to a command line that cannot be understood: which word is wrong, and which one was probably meant.
#pragma once

#include "core/base/Error.h"

#include <CLI/CLI.hpp>

namespace windsock {

// `wrong`: what parsing `app` threw.
Error usageError(const CLI::App &app, const CLI::ParseError &wrong);

} // namespace windsock
