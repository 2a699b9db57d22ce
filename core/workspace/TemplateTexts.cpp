// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/TemplateTexts.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("TemplateTexts", text);
}
} // namespace

TemplateTexts::TemplateTexts(const Workspace &workspace, const YamlPath &path, const ValuesSecrets &objects)
{
    const YamlDocument &values = workspace.mergedValues();
    for (const QString &name : values.keys(path)) {
        const auto text = [&values, &path, &name](const char *key) {
            return values.text(path + YamlPath{name, QString::fromLatin1(key)}).value_or(QString());
        };
        const bool isSecret = text("kind").compare(u"configmap", Qt::CaseInsensitive) != 0;
        const auto entry = objects.find(isSecret ? ValuesSecrets::Kind::Secret : ValuesSecrets::Kind::ConfigMap, text("name"), text("key"));
        const QString what = (isSecret ? tr("the Secret %1, key %2") : tr("the ConfigMap %1, key %2")).arg(text("name"), text("key"));
        m_templates.insert(name, {entry ? std::optional(entry->value) : std::nullopt, {name, what, isSecret}});
    }
}

TemplateTexts::Filled TemplateTexts::fill(const QString &text) const
{
    if (m_templates.isEmpty())
        return {text, {}}; // the scripts leave texts alone then, with "$$" and all
    static const QRegularExpression variable(QStringLiteral("\\$(?:(\\$)|([A-Za-z_][A-Za-z0-9_]*)|\\{([A-Za-z_][A-Za-z0-9_]*)\\})"));
    Filled filled;
    qsizetype end = 0;
    for (auto all = variable.globalMatch(text); all.hasNext();) {
        const auto found = all.next();
        filled.text += text.mid(end, found.capturedStart() - end);
        end = found.capturedEnd();
        const auto known = m_templates.constFind(found.captured(2) + found.captured(3));
        if (!found.captured(1).isEmpty())
            filled.text += u'$';
        else if (known != m_templates.cend() && known->value)
            filled.text += *known->value;
        else
            filled.text += found.captured();
        if (known != m_templates.cend() && !known->value && !filled.missing.contains(known->missing))
            filled.missing += known->missing;
    }
    filled.text += text.mid(end);
    return filled;
}

} // namespace windsock
