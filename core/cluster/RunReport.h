// SPDX-License-Identifier: Apache-2.0
// A run as text to paste into a ticket: program, system, workspace, state, steps with times, the error, the last lines.
#pragma once

#include <QString>

#include <chrono>

namespace windsock {

class Cluster;
class RunJournal;

QString runReport(const Cluster &cluster, const RunJournal &journal);
QString durationText(std::chrono::milliseconds took); // "0.8 s", "17 s", "1 min 6 s"

} // namespace windsock
