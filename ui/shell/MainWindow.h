// SPDX-License-Identifier: Apache-2.0
// The window: top bar, navigation, pages, status strip, and which workspace is open. Knows pages only as Page.
#pragma once

#include "ui/shell/PageList.h"
#include "ui/shell/WindowServices.h"

#include <QPointer>
#include <QWidget>

class QStackedWidget;

namespace windsock {

class ActionFinder;
class CloseGuard;
class ModeSwitch;
class Navigation;
class NewWorkspaceDialog;
class StatusStrip;
class TopBar;
class WindowActions;

class MainWindow : public QWidget
{
    Q_OBJECT
public:
    explicit MainWindow(WindowServices &services, QWidget *parent = nullptr);
    // Reads files, starts nothing; then looks at the cluster, and finds out in the background where it runs.
    void openWorkspace(const QString &folder);
    void openNewest(); // of the recent workspaces, whoever opened it; nothing where there is none
    Cluster *cluster() const { return m_cluster; }
    void showPage(const QString &id);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void connectActions();
    void addRemedies();
    void resetCluster();
    void askForPrune(const std::function<void()> &go);
    void openFile(const QString &place);
    void showCluster(Cluster *cluster);
    void setCluster(Cluster *cluster);
    void askForFolder();
    void askForNew();
    void createWorkspace(const QString &folder, ChartFlavor flavor, const WorkspaceOptions &options);
    void askForName();
    void onFailureShown();
    void onReady(const QUrl &web);
    void onRunFinished(Intent intent, const Result<> &result);
    void onRemedyEnded(const Result<> &result);

    WindowServices &m_services;
    Remedies m_remedies;
    ModeSwitch *m_modes;
    WindowActions *m_actions;
    TopBar *m_top;
    Navigation *m_navigation;
    QStackedWidget *m_stack;
    StatusStrip *m_strip;
    ActionFinder *m_finder;
    PageList m_pages;
    QPointer<Cluster> m_cluster;
    QPointer<NewWorkspaceDialog> m_newDialog;
    CloseGuard *m_closing;
};

} // namespace windsock
