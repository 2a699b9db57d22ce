// SPDX-License-Identifier: Apache-2.0
// What is odd in the workspace's files and stops nothing (unknown keys and the like): all of it, each with its place to open.
// Hidden where there is nothing.
#pragma once

#include "ui/cluster/ClusterPageParts.h"
#include "ui/widgets/Panel.h"

class QGridLayout;

namespace windsock {

class WarningsPanel : public Panel
{
    Q_OBJECT
public:
    WarningsPanel(const ClusterPageParts &parts, const QString &objectName, QWidget *parent = nullptr);
    void list(const QList<Error> &warnings); // rows are made anew only where something changed
    bool lists(const QList<Error> &warnings) const { return m_warnings == warnings; }

private:
    void addRow(QGridLayout *rows, const Error &warning);
    QWidget *makeLink(const SourcePlace &place);

    ClusterPageParts m_parts;
    QWidget *m_rows;
    QList<Error> m_warnings;
};

} // namespace windsock
