// SPDX-License-Identifier: Apache-2.0
// The user's choices about the window. Every choice takes effect at once and is kept.
#pragma once

#include "ui/widgets/Page.h"

class QButtonGroup;

namespace windsock {

class Panel;
class WindowSettings;

class SettingsPage : public Page
{
    Q_OBJECT
public:
    explicit SettingsPage(WindowSettings &settings, QWidget *parent = nullptr);
    QString id() const override { return QStringLiteral("settings"); }
    QString title() const override { return tr("Settings"); }
    QString iconName() const override { return QStringLiteral("settings"); }
    void setCluster(Cluster *) override {}

private:
    struct Choice
    {
        QString text, value;
    };
    QButtonGroup *addChoices(Panel *panel, const QString &name, const QList<Choice> &choices, const QString &chosen);
    Panel *makeLook();
    Panel *makeLanguage();
    Panel *makeBehavior();

    WindowSettings &m_settings;
};

} // namespace windsock
