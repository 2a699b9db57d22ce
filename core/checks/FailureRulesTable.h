// SPDX-License-Identifier: Apache-2.0
// How a rule is written down. Only for the FailureRules files.
#pragma once

#include "core/checks/FailureRules.h"

#include <QRegularExpression>

#include <span>

namespace windsock {

struct FailureMatch
{
    const FailedStep &failed;
    const QStringList &lines; // of the output and of the pods, without colours
    int line = 0;             // the one that matched
    QRegularExpressionMatch captures;
    QString captured(int group) const { return captures.captured(group); }
};

struct FailureRule
{
    using Refine = void (*)(Error &error, const FailureMatch &match);

    const char *id;
    Error::Code code = Error::Code::ToolFailed;
    const char *tool = nullptr; // only in output of this program
    const char *pattern = "";   // looked for in each line, case ignored; the last line that has it counts
    const char *what = "";      // English, translated later; %1 … stand for what the pattern captured
    const char *why = nullptr;  // nullptr: the line itself
    const char *todo = "";
    Refine refine = nullptr; // for what a text cannot do: places, remedies, lines around
};

// Each is tried from the top; the order between them is in FailureRules.cpp.
std::span<const FailureRule> engineRules();
std::span<const FailureRule> imageRules();
std::span<const FailureRule> portAndNameRules();
std::span<const FailureRule> nodeRules();
std::span<const FailureRule> repositoryRules();
std::span<const FailureRule> valuesRules();
std::span<const FailureRule> releaseRules();
std::span<const FailureRule> podRules();

// The line without what tools put in front of it: "Error: ", klog's date and file, "Command Output: ".
QString cleanedLine(const QString &line);
QStringList outputLines(const QString &output);

} // namespace windsock
