// SPDX-License-Identifier: Apache-2.0
// "Where Airflow runs": one row for each place that there is, the current one checked. Says what was chosen; what follows
// from it is up to others.
#pragma once

#include "core/workspace/Mode.h"
#include "ui/widgets/Panel.h"

class QButtonGroup;

namespace windsock {

class ModeCard : public Panel
{
    Q_OBJECT
public:
    explicit ModeCard(QWidget *parent = nullptr);
    void setMode(Mode current); // checks its row; tells nobody

signals:
    void chosen(windsock::Mode mode); // another one than the current

private:
    void addRow(Mode mode);
    void onClicked(int place);

    QButtonGroup *m_group;
    Mode m_current = placesToRun().first();
};

} // namespace windsock
