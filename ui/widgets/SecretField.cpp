// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/SecretField.h"

#include "core/base/Clock.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/Desktop.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Metrics.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>

namespace windsock {

using namespace std::chrono_literals;

namespace {
constexpr auto clipboardLife = 30s;
}

SecretField::SecretField(const QString &value, Desktop &desktop, Clock &clock, QWidget *parent)
    : QWidget(parent), m_value(value), m_desktop(desktop), m_clock(clock), m_text(makeLabel({}))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid(1));
    m_text->setObjectName(QStringLiteral("secret.text"));
    row->addWidget(m_text);
    QPushButton *eye = makeButton({}, QStringLiteral("secret.show"), ButtonLook::Bare);
    eye->setIcon(icon(QStringLiteral("eye")));
    eye->setAccessibleName(tr("Show the password while held down"));
    eye->setToolTip(tr("Hold down to show the password"));
    connect(eye, &QPushButton::pressed, this, [this] { mask(false); });
    connect(eye, &QPushButton::released, this, [this] { mask(true); });
    row->addWidget(eye);
    QPushButton *copyButton = makeButton(tr("Copy"), QStringLiteral("secret.copy"), ButtonLook::Small);
    copyButton->setAccessibleName(tr("Copy the password"));
    copyButton->setToolTip(tr("Copies the password; it leaves the clipboard after 30 seconds"));
    connect(copyButton, &QPushButton::clicked, this, &SecretField::copy);
    row->addWidget(copyButton);
    mask(true);
}

void SecretField::mask(bool masked)
{
    // Always the same number of dots: the length is nobody's business either.
    m_text->setText(masked ? QString(5, QChar(0x25cf)) : m_value);
    m_text->setAccessibleName(masked ? tr("Password, hidden") : QString());
}

void SecretField::copy()
{
    m_desktop.copy(m_value);
    // Bound to the application: the page may be rebuilt before the time is over.
    m_clock.after(clipboardLife, QCoreApplication::instance(), [&desktop = m_desktop, value = m_value] {
        if (desktop.clipboardText() == value)
            desktop.copy({});
    });
}

} // namespace windsock
