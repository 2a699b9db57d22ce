// SPDX-License-Identifier: Apache-2.0
// What the window asks of the desktop: clipboard, browser, file manager. An interface, so that tests see what was asked.
#pragma once

#include <QString>

class QUrl;

namespace windsock {

class Desktop
{
public:
    virtual ~Desktop() = default;
    virtual void copy(const QString &text) = 0;
    virtual QString clipboardText() const = 0;
    virtual bool openUrl(const QUrl &url) = 0; // a web page in the browser, a folder in the file manager
};

class SystemDesktop : public Desktop
{
public:
    void copy(const QString &text) override;
    QString clipboardText() const override;
    bool openUrl(const QUrl &url) override;
};

} // namespace windsock
