// SPDX-License-Identifier: Apache-2.0
// What the headless program says to its caller, by kind of failure. Documented in docs/cli.md and in --help.
#pragma once

#include "core/base/Error.h"

namespace windsock {

inline int exitCode(Error::Code code)
{
    switch (code) {
    case Error::Code::BadInput: return 2;
    case Error::Code::ToolMissing: return 3;
    case Error::Code::ToolFailed: return 4;
    case Error::Code::Timeout: return 5;
    case Error::Code::Network: return 6;
    case Error::Code::Auth: return 7;
    case Error::Code::NotFound: return 8;
    case Error::Code::Conflict: return 9;
    case Error::Code::Bug: return 70;       // EX_SOFTWARE
    case Error::Code::Canceled: return 130; // as a shell says for Ctrl+C
    }
    return 70;
}

} // namespace windsock
