// SPDX-License-Identifier: Apache-2.0
// Writes a tree as block-style YAML that every parser reads the same way: what was quoted stays quoted (yaml-cpp's own
// emitter turns "true" into true), aliases and merge keys are written out. Comments are not kept: for derived files only.
#pragma once

#include <QByteArray>
#include <QString>

#include <yaml-cpp/yaml.h>

namespace windsock::yaml {

QByteArray write(const YAML::Node &root);

// A copy that shares nothing with the original, aliases and merge keys written out.
YAML::Node deepCopy(const YAML::Node &node);
YAML::Node quoted(const QString &text); // a scalar that stays text whatever it looks like

} // namespace windsock::yaml
