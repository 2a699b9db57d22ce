// SPDX-License-Identifier: Apache-2.0
// Runs one command of uv: its lines to whoever listens, its progress as short texts, its failure as an error. Internal to python.
#pragma once

#include "core/process/CommandRunner.h"
#include "core/python/UvReplies.h"

#include <functional>
#include <optional>

namespace windsock {

struct UvListener
{
    QString title;                                      // what progress texts begin with: "Airflow 2.10.5"
    std::function<void(const QString &)> progress = {}; // "Airflow 2.10.5: 180 packages chosen"
    std::function<void(const Command &)> commands = {}; // before it starts
    LineSink lines = {};
};

// Nothing: it has succeeded. Errors: those of CommandRunner::run().
Async<std::optional<uv::Failure>> runUv(CommandRunner &runner, const Command &command, const UvListener &listener, const Cancel &cancel,
                                        QObject *context);

} // namespace windsock
