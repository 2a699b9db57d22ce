// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/WindowSettings.h"

namespace windsock {

namespace {
constexpr auto browserKey = "window/openBrowserWhenReady";
constexpr auto themeKey = "window/theme";
constexpr auto languageKey = "window/language";
constexpr auto motionKey = "window/reduceMotion";
constexpr auto geometryKey = "window/geometry";

QString key(const char *name)
{
    return QString::fromLatin1(name);
}
} // namespace

QString themeName(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System: return QStringLiteral("system");
    case ThemeChoice::Light: return QStringLiteral("light");
    case ThemeChoice::Dark: return QStringLiteral("dark");
    }
    return {};
}

ThemeChoice themeFromName(const QString &name)
{
    return name == u"light" ? ThemeChoice::Light : name == u"dark" ? ThemeChoice::Dark : ThemeChoice::System;
}

WindowSettings::WindowSettings(const QString &file, QObject *parent) : QObject(parent), m_store(file, QSettings::IniFormat) {}

bool WindowSettings::opensBrowser() const
{
    return m_store.value(key(browserKey), false).toBool();
}

void WindowSettings::setOpensBrowser(bool opens)
{
    m_store.setValue(key(browserKey), opens);
}

ThemeChoice WindowSettings::theme() const
{
    return themeFromName(m_store.value(key(themeKey)).toString());
}

void WindowSettings::setTheme(ThemeChoice choice)
{
    m_store.setValue(key(themeKey), themeName(choice));
    emit themeChanged(choice);
}

QString WindowSettings::language() const
{
    return m_store.value(key(languageKey)).toString();
}

void WindowSettings::setLanguage(const QString &language)
{
    m_store.setValue(key(languageKey), language);
}

bool WindowSettings::reducedMotion() const
{
    return m_store.value(key(motionKey), false).toBool();
}

void WindowSettings::setReducedMotion(bool reduced)
{
    m_store.setValue(key(motionKey), reduced);
    emit reducedMotionChanged(reduced);
}

QByteArray WindowSettings::geometry() const
{
    return m_store.value(key(geometryKey)).toByteArray();
}

void WindowSettings::setGeometry(const QByteArray &geometry)
{
    m_store.setValue(key(geometryKey), geometry);
}

} // namespace windsock
