// SPDX-License-Identifier: Apache-2.0
// Where Airflow answers, how to log in, and the health of each of its parts. What changes while it works (heartbeats, the
// forward) changes in place: rows are made anew only where they are about something else.
#pragma once

#include "core/backends/Backend.h"
#include "ui/cluster/ClusterPageParts.h"
#include "ui/widgets/Panel.h"

namespace windsock {

class ElidedLabel;
class FactGrid;
class Pill;

class AirflowPanel : public Panel
{
    Q_OBJECT
public:
    explicit AirflowPanel(const ClusterPageParts &parts, QWidget *parent = nullptr);
    void show(const WebAccess &web, const ForwardStatus &forward, const QList<ComponentHealth> &components);
    using Panel::show;

private:
    struct Part
    {
        Pill *health;
        ElidedLabel *text;
    };
    void list(const WebAccess &web, const QList<ComponentHealth> &components);
    void addWeb(const QUrl &url);
    void addLogin(const Login &login);
    void addPart(const QString &title);
    void showForward(ForwardState state);

    ClusterPageParts m_parts;
    FactGrid *m_grid;
    QStringList m_rows; // what they are about
    Pill *m_forward = nullptr;
    QList<Part> m_health; // of the components, in their order
};

} // namespace windsock
