// SPDX-License-Identifier: Apache-2.0
// The real MainWindow on fakes: workspaces in a temporary folder, a FakeWorld behind their clusters, scripted answers.
#pragma once

#include "core/base/Redactor.h"
#include "tests/support/ScriptedRunner.h"
#include "tests/support/TempWorkspace.h"
#include "tests/ui/FakeBackend.h"
#include "ui/shell/MainWindow.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTest>

namespace windsock {

class FakeDesktop : public Desktop
{
public:
    QString clipboardText() const override { return clipboard; }
    bool openUrl(const QUrl &url) override
    {
        opened += url;
        return true;
    }
    QString clipboard;
    QList<QUrl> opened;

protected:
    void setClipboard(const QString &text) override { clipboard = text; }
};

class ScriptedPrompts : public Prompts
{
public:
    void ask(const Question &question, QWidget *, std::function<void(bool)> answer) override
    {
        asked += question.text;
        answer(says);
    }
    void chooseFolder(const QString &, QWidget *, std::function<void(const QString &)> chosen) override { chosen(folder); }
    bool says = true;
    QString folder;
    QStringList asked;
};

class WindowBench
{
public:
    explicit WindowBench(Clock *clock = nullptr);

    void show();          // the window, and waits until it is there
    void openWorkspace(); // and waits until the cluster was looked at
    template <class Widget = QWidget>
    Widget *find(const QString &name) const
    {
        return window->findChild<Widget *>(name);
    }
    QString text(const QString &label) const; // of a label; empty when hidden
    bool isShown(const QString &name) const;
    void click(const QString &button) const;
    QString ofNewestRun(const QString &button) const; // its name in that run's row: "run.steps"
    Cluster *replace(Mode mode);                      // what the next answer of settle or changeMode gives; the one before lives on
    Cluster *cluster() const { return window->cluster(); }

    SystemClock systemClock;
    TempWorkspace folder;
    ScriptedRunner runner;
    Redactor redactor;
    FakeWorld world;
    FakeDesktop desktop;
    ScriptedPrompts prompts;
    WindowSettings settings;
    DoctorRows doctorRows;
    QStringList recent;                                 // workspaces, newest first
    std::optional<WorkspaceOptions> created;            // of the workspace that was made
    Mode mode = placesToRun().first();                  // in which the workspace opens
    std::optional<Error> refusal;                       // of a change of the mode
    std::optional<Promise<Cluster *>> settling;         // answered by the test; else at once: nothing changes
    std::vector<std::unique_ptr<Cluster>> openedBefore; // the window may still have to let go of them
    std::unique_ptr<Cluster> opened;
    std::optional<WindowServices> services;
    std::unique_ptr<MainWindow> window;

private:
    Result<Cluster *> open(const QString &path);
    Cluster *make(const Workspace &workspace);
    Result<Cluster *> changeMode(Mode wanted);
    Result<QString> create(const WorkspaceOptions &options);
    QList<Cluster *> busy() const;
    Clock &m_time;
    std::map<QString, QPointer<Cluster>> m_known; // by folder: the one that stands for it now
};

// The visible widgets as text, one line each, indented: class, name, text, enabled, checked. Never pixels.
QString dumpTree(const QWidget &root);

} // namespace windsock
