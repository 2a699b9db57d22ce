// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/RunsPanel.h"

#include "core/cluster/RunReport.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FactGrid.h"
#include "ui/widgets/FreshGrid.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Metrics.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/TimeText.h"

#include <QFileInfo>
#include <QUrl>

namespace windsock {

namespace {
Pill *outcomePill(const RunRecord &run)
{
    if (run.outcome == u"done")
        return new Pill(RunsPanel::tr("done"), Tone::Good);
    if (run.outcome == u"failed")
        return new Pill(RunsPanel::tr("failed"), Tone::Bad);
    if (run.outcome == u"canceled")
        return new Pill(RunsPanel::tr("canceled"), Tone::Neutral);
    return new Pill(RunsPanel::tr("cut short"), Tone::Warning); // the program ended before the run did
}
ElidedLabel *dimCell(const QString &text)
{
    auto *label = new ElidedLabel(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}
} // namespace

RunsPanel::RunsPanel(const ClusterPageParts &parts, QWidget *parent)
    : Panel(tr("Recent runs"), parent), m_parts(parts), m_holder(new QWidget), m_none(makeDimLabel(tr("None yet.")))
{
    setObjectName(QStringLiteral("runs"));
    setRemark(tr("all output is kept"));
    body()->addWidget(m_none);
    body()->addWidget(m_holder);
}

void RunsPanel::show(const QList<RunRecord> &runs)
{
    QList<QStringList> texts;
    for (const RunRecord &run : runs)
        texts.append(textsOf(run));
    if (m_grid && m_texts == texts)
        return;
    m_shown = runs;
    m_texts = texts;
    list();
}

QStringList RunsPanel::textsOf(const RunRecord &run) const
{
    return {run.folder,  intentTitle(run.intent), whenText(run.begun, m_parts.clock.now()), durationText(run.took),
            run.outcome, runRemark(run)};
}

void RunsPanel::list()
{
    m_grid = freshGrid(m_holder, grid(4));
    m_grid->setColumnStretch(m_narrow ? 2 : 4, 1);
    m_none->setVisible(m_shown.isEmpty());
    for (const RunRecord &run : m_shown)
        m_narrow ? addNarrowRow(run) : addRow(run);
}

void RunsPanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    const bool narrow = width() < grid(150);
    if (std::exchange(m_narrow, narrow) != narrow)
        list();
}

int RunsPanel::beginRow(int columns)
{
    const int row = m_grid->rowCount() + 1;
    if (m_grid->count() > 0)
        m_grid->addWidget(new Separator, row - 1, 0, 1, columns);
    m_grid->setRowMinimumHeight(row, grid(8.75));
    return row;
}

void RunsPanel::addRow(const RunRecord &run)
{
    const int row = beginRow(6);
    const QString when = whenText(run.begun, m_parts.clock.now());
    m_grid->addWidget(new ElidedLabel(intentTitle(run.intent)), row, 0);
    m_grid->addWidget(dimCell(when), row, 1);
    m_grid->addWidget(makeLabel(durationText(run.took)), row, 2);
    m_grid->addWidget(outcomePill(run), row, 3);
    m_grid->addWidget(dimCell(runRemark(run)), row, 4);
    m_grid->addWidget(makeButtons(run, tr("%1, %2").arg(intentTitle(run.intent), when)), row, 5);
}

// Large text or a narrow window: what is only read goes below, rather than squeeze the buttons.
void RunsPanel::addNarrowRow(const RunRecord &run)
{
    const int row = beginRow(4);
    const QString when = whenText(run.begun, m_parts.clock.now());
    QStringList told{when, durationText(run.took), runRemark(run)};
    told.removeAll(QString());
    m_grid->addWidget(new ElidedLabel(intentTitle(run.intent)), row, 0);
    m_grid->addWidget(outcomePill(run), row, 1);
    m_grid->addWidget(makeButtons(run, tr("%1, %2").arg(intentTitle(run.intent), when)), row, 3);
    m_grid->addWidget(dimCell(told.join(QStringLiteral(" · "))), row + 1, 0, 1, 4);
    m_grid->setRowMinimumHeight(row + 2, grid(2));
}

QWidget *RunsPanel::makeButtons(const RunRecord &run, const QString &name)
{
    const QString id = QFileInfo(run.folder).fileName(); // a row made anew is known again by it
    auto *steps = makeButton(tr("Steps"), QStringLiteral("run.steps.") + id, ButtonLook::Small);
    steps->setAccessibleName(tr("Show the steps of %1").arg(name));
    connect(steps, &QPushButton::clicked, this, [this, run] { emit chosen(run); });
    auto *folder = makeButton({}, QStringLiteral("run.folder.") + id, ButtonLook::Bare);
    folder->setIcon(icon(QStringLiteral("folder")));
    folder->setAccessibleName(tr("Open the folder of %1").arg(name));
    folder->setToolTip(tr("Open the folder with all output of this run"));
    connect(folder, &QPushButton::clicked, this, [this, run] { m_parts.desktop.openUrl(QUrl::fromLocalFile(run.folder)); });
    return besideEachOther({steps, folder});
}

QString intentTitle(Intent intent)
{
    switch (intent) {
    case Intent::Start: return RunsPanel::tr("Start");
    case Intent::Pause: return RunsPanel::tr("Pause");
    case Intent::Stop: return RunsPanel::tr("Stop");
    case Intent::Restart: return RunsPanel::tr("Restart Airflow");
    case Intent::Reset: return RunsPanel::tr("Reset");
    case Intent::Delete: return RunsPanel::tr("Delete");
    }
    return {};
}

QString runRemark(const RunRecord &run)
{
    if (run.error)
        return run.error->what;
    const auto isSkipped = [](const StepRecord &step) { return step.state == StepState::Skipped; };
    const auto skipped = std::count_if(run.steps.begin(), run.steps.end(), isSkipped);
    if (skipped > 0)
        return RunsPanel::tr("%1 of %2 steps were already done").arg(skipped).arg(run.steps.size());
    return run.steps.isEmpty() ? QString() : run.steps.last().note;
}

} // namespace windsock
