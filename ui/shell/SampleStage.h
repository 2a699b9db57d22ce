// SPDX-License-Identifier: Apache-2.0
// The window with a sample behind it, brought into one scene after another.
#pragma once

#include "core/base/Redactor.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/SampleData.h"

#include <QTemporaryDir>

namespace windsock {

class SampleStage
{
public:
    SampleStage();

    static QStringList scenes();     // in the order of the story
    void play(const QString &scene); // what it starts needs some turns of the event loop to be seen
    bool stands() const;             // the scene played last is there to be seen
    QPixmap picture();               // with the dialog that is open, if there is one

    MainWindow &window() { return *m_window; }

private:
    class NoDesktop : public Desktop
    {
        void setClipboard(const QString &) override {}
        QString clipboardText() const override { return {}; }
        bool openUrl(const QUrl &) override { return false; }
    };
    bool isShown(const char *widget) const;
    bool hasOutput() const;
    WindowServices services();
    Result<Cluster *> open(const QString &folder);
    void begin(const QList<SampleStep> &steps, const Observed &after);
    void reopen(Mode mode, const QList<SampleStep> &steps); // the same workspace, and nothing was started yet
    void playModes(const QString &scene);

    QString m_scene;
    QTemporaryDir m_folder;
    QString m_workspace;
    SampleClock m_clock;
    SampleRunner m_runner;
    Redactor m_redactor;
    NoDesktop m_desktop;
    DialogPrompts m_prompts;
    WindowSettings m_settings;
    SampleScript m_script;
    std::vector<std::unique_ptr<Cluster>> m_before; // the window may still have to let go of them
    std::unique_ptr<Cluster> m_cluster;
    WindowServices m_services;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace windsock
