// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/RunView.h"

#include "core/base/FileText.h"
#include "core/cluster/RunReport.h"
#include "ui/cluster/ErrorCard.h"
#include "ui/cluster/PlanModel.h"
#include "ui/cluster/PlanView.h"
#include "ui/cluster/Remedies.h"
#include "ui/cluster/RunOutput.h"
#include "ui/cluster/RunsPanel.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Metrics.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QVBoxLayout>

namespace windsock {

using namespace std::chrono_literals;

RunView::RunView(const ClusterPageParts &parts, QWidget *parent)
    : QWidget(parent), m_parts(parts), m_model(new PlanModel(this)), m_plan(new PlanView(m_model)), m_card(new ErrorCard),
      m_heading(new ElidedLabel), m_copyCommands(makeButton(tr("Copy co&mmands"), QStringLiteral("run.copyCommands"))),
      m_output(new OutputView(QStringLiteral("output"))), m_splitter(new QSplitter(Qt::Horizontal))
{
    setObjectName(QStringLiteral("run"));
    auto *row = new QVBoxLayout(this);
    row->setContentsMargins(grid(6), 0, grid(6), grid(5));
    auto *left = new Panel;
    left->body()->setContentsMargins(grid(2), grid(2), grid(2), grid(2));
    left->body()->addWidget(m_plan);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(grid(3));
    m_splitter->addWidget(left);
    m_right = makeRight();
    m_splitter->addWidget(m_right);
    m_splitter->setStretchFactor(1, 1);
    row->addWidget(m_splitter);
    connect(m_plan, &PlanView::stepChosen, this, &RunView::onStepChosen);
    connect(m_copyCommands, &QPushButton::clicked, this, &RunView::copyCommands);
}

QWidget *RunView::makeRight()
{
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid(3));
    column->addWidget(m_card);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(grid(3));
    m_heading->setFont(strongFont());
    m_heading->setObjectName(QStringLiteral("output.heading"));
    heading->addWidget(m_heading, 1);
    m_copyCommands->setToolTip(tr("Copies the commands of this run, as they could be typed"));
    heading->addWidget(m_copyCommands);
    column->addLayout(heading);
    auto *ground = new Panel;
    ground->setCode(true);
    ground->body()->setContentsMargins(grid(1), grid(1), grid(1), grid(1));
    m_output->setMinimumHeight(grid(24));
    m_output->setMinimumWidth(grid(56));
    ground->body()->addWidget(m_output);
    column->addWidget(ground, 1);
    return right;
}

void RunView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Large text or a narrow window: one below the other, each as wide as it can be.
    const Qt::Orientation orientation = width() < grid(150) ? Qt::Vertical : Qt::Horizontal;
    if (m_placed && orientation == m_splitter->orientation())
        return; // the user may have moved the handle
    m_placed = true;
    m_splitter->setOrientation(orientation);
    place();
}

void RunView::place()
{
    const bool narrow = m_splitter->orientation() == Qt::Vertical;
    // What went wrong comes first where not everything can be seen at once.
    m_splitter->insertWidget(narrow && m_card->isVisibleTo(this) ? 0 : 1, m_right);
    m_splitter->setStretchFactor(m_splitter->indexOf(m_right), 1);
    m_plan->setMinimumHeight(narrow ? m_plan->sizeHint().height() : 0);
    if (!narrow)
        m_splitter->setSizes({grid(90), qMax(1, width() - grid(90))});
}

void RunView::setReducedMotion(bool reduced)
{
    m_plan->setReducedMotion(reduced);
}

void RunView::follow(Cluster &cluster)
{
    const bool isNew = m_run != cluster.run() || m_record || m_cluster != &cluster;
    if (isNew) {
        letGo();
        m_cluster = &cluster;
        m_run = cluster.run();
        m_failureShown = false;
        m_lines = &RunOutput::of(cluster, m_parts.clock);
        connect(m_lines, &RunOutput::lineAdded, this, &RunView::onLine);
        const Intent intent = m_lines->intent();
        m_model->follow(m_run, [&cluster, intent](const QString &id) { return cluster.usualDuration(intent, id); });
        connect(m_run, &PlanRun::stepChanged, this, &RunView::onStepChanged);
        m_following = true;
        choose(qMax(0, m_model->findRow(StepState::Running)));
        m_card->hide();
        place();
    }
    if (m_run->isFinished() && !m_run->result() && !std::exchange(m_failureShown, true))
        showError(m_run->result().error());
}

void RunView::show(const RunRecord &record)
{
    letGo();
    m_record = record;
    m_following = false;
    m_model->show(record.steps);
    m_card->hide();
    place();
    choose(qMax(0, m_model->findRow(StepState::Failed)));
    if (record.error)
        showError(*record.error);
}

// What was shown goes on unheard: its steps would be counted in another list.
void RunView::letGo()
{
    if (m_run)
        m_run->disconnect(this);
    if (m_lines)
        m_lines->disconnect(this);
    m_run = nullptr;
    m_lines = nullptr;
    m_cluster = nullptr;
    m_record.reset();
}

void RunView::onStepChanged(int step, StepState state)
{
    if (m_splitter->orientation() == Qt::Vertical)
        m_plan->setMinimumHeight(m_plan->sizeHint().height()); // the page scrolls, not the list in it
    if (!m_following)
        return;
    if (state == StepState::Running && (m_step < 0 || m_model->state(m_step) != StepState::Running))
        return choose(step);
    // The shown step ended: go to one that still runs, so that parallel steps do not leave a dead view.
    const int running = m_model->findRow(StepState::Running);
    if (step == m_step && state != StepState::Running && running >= 0)
        choose(running);
}

void RunView::choose(int step)
{
    m_choosing = true;
    if (m_plan->currentIndex().row() == step)
        onStepChosen(step);
    else
        m_plan->setCurrentIndex(m_model->index(step)); // comes back as stepChosen
    m_choosing = false;
}

void RunView::onStepChosen(int step)
{
    if (step < 0 || step >= m_model->rowCount())
        return;
    if (!m_choosing)
        m_following = m_model->state(step) == StepState::Running;
    m_step = step;
    m_heading->setText(m_model->index(step).data().toString());
    m_output->setAccessibleName(tr("Output of %1").arg(m_heading->text()));
    m_output->setLineWrapMode(QPlainTextEdit::NoWrap);
    if (m_record)
        m_output->show(readStepLog(*m_record, step));
    else if (m_lines)
        m_output->show(m_lines->lines(step));
}

void RunView::onLine(int step, const OutputLine &line)
{
    if (step == m_step && !m_record)
        m_output->append(line);
}

void RunView::showError(const Error &error)
{
    if (error.isCancel())
        return;
    m_following = false;
    const int at = m_model->findRow(StepState::Failed);
    if (at >= 0)
        choose(at);
    m_card->show(error, [this](const QString &id) { return !m_record && m_parts.remedies.knows(id); });
    m_card->setReadOnly(m_record.has_value());
    place();
    if (error.evidence.isEmpty())
        return; // the step's own output says what is known
    m_heading->setText(tr("Evidence"));
    m_output->setAccessibleName(tr("Evidence"));
    m_output->setLineWrapMode(QPlainTextEdit::WidgetWidth); // a few lines, to be read as a whole
    QList<OutputLine> lines;
    for (const QString &line : error.evidence.split(u'\n'))
        lines += OutputLine{StepLine::Kind::Out, {}, line};
    m_output->show(lines);
}

void RunView::showOutput()
{
    const int at = m_model->findRow(StepState::Failed);
    onStepChosen(at >= 0 ? at : m_step);
    m_output->setFocus();
}

QString RunView::failureTitle() const
{
    const int at = m_model->findRow(StepState::Failed);
    const Intent intent = m_record ? m_record->intent : m_lines ? m_lines->intent() : Intent::Start;
    if (at < 0)
        return tr("%1 did not begin").arg(intentTitle(intent));
    return tr("%1 stopped at step %2 of %3").arg(intentTitle(intent)).arg(at + 1).arg(m_model->rowCount());
}

QString RunView::timeText() const
{
    if (!m_lines)
        return {};
    const QString elapsed = durationText(m_lines->elapsed());
    const auto left = m_model->remaining();
    if (left < 1s || (m_run && m_run->isFinished()))
        return elapsed;
    if (left < 10s)
        return tr("%1 · a few seconds left").arg(elapsed);
    const auto rounded = std::chrono::round<std::chrono::seconds>(left / 5) * 5; // an estimate: no finer than 5 s
    return tr("%1 · about %2 left").arg(elapsed, durationText(rounded));
}

void RunView::copyCommands()
{
    if (m_cluster)
        return m_parts.desktop.copy(m_cluster->commandsText());
    const auto bytes = m_record ? readFile(m_record->folder + QStringLiteral("/commands.sh")) : Result<QByteArray>(QByteArray());
    m_parts.desktop.copy(bytes ? QString::fromUtf8(*bytes) : QString());
}

} // namespace windsock
