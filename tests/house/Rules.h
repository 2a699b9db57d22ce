// SPDX-License-Identifier: Apache-2.0
// The rules of the house, each a pure function from one file to the sentences that say what is wrong with it.
// A rule that needs a compiler is not here: the warnings and clang-tidy have those.
#pragma once

#include "tests/house/SourceText.h"

#include <QList>

namespace house {

using Rule = QStringList (*)(const SourceText &);

// For C++ files:
QStringList firstLines(const SourceText &file);   // licence, then the job of the file
QStringList lengths(const SourceText &file);      // of the file, its lines and its functions
QStringList includes(const SourceText &file);     // rooms know lower rooms only
QStringList bannedCalls(const SourceText &file);  // whatever blocks, nests event loops or starts children elsewhere
QStringList backendNames(const SourceText &file); // cluster, ui and app do not know which backend they have
const QList<Rule> &cppRules();

// For every text file:
QStringList leftovers(const SourceText &file);    // notes to oneself
QStringList machinePaths(const SourceText &file); // folders of one machine
const QList<Rule> &textRules();

// "" or what is wrong with a room's README.
QString readmeProblem(const QString &room, const QStringList &lines);

} // namespace house
