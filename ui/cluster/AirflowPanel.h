// SPDX-License-Identifier: Apache-2.0
// Where Airflow answers, how to log in, and the health of each of its parts.
#pragma once

#include "core/backends/Backend.h"
#include "ui/cluster/ClusterPageParts.h"
#include "ui/widgets/Panel.h"

namespace windsock {

class FactGrid;

class AirflowPanel : public Panel
{
    Q_OBJECT
public:
    explicit AirflowPanel(const ClusterPageParts &parts, QWidget *parent = nullptr);
    void show(const WebAccess &web, const ForwardStatus &forward, const QList<ComponentHealth> &components);
    using Panel::show;

private:
    void addWeb(const QUrl &url, const ForwardStatus &forward);
    void addLogin(const Login &login);
    ClusterPageParts m_parts;
    FactGrid *m_grid;
};

} // namespace windsock
