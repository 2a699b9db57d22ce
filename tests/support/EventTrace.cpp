// SPDX-License-Identifier: Apache-2.0
#include "tests/support/EventTrace.h"

namespace windsock {

EventTrace::EventTrace(PlanRun &run)
{
    const auto idOf = [&run](int step) { return run.plan().steps[step].id; };
    connect(&run, &PlanRun::stepChanged, this, [this, idOf](int step, StepState state) {
        QString name = stepStateName(state);
        name[0] = name[0].toUpper();
        m_events += idOf(step) + u' ' + name;
    });
    connect(&run, &PlanRun::stepProgressed, this,
            [this, idOf](int step, const StepProgress &progress) { m_details += idOf(step) + QStringLiteral(": ") + progress.text; });
    connect(&run, &PlanRun::lineWritten, this, [this, idOf](int step, const StepLine &line) {
        m_details += idOf(step) + QStringLiteral("> ") + QString::fromUtf8(line.text);
    });
    connect(&run, &PlanRun::finished, this, [this](const Result<> &result) {
        m_events += QStringLiteral("finished ") + (result ? QStringLiteral("ok") : codeName(result.error().code));
    });
}

} // namespace windsock
