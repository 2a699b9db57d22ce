// SPDX-License-Identifier: Apache-2.0
// Values files as Helm sees them: merged, and true or false as its templates judge. Knows no chart.
#pragma once

#include "core/workspace/Workspace.h"
#include "core/yaml/YamlDocument.h"

#include <QList>

namespace windsock {

// Maps deeply, lists replaced, later files win. A null stays in the result as null: Helm takes it as "without the
// chart's default", which is not the same as an absent key. The nodes keep the places of the files they came from.
YamlDocument mergeValues(const QList<ValuesFile> &files);

// What a template's `if` thinks: false, null, 0, "" and empty maps and lists are false, all else is true, also "false".
bool helmTruth(const YAML::Node &value);
// … of a key with the chart's default for where it is absent.
bool helmTruth(const YamlDocument &values, const YamlPath &path, bool chartDefault);
// A scalar as a template prints it: the number 2.10 comes out as 2.1. Null is empty.
QString helmText(const YAML::Node &value);

// The last file that has this key; where none has it, the nearest parent in the file that comes closest.
SourcePlace keyPlace(const QList<ValuesFile> &files, const YamlPath &path);

} // namespace windsock
