// SPDX-License-Identifier: Apache-2.0
// Reads values as a chart's templates do and collects findings with their places. Knows no rule.
#pragma once

#include "core/checks/Finding.h"
#include "core/workspace/Workspace.h"

#include <QList>
#include <QString>

namespace windsock {

class ChartRuleBook
{
public:
    explicit ChartRuleBook(const Workspace &workspace) : m_workspace(workspace) {}

    const Workspace &workspace() const { return m_workspace; }
    const YamlDocument &values() const { return m_workspace.mergedValues(); }

    bool isTrue(const YamlPath &path, bool chartDefault = false) const;
    bool isSet(const YamlPath &path) const { return isTrue(path, false); }
    QString text(const YamlPath &path, const QString &chartDefault = {}) const;
    // Whether a volumeMounts list has an entry that holds `folder`, by the community chart's own test (a string prefix).
    bool mountsOver(const YamlPath &list, const QString &folder) const;

    void refuse(const QString &rule, const YamlPath &path, const QString &what, const QString &todo, const QString &why = {});
    void warn(const QString &rule, const YamlPath &path, const QString &what, const QString &todo, const QString &why = {});
    const QList<Finding> &findings() const { return m_findings; }

    // "Set workers.enabled to false in local.values.yaml"
    QString setTo(const YamlPath &path, const QString &value) const;
    // A scalar that Helm reads as a number although it is meant as text (2.10 becomes 2.1).
    bool losesDigits(const YamlPath &path) const;

private:
    void add(Severity severity, const QString &rule, const YamlPath &path, const QStringList &texts);

    const Workspace &m_workspace;
    QList<Finding> m_findings;
};

void judgeCommunityChart(ChartRuleBook &book);
void judgeOfficialChart(ChartRuleBook &book);

} // namespace windsock
