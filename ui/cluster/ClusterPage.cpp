// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/ClusterPage.h"

#include "ui/cluster/ClusterHeading.h"
#include "ui/cluster/ClusterWords.h"
#include "ui/cluster/ErrorCard.h"
#include "ui/cluster/ErrorMessage.h"
#include "ui/cluster/FirstRunView.h"
#include "ui/cluster/ForwardNotice.h"
#include "ui/cluster/IdleView.h"
#include "ui/cluster/Remedies.h"
#include "ui/cluster/RunOutput.h"
#include "ui/cluster/RunView.h"
#include "ui/cluster/RunningView.h"
#include "ui/cluster/RunsPanel.h"
#include "ui/cluster/WarningsPanel.h"
#include "ui/widgets/Metrics.h"
#include "ui/widgets/ScrollPane.h"
#include "ui/widgets/TimeText.h"

#include <QAction>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace windsock {

namespace {
constexpr int tickMillis = 1000;

bool hasFailed(const PlanRun &run)
{
    return run.isFinished() && !run.result() && !run.result().error().isCancel();
}

// New rows appear with the next turn of the loop: asked then.
void focusIfShown(QWidget *widget)
{
    if (widget->isVisible())
        widget->setFocus();
}
} // namespace

ClusterPage::ClusterPage(const ClusterPageParts &parts, QWidget *parent)
    : Page(parent), m_parts(parts), m_heading(new ClusterHeading(parts.actions)),
      m_message(new ErrorMessage(QStringLiteral("message"), parts.remedies)), m_forwardNotice(new ForwardNotice),
      m_stack(new QStackedWidget), m_firstRun(new FirstRunView(parts)), m_idle(new IdleView(parts)), m_run(new RunView(parts)),
      m_running(new RunningView(parts))
{
    setObjectName(QStringLiteral("page.cluster"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid(1));
    column->addWidget(m_heading);
    auto *news = new QVBoxLayout;
    news->setContentsMargins(grid(6), 0, grid(6), 0);
    news->setSpacing(grid(2));
    news->addWidget(m_message);
    news->addWidget(m_forwardNotice);
    column->addLayout(news);
    column->addWidget(m_stack, 1);
    for (QWidget *view : QList<QWidget *>{m_firstRun, m_idle, m_run, m_running}) // in the order of View
        m_stack->addWidget(new ScrollPane(view));
    m_tick.setInterval(tickMillis);
    connect(&m_tick, &QTimer::timeout, this, [this] { refreshHeading(choose()); });
    connect(m_heading, &ClusterHeading::back, this, &ClusterPage::putAside);
    connect(m_idle->runs(), &RunsPanel::chosen, this, &ClusterPage::showRecord);
    connect(m_idle, &IdleView::modeChosen, this, &ClusterPage::onModeChosen);
    connect(m_running->runs(), &RunsPanel::chosen, this, &ClusterPage::showRecord);
    ErrorCard *card = m_run->card();
    connect(card, &ErrorCard::tryAgain, this, [this] { m_cluster->begin(RunOutput::of(*m_cluster, m_parts.clock).intent()); });
    connect(card, &ErrorCard::copyReport, this, [this] { m_parts.desktop.copy(m_cluster->reportText()); });
    connect(card, &ErrorCard::remedyChosen, this,
            [this](const Remedy &remedy) { m_parts.remedies.apply(remedy, m_cluster, RunOutput::of(*m_cluster, m_parts.clock).intent()); });
    connect(parts.actions.find(QStringLiteral("cluster.cancel")), &QAction::triggered, this, [this] { refreshHeading(choose()); });
    connect(&m_parts.remedies, &Remedies::begun, card, [card] { card->setBusy(true); });
    connect(&m_parts.remedies, &Remedies::ended, this, &ClusterPage::onRemedyEnded);
    refresh();
}

void ClusterPage::setCluster(Cluster *cluster)
{
    if (m_cluster)
        m_cluster->disconnect(this);
    m_cluster = cluster;
    m_record.reset();
    m_message->hide();
    m_lookNews.clear();
    m_forwardNotice->setCluster(cluster);
    m_idle->setCluster(cluster);
    PlanRun *const run = cluster ? cluster->run() : nullptr;
    m_failed = run && hasFailed(*run);
    if (cluster) {
        RunOutput::of(*cluster, m_parts.clock); // listens from now on, whatever page is shown
        connect(cluster, &Cluster::changed, this, &ClusterPage::refresh);
        connect(cluster, &Cluster::forwardChanged, this, &ClusterPage::refresh);
        connect(cluster, &Cluster::runStarted, this, &ClusterPage::onRunStarted);
        connect(cluster, &Cluster::runFinished, this, &ClusterPage::onRunFinished);
        connect(cluster, &Cluster::looked, this, &ClusterPage::onLooked);
    }
    refresh();
    listenTo(run);
    emit failureShownChanged();
}

void ClusterPage::setReducedMotion(bool reduced)
{
    m_run->setReducedMotion(reduced);
}

// After the view of the run has begun to: the heading tells what is seen there.
void ClusterPage::listenTo(PlanRun *run)
{
    if (m_listened)
        m_listened->disconnect(this);
    m_listened = run;
    if (!run)
        return;
    connect(run, &PlanRun::stepChanged, this, [this] { refreshHeading(choose()); });
    connect(run, &PlanRun::stepProgressed, this, [this] { refreshHeading(choose()); });
    // The card follows at once, before the backend has collected what else it can tell.
    connect(run, &PlanRun::finished, this, [this, run] {
        m_failed = hasFailed(*run);
        refresh();
        emit failureShownChanged();
    });
}

void ClusterPage::tell(const Error &error)
{
    m_message->tell(error);
}

void ClusterPage::onModeChosen(Mode mode)
{
    emit modeChosen(mode);
    refresh(); // where it was refused, the card goes back to what is
}

void ClusterPage::onLooked()
{
    if (!m_idle->warnings()->lists(m_cluster->workspace().warnings()))
        refresh(); // the files were read again
    if (choose() == View::Idle)
        m_idle->lookAtFiles();
    std::optional<Error> news = m_cluster->lookError();
    if (!news && m_cluster->state() == ClusterState::Foreign)
        news = foreignError(*m_cluster);
    const QString text = news ? oneLine(*news) : QString();
    if (std::exchange(m_lookNews, text) == text)
        return;
    if (news)
        tell(*news);
    else
        m_message->hide();
    refresh();
}

// The view of a run has no room for the list: there the first is said.
void ClusterPage::showWarnings(View view)
{
    const QList<Error> &warnings = m_cluster->workspace().warnings();
    const bool isNews = !m_idle->warnings()->lists(warnings);
    m_idle->warnings()->list(warnings);
    m_running->warnings()->list(warnings);
    if (!isNews || warnings.isEmpty() || view != View::Run)
        return;
    const QString more = warnings.size() > 1 ? tr(" (and %1 more)").arg(warnings.size() - 1) : QString();
    m_message->tell(Mark::Warning, oneLine(warnings.first()) + more);
}

bool ClusterPage::showsFailure() const
{
    return m_failed && !m_record;
}

void ClusterPage::showOutput()
{
    if (choose() == View::Run)
        m_run->showOutput();
}

void ClusterPage::putAside()
{
    m_failed = false;
    m_record.reset();
    refresh();
    emit failureShownChanged();
}

void ClusterPage::showRecord(const RunRecord &record)
{
    m_record = record;
    m_run->show(record);
    refresh();
}

void ClusterPage::onRunStarted()
{
    m_failed = false;
    m_record.reset();
    m_message->hide();
    m_run->card()->setBusy(m_parts.remedies.isWorking());
    emit failureShownChanged();
    refresh();
    listenTo(m_cluster->run());
}

void ClusterPage::onRunFinished(Intent, const Result<> &result)
{
    if (!result && result.error().isCancel())
        m_message->tell(Mark::Canceled, canceledText(*m_cluster->run()));
    refresh();
}

void ClusterPage::onRemedyEnded(const Result<> &result)
{
    m_run->card()->setBusy(false);
    if (!result && !result.error().isCancel())
        tell(result.error());
    else if (m_cluster)
        m_cluster->look();
}

ClusterPage::View ClusterPage::choose() const
{
    if (!m_cluster)
        return View::FirstRun;
    if (m_record || m_failed || (m_cluster->intent() && m_cluster->run()))
        return View::Run;
    const ClusterState state = m_cluster->state();
    return state == ClusterState::Running || state == ClusterState::Degraded ? View::Running : View::Idle;
}

void ClusterPage::refresh()
{
    const QWidget *focus = window()->focusWidget();
    const QString focusName = focus && m_stack->isAncestorOf(focus) ? focus->objectName() : QString();
    const View view = choose();
    if (m_cluster)
        showWarnings(view);
    if (view == View::Idle)
        m_idle->show(*m_cluster);
    else if (view == View::Running)
        m_running->show(*m_cluster);
    else if (view == View::Run && !m_record)
        m_run->follow(*m_cluster);
    const bool entered = m_stack->currentIndex() != int(view);
    m_stack->setCurrentIndex(int(view));
    if (entered && view == View::Idle && m_cluster->observed())
        m_idle->lookAtFiles(); // a run has read them since
    refreshHeading(view);
    const bool ticking = view == View::Run && m_cluster->intent();
    if (ticking != m_tick.isActive())
        ticking ? m_tick.start() : m_tick.stop();
    // Rows that were made anew have the names of those before: the keyboard stays where it was. Other views have such rows too.
    const bool isLost = !focusName.isEmpty() && window()->focusWidget() != focus;
    QWidget *again = isLost ? m_stack->currentWidget()->findChild<QWidget *>(focusName) : nullptr;
    if (again)
        QMetaObject::invokeMethod(
            again, [again] { focusIfShown(again); }, Qt::QueuedConnection);
}

void ClusterPage::refreshHeading(View view)
{
    m_heading->setVisible(view != View::FirstRun);
    if (view == View::FirstRun)
        return;
    m_heading->setButtons(view == View::Running || (view == View::Idle && m_cluster->actions().remove),
                          view == View::Run && (m_record || m_failed));
    if (m_record) {
        const QString title = m_record->outcome == u"failed" ? m_run->failureTitle() : intentTitle(m_record->intent);
        m_heading->show(title, whenText(m_record->begun, m_parts.clock.now()));
    } else if (m_failed) {
        m_heading->show(m_run->failureTitle(), keptRemark(*m_cluster));
    } else if (view == View::Run) {
        const bool canceling = m_cluster->run()->isCanceling() && !m_cluster->run()->isFinished();
        m_heading->show(progressTitle(*m_cluster->intent(), m_cluster->mode()), canceling ? tr("canceling…") : m_run->timeText());
    } else {
        const auto &seen = m_cluster->observed();
        const QString problem = seen && !seen->problem.isEmpty() ? QStringLiteral(" · ") + seen->problem : QString();
        m_heading->show(title(), stateRemark(*m_cluster, m_parts.clock.now()) + problem);
    }
}

void ClusterPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && (m_record || m_failed))
        return putAside();
    Page::keyPressEvent(event);
}

} // namespace windsock
