// SPDX-License-Identifier: Apache-2.0
// What the window remembers: choices of the user, and where it stood. Never a secret.
#pragma once

#include <QObject>
#include <QSettings>

namespace windsock {

enum class ThemeChoice { System, Light, Dark };
QString themeName(ThemeChoice choice);          // "system": stable
ThemeChoice themeFromName(const QString &name); // System for anything unknown

class WindowSettings : public QObject
{
    Q_OBJECT
public:
    explicit WindowSettings(const QString &file, QObject *parent = nullptr); // settings.ini; made on the first change

    bool opensBrowser() const;
    void setOpensBrowser(bool opens);
    ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    QString language() const; // "ko", "en"; empty: as the system
    void setLanguage(const QString &language);
    bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

signals:
    void themeChanged(windsock::ThemeChoice choice);
    void reducedMotionChanged(bool reduced);

private:
    QSettings m_store;
};

} // namespace windsock
