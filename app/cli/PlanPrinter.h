// SPDX-License-Identifier: Apache-2.0
// A PlanRun as lines on a terminal: one line per finished step, and on a terminal one moving line for what runs.
#pragma once

#include "app/cli/Output.h"
#include "core/plan/PlanRun.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace windsock {

class PlanPrinter : public QObject
{
    Q_OBJECT
public:
    PlanPrinter(const PlanRun &run, const Output &output, QObject *parent);

private:
    void onStep(int step, StepState state);
    void redraw();
    const PlanRun &m_run;
    const Output &m_output;
    QTimer m_tick; // only while a step runs on a terminal
    int m_frame = 0;
};

// The plan and its commands without running anything, for --dry-run.
QString planText(const Plan &plan);
QJsonObject planJson(const Plan &plan); // the same with --json

} // namespace windsock
