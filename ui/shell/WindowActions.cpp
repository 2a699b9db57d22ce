// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/WindowActions.h"

#include "ui/cluster/ClusterWords.h"
#include "ui/shell/WindowServices.h"

#include <QAction>
#include <QUrl>
#include <QWidget>

namespace windsock {

WindowActions::WindowActions(WindowServices &services, QWidget *window) : QObject(window), m_services(services), m_window(window)
{
    addClusterActions();
    addWindowActions();
    addCopyActions();
    update();
}

QAction *WindowActions::add(const QString &id, const QString &text, const QString &tip, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(id);
    action->setToolTip(tip);
    action->setStatusTip(tip);
    action->setShortcut(keys);
    m_set.add(action);
    m_window->addAction(action);
    return action;
}

void WindowActions::begin(const QString &id, Intent intent)
{
    connect(m_set.find(id), &QAction::triggered, this, [this, intent] { m_cluster->begin(intent); });
}

void WindowActions::addClusterActions()
{
    add("cluster.start", tr("&Start"), tr("Create or wake the cluster and bring Airflow up; finished steps are skipped"),
        tr("Ctrl+Return"));
    add("cluster.cancel", tr("&Cancel"), tr("End the run under way; what is done is kept"), tr("Ctrl+."));
    add("cluster.pause", tr("&Pause"), tr("Freeze the cluster: no CPU, ready again in a moment"), tr("Ctrl+Shift+P"));
    add("cluster.stop", tr("S&top"), tr("Stop the cluster: no CPU, no memory, everything is kept"), tr("Ctrl+Shift+S"));
    QAction *open = add("airflow.open", tr("Open &Airflow"), tr("Open Airflow's web page in the browser"), tr("Ctrl+Shift+O"));
    add("cluster.restart", tr("&Restart Airflow"), tr("Restart Airflow's pods; the cluster stays"), tr("Ctrl+Shift+R"));
    QAction *reset = add("cluster.reset", tr("R&eset…"), tr("Delete the cluster and start it anew"), {});
    QAction *move = add("cluster.move", tr("&Move to kind…"), tr("Go on in a kind cluster, with connections, variables and pools"), {});
    QAction *remove = add("cluster.delete", tr("&Delete…"), tr("Delete the cluster; the workspace's files stay"), {});
    QAction *look =
        add("cluster.look", tr("Look again"), tr("Look at the cluster and read the workspace's files again"), QKeySequence(Qt::Key_F5));
    begin("cluster.start", Intent::Start);
    begin("cluster.pause", Intent::Pause);
    begin("cluster.stop", Intent::Stop);
    begin("cluster.restart", Intent::Restart);
    connect(m_set.find("cluster.cancel"), &QAction::triggered, this, [this] {
        m_cluster->cancel();
        update(); // once is enough, and children take their time
    });
    connect(open, &QAction::triggered, this, [this] { m_services.desktop.openUrl(m_cluster->web().url); });
    connect(reset, &QAction::triggered, this, &WindowActions::askReset);
    connect(move, &QAction::triggered, this, &WindowActions::askMove);
    connect(remove, &QAction::triggered, this, &WindowActions::deleteCluster);
    connect(look, &QAction::triggered, this, &WindowActions::lookAgain);
}

void WindowActions::lookAgain()
{
    if (!m_cluster->intent())
        (void)m_cluster->reload(); // what is wrong with the files Start says
    m_cluster->look();
}

void WindowActions::addWindowActions()
{
    QAction *open = add("workspace.open", tr("&Open folder…"), tr("Open a folder with kind-cluster.yaml or values for the Airflow chart"),
                        QKeySequence::Open);
    QAction *create = add("workspace.new", tr("&New workspace…"), tr("Make a workspace with an example that works"), QKeySequence::New);
    QAction *folder = add("workspace.show", tr("Show workspace folder"), tr("Open the workspace's folder in the file manager"), {});
    QAction *find = add("window.find", tr("Find an action"), tr("Type a few letters, Enter does it"), tr("Ctrl+K"));
    QAction *quit = add("window.quit", tr("&Quit"), tr("Close the window; the cluster stays as it is"), QKeySequence::Quit);
    if (quit->shortcut().isEmpty()) // some platforms have no standard key
        quit->setShortcut(tr("Ctrl+Q"));
    connect(open, &QAction::triggered, this, &WindowActions::openWorkspace);
    connect(create, &QAction::triggered, this, &WindowActions::newWorkspace);
    connect(folder, &QAction::triggered, this,
            [this] { m_services.desktop.openUrl(QUrl::fromLocalFile(m_cluster->workspace().folder().path())); });
    connect(find, &QAction::triggered, this, &WindowActions::findAction);
    connect(quit, &QAction::triggered, m_window, &QWidget::close);
}

void WindowActions::addCopyActions()
{
    QAction *url = add("airflow.copyUrl", tr("Copy Airflow's address"), tr("Copy Airflow's web address"), {});
    QAction *commands = add("run.copyCommands", tr("Copy commands of the last run"), tr("Copy the commands as they could be typed"), {});
    QAction *report =
        add("run.copyReport", tr("Copy report"), tr("Copy a text for a ticket: versions, steps, the error and the last lines"), {});
    connect(url, &QAction::triggered, this, [this] { m_services.desktop.copy(m_cluster->web().url.toString()); });
    connect(commands, &QAction::triggered, this, [this] { m_services.desktop.copy(m_cluster->commandsText()); });
    connect(report, &QAction::triggered, this, [this] { m_services.desktop.copy(m_cluster->reportText()); });
}

void WindowActions::addPage(int number, const QString &id, const QString &title)
{
    QAction *action = add("page." + id, tr("Go to %1").arg(title), tr("Show the page %1").arg(title),
                          QKeySequence(QStringLiteral("Ctrl+%1").arg(number)));
    connect(action, &QAction::triggered, this, [this, id] { emit pageChosen(id); });
}

void WindowActions::askReset()
{
    m_services.prompts.ask(resetQuestion(*m_cluster), m_window, [target = m_cluster](bool yes) {
        if (yes && target)
            target->begin(Intent::Reset);
    });
}

void WindowActions::askMove()
{
    const Question question{
        tr("Move to kind"),
        tr("Go on in a kind cluster?"),
        tr("Connections, variables and pools go along. The history of runs stays behind: once the cluster has taken over, what runs "
           "without containers is deleted. The workspace's files and task logs stay."),
        tr("Move"),
        tr("Keep it as it is"),
        true};
    m_services.prompts.ask(question, m_window, [this, target = m_cluster](bool yes) {
        if (yes && target && target == m_cluster && target->movesTo())
            emit moveCluster();
    });
}

void WindowActions::setCluster(Cluster *cluster)
{
    if (m_cluster)
        m_cluster->disconnect(this);
    m_cluster = cluster;
    if (cluster) {
        connect(cluster, &Cluster::changed, this, &WindowActions::update);
        connect(cluster, &Cluster::runFinished, this, &WindowActions::update);
    }
    update();
}

void WindowActions::setFailed(bool failed)
{
    m_failed = failed;
    update();
}

void WindowActions::update()
{
    const Actions can = m_cluster ? m_cluster->actions() : Actions{};
    // A run that failed is "canceling" what was beside it; what it collects after its end can be canceled again.
    const bool isCanceling = m_cluster && m_cluster->intent() && m_cluster->run()->isCanceling() && !m_cluster->run()->isFinished();
    m_set.find("cluster.start")->setEnabled(can.start);
    m_set.find("cluster.start")->setText(m_failed ? tr("Tr&y again") : tr("&Start"));
    m_set.find("cluster.pause")->setEnabled(can.pause);
    m_set.find("cluster.stop")->setEnabled(can.stop);
    m_set.find("cluster.restart")->setEnabled(can.restart);
    m_set.find("cluster.reset")->setEnabled(can.reset);
    m_set.find("cluster.delete")->setEnabled(can.remove);
    const bool canMove = m_cluster && m_cluster->movesTo();
    m_set.find("cluster.move")->setEnabled(canMove);
    m_set.find("cluster.move")->setVisible(canMove);
    m_set.find("cluster.cancel")->setEnabled(can.cancel && !isCanceling);
    m_set.find("airflow.open")->setEnabled(can.open);
    m_set.find("airflow.copyUrl")->setEnabled(m_cluster);
    m_set.find("cluster.look")->setEnabled(m_cluster);
    m_set.find("workspace.show")->setEnabled(m_cluster);
    m_set.find("run.copyCommands")->setEnabled(m_cluster && m_cluster->run());
    m_set.find("run.copyReport")->setEnabled(m_cluster);
}

} // namespace windsock
