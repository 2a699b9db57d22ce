// SPDX-License-Identifier: Apache-2.0
// What tests of whole plans share: a KindBench, the run on it, and its trace.
#pragma once

#include "core/backends/kind/NodePlans.h"
#include "core/backends/kind/StartPlan.h"
#include "tests/core/backends/kind/KindBench.h"
#include "tests/support/EventTrace.h"

#include <QtTest>

namespace windsock {

class PlanTest : public QObject
{
protected:
    // To be called by init() and cleanup().
    void setUp() { m_bench = std::make_unique<KindBench>(m_clock); }
    void tearDown()
    {
        m_trace.reset();
        m_run.reset();
        m_bench.reset();
    }
    Plan planFor(Intent intent)
    {
        switch (intent) {
        case Intent::Start: return startPlan(m_bench->workspace, m_bench->session, m_bench->probe);
        case Intent::Restart: return restartPlan(m_bench->workspace, m_bench->session, m_bench->probe);
        case Intent::Reset: return resetPlan(m_bench->workspace, m_bench->session, m_bench->probe);
        case Intent::Pause: return pausePlan(m_bench->workspace, m_bench->session, &m_bench->probe);
        case Intent::Stop: return stopPlan(m_bench->workspace, m_bench->session, &m_bench->probe);
        case Intent::Delete: return deletePlan(m_bench->workspace, m_bench->session, &m_bench->probe);
        }
        return {};
    }
    void begin(Intent intent)
    {
        m_trace.reset();
        m_run = std::make_unique<PlanRun>(planFor(intent), m_bench->runner, m_clock);
        m_trace = std::make_unique<EventTrace>(*m_run);
        m_run->start();
    }
    bool hasSaid(const QString &event) const { return m_trace->events().contains(event); }
    qsizetype at(const QString &event) const { return m_trace->events().indexOf(event); }
    Error error() const { return m_run->result() ? Error{} : m_run->result().error(); }

    SystemClock m_clock;
    std::unique_ptr<KindBench> m_bench;
    std::unique_ptr<PlanRun> m_run;
    std::unique_ptr<EventTrace> m_trace;
};

} // namespace windsock

// QTest cuts long messages: what was said so far goes to the log where a wait is in vain.
#define WAIT_FOR(condition) \
    do { \
        if (!QTest::qWaitFor([&] { return condition; }, 10000)) { \
            qWarning().noquote() << m_trace->text() << m_trace->details().join('\n') << m_bench->runner.shown().join('\n'); \
            QFAIL("Waited in vain for " #condition); \
        } \
    } while (false)
