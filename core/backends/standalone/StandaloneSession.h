// SPDX-License-Identifier: Apache-2.0
// What the standalone backend works with. Made by StandaloneBackend; outlives its plans.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Paths.h"
#include "core/process/CommandRunner.h"

namespace windsock {

class Redactor;
class ToolFinder;

struct StandaloneSession
{
    CommandRunner &runner;
    Clock &clock;
    ToolFinder &tools;
    Redactor &redactor; // learns the secrets that the workspace's files hold
    Paths paths;
    QString program; // absolute path of this program: the supervisor
};

} // namespace windsock
