// SPDX-License-Identifier: Apache-2.0
#include "app/cli/PlanPrinter.h"

#include "core/cluster/RunReport.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace windsock {

using namespace std::chrono_literals;

PlanPrinter::PlanPrinter(const PlanRun &run, const Output &output, QObject *parent) : QObject(parent), m_run(run), m_output(output)
{
    connect(&run, &PlanRun::stepChanged, this, &PlanPrinter::onStep);
    connect(&run, &PlanRun::finished, this, [this] {
        m_tick.stop();
        m_output.transient({});
    });
    connect(&m_tick, &QTimer::timeout, this, &PlanPrinter::redraw);
    if (output.canRedraw())
        m_tick.start(120ms);
}

void PlanPrinter::onStep(int step, StepState state)
{
    using Tone = Output::Tone;
    QString mark;
    switch (state) {
    case StepState::Done: mark = m_output.toned(QStringLiteral("✓"), Tone::Good); break;
    case StepState::Skipped: mark = m_output.toned(QStringLiteral("="), Tone::Dim); break;
    case StepState::Failed: mark = m_output.toned(QStringLiteral("✗"), Tone::Bad); break;
    case StepState::Canceled: mark = m_output.toned(QStringLiteral("-"), Tone::Warning); break;
    case StepState::Waiting:
    case StepState::Running: return;
    }
    const QString took = state == StepState::Skipped ? tr("done before") : durationText(m_run.took(step));
    QString line = QStringLiteral(" %1 %2  %3").arg(mark).arg(m_run.plan().steps[step].title, -42).arg(took, 11);
    if (const QString note = m_run.progress(step).text; !note.isEmpty())
        line += QStringLiteral("  ") + m_output.toned(note, Tone::Dim);
    m_output.progress(line);
}

void PlanPrinter::redraw()
{
    static const QString frames = QStringLiteral("⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏");
    QStringList running;
    for (int at = 0; at < m_run.plan().steps.size(); ++at) {
        if (m_run.state(at) == StepState::Running)
            running += m_run.plan().steps[at].title + QStringLiteral(" ") + durationText(m_run.took(at)) + QStringLiteral("  ")
                       + m_run.progress(at).text;
    }
    m_frame = (m_frame + 1) % int(frames.size());
    m_output.transient(running.isEmpty() ? QString()
                                         : QStringLiteral(" %1 %2").arg(frames[m_frame]).arg(running.join(QStringLiteral(" · "))));
}

QString planText(const Plan &plan)
{
    QStringList lines{plan.title};
    for (int at = 0; at < plan.steps.size(); ++at) {
        const Step &step = plan.steps[at];
        lines += QStringLiteral("%1. %2").arg(at + 1).arg(step.title);
        const QList<Command> commands = step.preview ? step.preview() : QList<Command>{};
        for (const Command &command : commands)
            lines += QStringLiteral("     ") + command.shown();
        if (plan.look && step.preview && commands.isEmpty())
            lines += QStringLiteral("     ") + QCoreApplication::translate("PlanPrinter", "(nothing to run)");
    }
    return lines.join(u'\n');
}

QJsonObject planJson(const Plan &plan)
{
    QJsonArray steps;
    for (const Step &step : plan.steps) {
        QJsonArray commands;
        for (const Command &command : step.preview ? step.preview() : QList<Command>{})
            commands += command.shown();
        steps += QJsonObject{{"id", step.id}, {"title", step.title}, {"commands", commands}};
    }
    return {{"title", plan.title}, {"steps", steps}};
}

} // namespace windsock
