// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/MainWindow.h"

#include "core/cluster/RunReport.h"
#include "ui/cluster/ClusterPage.h"
#include "ui/cluster/DeleteDialog.h"
#include "ui/cluster/RunsPanel.h"
#include "ui/shell/ActionFinder.h"
#include "ui/shell/CloseGuard.h"
#include "ui/shell/ModeSwitch.h"
#include "ui/shell/Navigation.h"
#include "ui/shell/NewWorkspaceDialog.h"
#include "ui/shell/StatusStrip.h"
#include "ui/shell/TopBar.h"
#include "ui/shell/WindowActions.h"
#include "ui/shell/WorkspacePicker.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Metrics.h"

#include <QAction>
#include <QCloseEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QUrl>

namespace windsock {

MainWindow::MainWindow(WindowServices &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_modes(new ModeSwitch(services, this)), m_actions(new WindowActions(services, this)),
      m_top(new TopBar(services, *m_actions)), m_navigation(new Navigation), m_stack(new QStackedWidget), m_strip(new StatusStrip),
      m_finder(new ActionFinder(m_actions->set(), this)),
      m_pages(makePages({services.clock, services.desktop, m_actions->set(), m_remedies, services.doctor}, services.settings)),
      m_closing(new CloseGuard(services, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(icon(QStringLiteral("windsock")));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_navigation);
    middle->addWidget(m_stack, 1);
    column->addWidget(m_top);
    column->addLayout(middle, 1);
    column->addWidget(m_strip);
    for (Page *page : m_pages.all) {
        m_stack->addWidget(page);
        m_navigation->addPage(*page);
        m_actions->addPage(m_stack->count(), page->id(), page->title());
    }
    m_pages.cluster->setReducedMotion(services.settings.reducedMotion());
    addRemedies();
    connectActions();
    setCluster(nullptr);
    resize(1280, 800);
    restoreGeometry(services.settings.geometry());
}

void MainWindow::connectActions()
{
    connect(m_actions, &WindowActions::openWorkspace, this, &MainWindow::askForFolder);
    connect(m_actions, &WindowActions::newWorkspace, this, &MainWindow::askForNew);
    connect(m_actions, &WindowActions::deleteCluster, this, &MainWindow::askForName);
    connect(m_actions, &WindowActions::moveCluster, m_modes, &ModeSwitch::move);
    connect(m_actions, &WindowActions::findAction, this, [this] { m_finder->showOver(this); });
    connect(m_actions, &WindowActions::pageChosen, this, &MainWindow::showPage);
    connect(&m_services.desktop, &Desktop::copied, this, [this] { m_strip->tell(tr("Copied")); });
    connect(m_closing, &CloseGuard::told, m_strip, &StatusStrip::tell);
    connect(m_navigation, &Navigation::pageChosen, this, &MainWindow::showPage);
    connect(m_top->picker(), &WorkspacePicker::chosen, this, &MainWindow::openWorkspace);
    connect(m_pages.cluster, &ClusterPage::failureShownChanged, this, &MainWindow::onFailureShown);
    connect(m_pages.cluster, &ClusterPage::modeChosen, m_modes, &ModeSwitch::change);
    connect(m_modes, &ModeSwitch::replaced, this, &MainWindow::showCluster);
    connect(m_modes, &ModeSwitch::refused, m_pages.cluster, &ClusterPage::tell);
    connect(&m_services.settings, &WindowSettings::reducedMotionChanged, m_pages.cluster, &ClusterPage::setReducedMotion);
}

void MainWindow::addRemedies()
{
    m_remedies.setRepair(m_services.repair);
    m_remedies.askBefore(QStringLiteral("images.prune"), [this](const Remedy &, const std::function<void()> &go) { askForPrune(go); });
    m_remedies.addPlain(QStringLiteral("cluster.reset"), [this](const Remedy &) { resetCluster(); });
    m_remedies.addPlain(QStringLiteral("file.open"), [this](const Remedy &remedy) { openFile(remedy.argument); });
    m_remedies.addPlain(QStringLiteral("logs.show"), [this](const Remedy &) { m_pages.cluster->showOutput(); });
    m_remedies.addPlain(QStringLiteral("mode.change"), [this](const Remedy &remedy) { m_modes->startIn(remedy.argument); });
    connect(&m_remedies, &Remedies::begun, m_strip, &StatusStrip::tell);
    connect(&m_remedies, &Remedies::begun, this, [this] { m_strip->offerCancel(true); });
    connect(&m_remedies, &Remedies::progressed, m_strip, &StatusStrip::tell);
    connect(&m_remedies, &Remedies::ended, this, &MainWindow::onRemedyEnded);
    connect(m_strip, &StatusStrip::canceled, this, [this] {
        m_strip->tell(tr("Canceling…"));
        m_strip->offerCancel(false);
        m_remedies.cancel();
    });
}

void MainWindow::onRemedyEnded(const Result<> &result)
{
    m_strip->offerCancel(false);
    m_strip->tell(!result && result.error().isCancel() ? tr("Canceled") : QString()); // the page tells what failed
}

void MainWindow::resetCluster()
{
    QAction *reset = m_actions->set().find(QStringLiteral("cluster.reset"));
    if (reset->isEnabled())
        reset->trigger(); // asks first: the metadata database goes
    else if (m_cluster)
        m_cluster->begin(Intent::Start); // kind took a node that did not boot away by itself: nothing is left to delete
}

void MainWindow::askForPrune(const std::function<void()> &go)
{
    const Question question{tr("Remove images"),
                            tr("Remove all of the engine's images that have no name and that no container uses?"),
                            tr("Images that other projects built may be among them. They can be built again."),
                            tr("Remove"),
                            tr("Keep them"),
                            true};
    m_services.prompts.ask(question, this, [go](bool yes) {
        if (yes)
            go();
    });
}

// `place` as an error names it: a path, perhaps of the workspace, perhaps with line and column.
void MainWindow::openFile(const QString &place)
{
    static const QRegularExpression position(QStringLiteral("(:\\d+){1,2}$"));
    const QString name = QString(place).remove(position);
    const QFileInfo file(m_cluster ? m_cluster->workspace().folder().absoluteFilePath(name) : name);
    if (name.isEmpty() || !file.isFile())
        return m_pages.cluster->tell(Error{Error::Code::NotFound, tr("There is no file %1").arg(name)});
    // Whoever made the workspace named the file: a program is shown, not run.
    const QString target = file.isExecutable() ? file.absolutePath() : file.absoluteFilePath();
    if (!m_services.desktop.openUrl(QUrl::fromLocalFile(target)))
        m_pages.cluster->tell(Error{Error::Code::ToolFailed, tr("The desktop has no program for %1").arg(target)});
}

void MainWindow::showPage(const QString &id)
{
    for (Page *page : m_pages.all) {
        if (page->id() != id || m_stack->currentWidget() == page)
            continue;
        if (auto *left = qobject_cast<Page *>(m_stack->currentWidget()))
            left->leave();
        m_stack->setCurrentWidget(page);
        page->enter();
    }
    m_navigation->choose(id);
}

void MainWindow::openWorkspace(const QString &folder)
{
    const Result<Cluster *> opened = m_services.open(folder);
    showPage(m_pages.cluster->id());
    if (!opened)
        return m_pages.cluster->tell(opened.error());
    showCluster(*opened);
    m_modes->settle();
}

void MainWindow::openNewest()
{
    if (const QString folder = m_services.recentWorkspaces().value(0); !folder.isEmpty())
        openWorkspace(folder);
}

void MainWindow::showCluster(Cluster *cluster)
{
    setCluster(cluster);
    cluster->watch();
}

void MainWindow::setCluster(Cluster *cluster)
{
    if (m_cluster)
        m_cluster->disconnect(this);
    m_cluster = cluster;
    m_modes->setCluster(cluster);
    m_top->setCluster(cluster);
    m_strip->setCluster(cluster);
    m_actions->setCluster(cluster);
    for (Page *page : m_pages.all)
        page->setCluster(cluster);
    setWindowTitle(cluster ? tr("%1 – %2 – Windsock").arg(cluster->workspace().clusterName(), cluster->workspace().name())
                           : tr("Windsock"));
    if (!cluster)
        return;
    connect(cluster, &Cluster::ready, this, &MainWindow::onReady);
    connect(cluster, &Cluster::runFinished, this, &MainWindow::onRunFinished);
}

void MainWindow::askForFolder()
{
    m_services.prompts.chooseFolder(tr("Open a workspace"), this, [this](const QString &folder) { openWorkspace(folder); });
}

void MainWindow::askForNew()
{
    m_newDialog = new NewWorkspaceDialog(m_services.prompts, workspaceUses(m_services.recentWorkspaces()), this);
    connect(m_newDialog, &NewWorkspaceDialog::wanted, this, &MainWindow::createWorkspace);
    m_newDialog->open();
}

void MainWindow::createWorkspace(const QString &folder, ChartFlavor flavor, const WorkspaceOptions &options)
{
    const Result<QString> made = m_services.create(folder, flavor, options);
    if (!made)
        return m_newDialog->tell(made.error());
    m_newDialog->accept();
    openWorkspace(*made);
}

void MainWindow::askForName()
{
    auto *dialog = new DeleteDialog(*m_cluster, this);
    connect(dialog, &QDialog::accepted, m_cluster, [cluster = m_cluster.data()] { cluster->begin(Intent::Delete); });
    dialog->open();
}

void MainWindow::onFailureShown()
{
    const bool failed = m_pages.cluster->showsFailure();
    m_top->setFailed(failed);
    m_actions->setFailed(failed);
}

void MainWindow::onReady(const QUrl &web)
{
    if (m_services.settings.opensBrowser())
        m_services.desktop.openUrl(web);
}

void MainWindow::onRunFinished(Intent intent, const Result<> &result)
{
    const QString took = durationText(m_cluster->lastRun().took);
    const QString how = result ? tr("%1: done in %2") : result.error().isCancel() ? tr("%1: canceled after %2") : tr("%1: failed after %2");
    m_strip->tell(how.arg(intentTitle(intent), took));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_closing->mayClose())
        return event->ignore();
    m_services.settings.setGeometry(saveGeometry());
    event->accept();
}

} // namespace windsock
