// SPDX-License-Identifier: Apache-2.0
#include "app/gui/Window.h"

#include "app/Services.h"
#include "app/cli/ExitCode.h"
#include "app/cli/Output.h"
#include "app/gui/RealWindowServices.h"
#include "ui/shell/Languages.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Screenshots.h"
#include "ui/shell/Theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>

#include <algorithm>
#include <cstdio>

namespace windsock {

namespace {
void addOptions(QCommandLineParser &parser)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Window", text); };
    parser.addPositionalArgument(QStringLiteral("folder"), tr("The workspace to open"), QStringLiteral("[folder]"));
    parser.addOption({{QStringLiteral("C"), QStringLiteral("directory")}, tr("The same"), QStringLiteral("folder")});
    parser.addOption({QStringLiteral("theme"), tr("Colors: system, light or dark"), QStringLiteral("name")});
    parser.addOption({QStringLiteral("lang"), tr("Language of the window: en, ko"), QStringLiteral("code")});
    for (const char *hidden : {"screenshot", "font"}) {
        QCommandLineOption option(QString::fromLatin1(hidden), {}, QStringLiteral("value"));
        option.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(option);
    }
}

QString folderOf(const QCommandLineParser &options)
{
    return options.positionalArguments().value(0, options.value(QStringLiteral("directory")));
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int at = 0; at < argc; ++at)
        arguments += QString::fromLocal8Bit(argv[at]);
    return arguments;
}

int takeScreenshots(QApplication &application, const QCommandLineParser &options)
{
    const QString language = options.value(QStringLiteral("lang"));
    const bool isEnglish = language.isEmpty() || language == u"en";
    const ScreenshotOptions wanted{.fontFamily = options.value(QStringLiteral("font")), .suffix = isEnglish ? QString() : u'-' + language};
    whenDone(renderScreenshots(options.value(QStringLiteral("screenshot")), wanted), &application, [&application](const Result<> &result) {
        if (!result)
            std::fprintf(stderr, "%s\n", qPrintable(result.error().report()));
        application.exit(result ? 0 : 1);
    });
    return application.exec();
}

// Qt itself would end with an abort where it finds nowhere to draw. macOS always has a screen to offer.
bool hasScreen()
{
#ifdef Q_OS_MACOS
    return true;
#else
    const char *const ways[] = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"};
    return std::any_of(std::begin(ways), std::end(ways), [](const char *name) { return !qEnvironmentVariableIsEmpty(name); });
#endif
}

Error noScreen()
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Window", text); };
    return {.code = Error::Code::NotFound,
            .what = tr("There is no screen to open the window on"),
            .why = tr("Neither DISPLAY nor WAYLAND_DISPLAY is set"),
            .todo = tr("Without a window: windsock start · All verbs: windsock --help")};
}

int showWindow(QApplication &application, const QCommandLineParser &options)
{
    Services services;
    RealWindowServices real(services);
    WindowServices window = real.forWindow();
    const QString themeOption = options.value(QStringLiteral("theme"));
    Theme theme(themeOption.isEmpty() ? window.settings.theme() : themeFromName(themeOption));
    QObject::connect(&window.settings, &WindowSettings::themeChanged, &theme, &Theme::setChoice);
    MainWindow main(window);
    main.show();
    // After the first paint: opening reads files, looking starts a child.
    QTimer::singleShot(0, &main, [&main, folder = folderOf(options)] {
        folder.isEmpty() ? main.openNewest() : main.openWorkspace(folder); // the newest may be one that a verb has opened
    });
    return application.exec();
}
} // namespace

bool wantsWindow(int argc, char **argv)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(argumentsOf(argc, argv)) || parser.positionalArguments().size() > 1)
        return false;
    const QString folder = parser.positionalArguments().value(0);
    return folder.isEmpty() || folder.contains(u'/') || folder == u"." || folder == u"..";
}

int runWindow(int argc, char **argv)
{
    if (!hasScreen()) {
        Output(false).error(noScreen());
        return exitCode(noScreen().code);
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("windsock"));
    QApplication::setApplicationDisplayName(QStringLiteral("Windsock"));
    QApplication::setDesktopFileName(QStringLiteral("org.windsock.Windsock")); // as the entry is installed
    QCommandLineParser options;
    addOptions(options);
    (void)options.parse(argumentsOf(argc, argv));
    QString language = options.value(QStringLiteral("lang"));
    if (language.isEmpty())
        language = WindowSettings(RealWindowServices::settingsFile(Paths::standard())).language();
    installLanguage(application, language);
    return options.isSet(QStringLiteral("screenshot")) ? takeScreenshots(application, options) : showWindow(application, options);
}

} // namespace windsock
