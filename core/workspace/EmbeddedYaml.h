// SPDX-License-Identifier: Apache-2.0
// YAML in a text of the values, as the official chart wants it for extraEnv and extraSecrets: parsed, with the places of the
// file around it.
#pragma once

#include "core/workspace/HelmTemplate.h"
#include "core/workspace/Workspace.h"

namespace windsock {

struct EmbeddedYaml
{
    YamlDocument document;        // a list or map may stand in the values itself: then this is it
    SourcePlace start;            // of the key in the values
    int firstLine = 0;            // of the text in that file, from 1; 0: unknown (folded or quoted text)
    QList<ValuesFile> files = {}; // where it stands in the values itself: their files, and the path there
    YamlPath above = {};

    SourcePlace place(const YamlPath &path) const;
};

// Absent: no such key, or null. Error: BadInput with the place in the values: no YAML, or templates that need Helm.
std::optional<Result<EmbeddedYaml>> embeddedYaml(const Workspace &workspace, const YamlPath &path, const HelmFacts &facts);

HelmFacts helmFacts(const Workspace &workspace);

} // namespace windsock
