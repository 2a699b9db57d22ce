// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/Languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace windsock {

namespace {
void install(QCoreApplication &application, const QString &file, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(file, folder))
        application.installTranslator(translator);
    else
        delete translator;
}
} // namespace

void installLanguage(QCoreApplication &application, const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    const QString code = locale.name().section(u'_', 0, 0);
    if (!language.isEmpty())
        QLocale::setDefault(locale);
    install(application, QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, QStringLiteral("windsock_") + code, QStringLiteral(":/windsock/translations"));
}

} // namespace windsock
