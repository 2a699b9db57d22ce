// SPDX-License-Identifier: Apache-2.0
// "This computer": what is there for Airflow and what is missing, with the way to get it, and that it can do without. Asks
// when it is first shown.
#pragma once

#include "ui/cluster/ClusterPageParts.h"
#include "ui/widgets/Panel.h"

class QGridLayout;
class QLabel;

namespace windsock {

class DoctorPanel : public Panel
{
    Q_OBJECT
public:
    explicit DoctorPanel(const ClusterPageParts &parts, QWidget *parent = nullptr);
    void look();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void onLooked(const Result<DoctorRows> &rows);
    void addRow(const Finding &finding);
    QWidget *makeDetail(const Finding &finding);
    void setButtonsEnabled(bool enabled);

    ClusterPageParts m_parts;
    QWidget *m_holder;
    QLabel *m_without;
    QGridLayout *m_grid = nullptr;
    bool m_asked = false, m_looking = false;
};

} // namespace windsock
