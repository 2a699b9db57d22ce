// SPDX-License-Identifier: Apache-2.0
// What of the workspace's files a place leaves out or does another way: as lines before a start, and as JSON.
#pragma once

#include "app/cli/Output.h"
#include "core/checks/Finding.h"

#include <QJsonArray>

namespace windsock {

QString severityName(Severity severity); // "note": stable, used in JSON

// What is left out a line each, what is done another way as a count. Nothing where nothing differs.
void printDifferences(const QList<Finding> &differences, const Output &output);
QJsonArray differencesJson(const QList<Finding> &differences); // all of them

} // namespace windsock
