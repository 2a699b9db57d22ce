// SPDX-License-Identifier: Apache-2.0
// The few things that people write between {{ and }} in values that the official chart passes through `tpl`: the release's
// name and namespace, other values, and quoted text (the way to keep Jinja's own braces). Everything else needs Helm. Pure.
#pragma once

#include "core/yaml/YamlDocument.h"

#include <QString>

#include <optional>

namespace windsock {

struct HelmFacts
{
    QString release, nameSpace;
    YamlDocument values; // merged, without the chart's defaults: a value that only the chart knows is not known here
};

bool isTemplated(const QString &text); // holds {{
// The text as Helm would print it; absent: it takes more than this.
std::optional<QString> simpleTemplate(const QString &text, const HelmFacts &facts);

} // namespace windsock
