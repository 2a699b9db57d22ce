// SPDX-License-Identifier: Apache-2.0
// What a PlanRun said, in order, as short strings: "cluster Running", "cluster Done", "finished ok".
#pragma once

#include "core/plan/PlanRun.h"

#include <QStringList>

namespace windsock {

class EventTrace : public QObject
{
public:
    explicit EventTrace(PlanRun &run);

    const QStringList &events() const { return m_events; }
    QString text() const { return m_events.join(QStringLiteral(", ")); }
    // "cluster: 3 of 4 pods" and "cluster> kubectl get pods": progress and lines, apart from the states.
    const QStringList &details() const { return m_details; }

private:
    QStringList m_events, m_details;
};

} // namespace windsock
