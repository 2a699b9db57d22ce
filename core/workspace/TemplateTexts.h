// SPDX-License-Identifier: Apache-2.0
// The community chart's `usersTemplates`, `connectionsTemplates`, `variablesTemplates`: $NAME and ${NAME} in a text stand for a key
// of a Secret or ConfigMap, filled in by its sync scripts with Python's string.Template (safe_substitute).
#pragma once

#include "core/workspace/ValuesSecrets.h"

namespace windsock {

class TemplateTexts
{
public:
    struct Missing
    {
        QString name; // of the template
        QString what; // "the Secret db, key password"
        bool isSecret = true;
        bool operator==(const Missing &) const = default;
    };
    struct Filled
    {
        QString text;
        QList<Missing> missing; // these stay as they were written
    };

    // `path`: of the map of templates in the values.
    TemplateTexts(const Workspace &workspace, const YamlPath &path, const ValuesSecrets &objects);
    Filled fill(const QString &text) const;

private:
    struct Template
    {
        std::optional<QString> value;
        Missing missing;
    };
    QMap<QString, Template> m_templates;
};

} // namespace windsock
