// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/SampleStage.h"

#include "ui/shell/SampleModes.h"
#include "ui/widgets/OutputView.h"

#include <QAction>
#include <QDialog>
#include <QPainter>

namespace windsock {

SampleStage::SampleStage()
    : m_workspace(m_folder.filePath(QStringLiteral("data-pipelines"))), m_settings(m_folder.filePath(QStringLiteral("settings.ini"))),
      m_services(services()), m_window(std::make_unique<MainWindow>(m_services))
{
    QDir().mkpath(m_workspace);
    (void)sample::writeWorkspace(m_workspace); // seen at once when it fails: the workspace does not open
    (void)sample::writeHistory(m_folder.filePath(QStringLiteral("state")), m_clock.now());
    m_script.steps = sample::startSteps();
    m_settings.setReducedMotion(true); // a picture does not depend on the moment
}

WindowServices SampleStage::services()
{
    return {.clock = m_clock,
            .desktop = m_desktop,
            .prompts = m_prompts,
            .settings = m_settings,
            .open = [this](const QString &folder) { return open(folder); },
            .recentWorkspaces = [] { return QStringList{}; },
            .create = [](const QString &folder, ChartFlavor, const WorkspaceOptions &) { return Result<QString>(folder); },
            .doctor = [] { return ready(sample::doctor()); },
            .folderText = [](const QString &) { return QStringLiteral("~/work/data-pipelines"); }};
}

Result<Cluster *> SampleStage::open(const QString &folder)
{
    Result<Workspace> workspace = Workspace::open(folder);
    if (!workspace)
        return workspace.error();
    const ClusterServices needs{m_runner, m_clock, m_redactor, QDir(m_folder.filePath(QStringLiteral("state")))};
    if (m_cluster)
        m_before.push_back(std::move(m_cluster));
    m_cluster = std::make_unique<Cluster>(workspace->withMode(m_script.mode), std::make_unique<SampleBackend>(m_script, m_clock), needs);
    return m_cluster.get();
}

QStringList SampleStage::scenes()
{
    return {"first-run", "absent",   "starting",  "canceling",    "canceled",          "failed", "running", "delete",
            "finder",    "settings", "no-engine", "choose-where", "without-containers"};
}

void SampleStage::begin(const QList<SampleStep> &steps, const Observed &after)
{
    m_script.steps = steps;
    m_script.observed = after;
    m_script.cleanedUp = Promise<>();
    m_cluster->begin(Intent::Start);
}

void SampleStage::reopen(Mode mode, const QList<SampleStep> &steps)
{
    m_script = {.steps = steps, .observed = {}, .forward = {}, .mode = mode};
    m_window->showPage(QStringLiteral("cluster"));
    m_window->openWorkspace(m_workspace);
}

bool SampleStage::isShown(const char *widget) const
{
    const auto *found = m_window->findChild<QWidget *>(QString::fromLatin1(widget));
    return found && found->isVisible();
}

// Lines are gathered for a moment before they are shown.
bool SampleStage::hasOutput() const
{
    const auto *output = m_window->findChild<OutputView *>();
    return output && output->isVisible() && !output->document()->isEmpty();
}

bool SampleStage::stands() const
{
    const bool idle = m_cluster && !m_cluster->intent();
    if (m_scene == u"first-run")
        return isShown("doctor.engine.start");
    if (m_scene == u"absent")
        return idle && m_cluster->observed() && isShown("startPreview");
    if (m_scene == u"starting") {
        const PlanRun *run = m_cluster->run();
        return run->state(run->indexOf(QStringLiteral("wait"))) == StepState::Running && hasOutput();
    }
    if (m_scene == u"canceling")
        return m_cluster->run()->isCanceling() && hasOutput();
    if (m_scene == u"canceled")
        return idle && isShown("message") && isShown("running");
    if (m_scene == u"failed")
        return idle && isShown("errorCard");
    if (m_scene == u"running" || m_scene == u"without-containers")
        return idle && isShown("airflow") && m_cluster->forwardStatus().state == m_script.forward.state;
    if (m_scene == u"no-engine")
        return idle && isShown("remedy.mode.change");
    if (m_scene == u"choose-where")
        return idle && isShown("modeCard") && isShown("differences");
    return isShown(m_scene == u"delete" ? "deleteDialog" : m_scene == u"finder" ? "finder" : "page.settings");
}

void SampleStage::play(const QString &scene)
{
    m_scene = scene;
    const auto trigger = [this](const char *id) { m_window->findChild<QAction *>(QString::fromLatin1(id))->trigger(); };
    if (scene == u"absent") {
        m_window->openWorkspace(m_workspace);
    } else if (scene == u"starting") {
        begin(sample::startingSteps(), {});
    } else if (scene == u"canceling") {
        trigger("cluster.cancel");
    } else if (scene == u"canceled") {
        m_script.observed = sample::partlyUp();
        m_script.cleanedUp.resolve(Error::canceled());
    } else if (scene == u"failed") {
        begin(sample::failingSteps(), sample::halfUp());
    } else if (scene == u"running") {
        m_script.forward = sample::forward(ForwardState::Active);
        begin(sample::startSteps(), sample::running(m_clock.now().addSecs(79)));
    } else if (scene == u"delete") {
        trigger("cluster.delete");
    } else if (scene == u"finder") {
        m_window->findChild<QDialog *>(QStringLiteral("deleteDialog"))->close();
        trigger("window.find");
    } else if (scene == u"settings") {
        m_window->findChild<QDialog *>(QStringLiteral("finder"))->close();
        m_window->showPage(QStringLiteral("settings"));
    } else {
        playModes(scene);
    }
}

void SampleStage::playModes(const QString &scene)
{
    if (scene == u"no-engine") {
        reopen(sample::usualMode(), {});
        begin(sample::stepsWithoutEngine(), {});
    } else if (scene == u"choose-where") {
        reopen(sample::otherMode(), sample::stepsInOtherMode());
        m_script.pauses = false;
        m_script.differences = sample::differences();
    } else if (scene == u"without-containers") {
        m_script.forward = sample::forward(ForwardState::Direct);
        begin(sample::stepsInOtherMode(), sample::runningInOtherMode(m_clock.now().addSecs(19)));
    }
}

QPixmap SampleStage::picture()
{
    if (QWidget *focus = m_window->focusWidget())
        focus->clearFocus(); // a ring around a control that nobody touched would need an explanation
    QPixmap picture = m_window->grab();
    for (QDialog *dialog : m_window->findChildren<QDialog *>()) {
        if (!dialog->isVisible())
            continue;
        QPainter painter(&picture);
        painter.fillRect(m_window->rect(), QColor(0, 0, 0, 80));
        const QRect place((m_window->width() - dialog->width()) / 2, (m_window->height() - dialog->height()) / 3, dialog->width(),
                          dialog->height());
        painter.drawPixmap(place.topLeft(), dialog->grab());
        painter.setPen(m_window->palette().color(QPalette::Dark));
        painter.drawRect(place); // what a window's frame would do
    }
    return picture;
}

} // namespace windsock
