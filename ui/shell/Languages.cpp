// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/Languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace windsock {

namespace {
// Free functions translate in contexts named after their file, while lupdate files their texts under the namespace that
// they stand in: where the one knows nothing, the other is asked.
class Messages : public QTranslator
{
public:
    using QTranslator::QTranslator;
    QString translate(const char *context, const char *source, const char *disambiguation, int count) const override
    {
        const QString found = QTranslator::translate(context, source, disambiguation, count);
        return found.isEmpty() ? QTranslator::translate("windsock", source, disambiguation, count) : found;
    }
};

void install(QCoreApplication &application, const QString &file, const QString &folder)
{
    auto *translator = new Messages(&application);
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
