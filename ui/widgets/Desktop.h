// SPDX-License-Identifier: Apache-2.0
// What the window asks of the desktop: clipboard, browser, file manager. An interface, so that tests see what was asked.
#pragma once

#include <QObject>
#include <QString>

class QUrl;

namespace windsock {

class Desktop : public QObject
{
    Q_OBJECT
public:
    void copy(const QString &text); // copied() follows; not where the clipboard is emptied
    virtual QString clipboardText() const = 0;
    virtual bool openUrl(const QUrl &url) = 0; // a web page in the browser, a folder in the file manager

signals:
    void copied(); // whoever copied: one place says so

protected:
    virtual void setClipboard(const QString &text) = 0;
};

class SystemDesktop : public Desktop
{
public:
    QString clipboardText() const override;
    bool openUrl(const QUrl &url) override;

protected:
    void setClipboard(const QString &text) override;
};

} // namespace windsock
