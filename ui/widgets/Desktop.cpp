// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/Desktop.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QUrl>

namespace windsock {

void Desktop::copy(const QString &text)
{
    setClipboard(text);
    if (!text.isEmpty())
        emit copied();
}

void SystemDesktop::setClipboard(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

QString SystemDesktop::clipboardText() const
{
    return QGuiApplication::clipboard()->text();
}

bool SystemDesktop::openUrl(const QUrl &url)
{
    return QDesktopServices::openUrl(url);
}

} // namespace windsock
