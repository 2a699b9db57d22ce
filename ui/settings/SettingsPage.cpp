// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/SettingsPage.h"

#include "ui/settings/WindowSettings.h"
#include "ui/widgets/Metrics.h"
#include "ui/widgets/Panel.h"
#include "ui/widgets/ScrollPane.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace windsock {

SettingsPage::SettingsPage(WindowSettings &settings, QWidget *parent) : Page(parent), m_settings(settings)
{
    setObjectName(QStringLiteral("page.settings"));
    auto *content = new QWidget;
    auto *around = new QVBoxLayout(this);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(new ScrollPane(content));
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(grid(6), grid(7), grid(6), grid(5));
    column->setSpacing(grid(3));
    column->addWidget(makeLabel(tr("Settings"), titleFont()));
    for (Panel *panel : {makeLook(), makeLanguage(), makeBehavior()}) {
        panel->setMaximumWidth(grid(160));
        column->addWidget(panel);
    }
    column->addStretch(1);
}

QButtonGroup *SettingsPage::addChoices(Panel *panel, const QString &name, const QList<Choice> &choices, const QString &chosen)
{
    auto *group = new QButtonGroup(this);
    for (const Choice &choice : choices) {
        auto *button = new QRadioButton(choice.text);
        button->setObjectName(QStringLiteral("settings.%1.%2").arg(name, choice.value.isEmpty() ? QStringLiteral("system") : choice.value));
        button->setProperty("value", choice.value);
        button->setChecked(choice.value == chosen);
        group->addButton(button);
        panel->body()->addWidget(button);
    }
    return group;
}

Panel *SettingsPage::makeLook()
{
    auto *panel = new Panel(tr("Colors"));
    const QList<Choice> choices{
        {tr("As the s&ystem"), QStringLiteral("system")}, {tr("&Light"), QStringLiteral("light")}, {tr("Da&rk"), QStringLiteral("dark")}};
    QButtonGroup *group = addChoices(panel, QStringLiteral("theme"), choices, themeName(m_settings.theme()));
    connect(group, &QButtonGroup::buttonClicked, this,
            [this](QAbstractButton *button) { m_settings.setTheme(themeFromName(button->property("value").toString())); });
    return panel;
}

Panel *SettingsPage::makeLanguage()
{
    auto *panel = new Panel(tr("Language"));
    panel->setRemark(tr("takes effect at the next start of Windsock"));
    // Languages are named in themselves: who needs the entry can read it.
    const QList<Choice> choices{
        {tr("As the syste&m"), {}}, {QStringLiteral("English"), QStringLiteral("en")}, {QStringLiteral("한국어"), QStringLiteral("ko")}};
    QButtonGroup *group = addChoices(panel, QStringLiteral("language"), choices, m_settings.language());
    connect(group, &QButtonGroup::buttonClicked, this,
            [this](QAbstractButton *button) { m_settings.setLanguage(button->property("value").toString()); });
    return panel;
}

Panel *SettingsPage::makeBehavior()
{
    auto *panel = new Panel(tr("Behavior"));
    auto *browser = new QCheckBox(tr("&Open Airflow in the browser when it is ready"));
    browser->setObjectName(QStringLiteral("settings.browser"));
    browser->setChecked(m_settings.opensBrowser());
    connect(browser, &QCheckBox::toggled, &m_settings, &WindowSettings::setOpensBrowser);
    panel->body()->addWidget(browser);
    auto *motion = new QCheckBox(tr("Red&uce motion"));
    motion->setObjectName(QStringLiteral("settings.motion"));
    motion->setChecked(m_settings.reducedMotion());
    connect(motion, &QCheckBox::toggled, &m_settings, &WindowSettings::setReducedMotion);
    panel->body()->addWidget(motion);
    return panel;
}

} // namespace windsock
