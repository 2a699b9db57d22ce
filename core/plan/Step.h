// SPDX-License-Identifier: Apache-2.0
// A pipeline as data: named steps with what comes before them. See PlanRun for how they run.
#pragma once

#include "core/base/Async.h"
#include "core/process/Command.h"

#include <QStringList>

#include <chrono>
#include <functional>

namespace windsock {

class RunContext;

// Waiting → Skipped | Running → Done | Failed | Canceled; nothing else.
enum class StepState { Waiting, Running, Skipped, Done, Failed, Canceled };
QString stepStateName(StepState state); // "running": stable, used in JSON and test traces

struct Step
{
    QString id;                                           // "cluster", "image.build": stable, used in JSON, file names, remedies
    QString title;                                        // "Create the kind cluster"
    std::function<Async<>(RunContext &)> run;             // does the work; must be safe to repeat
    std::function<Async<bool>(RunContext &)> isDone = {}; // asks reality; true → Skipped, so Retry = run the plan again
    QStringList after = {};                               // ids to wait for; empty: the step above, {"-"}: nothing
    std::chrono::seconds limit{120};                      // 0: none; the step is then ended with Timeout
    // What it would run, as far as the plan's look has seen; without one as on a machine where nothing is there yet. For --dry-run.
    std::function<QList<Command>()> preview = {};
};

struct Plan
{
    QString title;
    QList<Step> steps;
    // Asks reality what the previews have to know, and changes nothing. An error: the plan would not even begin.
    std::function<Async<>(const Cancel &)> look = {};
    // What its steps would change in what they install, as a diff for people, as far as the look has seen. Empty: nothing. Makes
    // nothing but caches; may ask the network.
    std::function<Async<QByteArray>(const Cancel &)> diff = {};
};

} // namespace windsock
