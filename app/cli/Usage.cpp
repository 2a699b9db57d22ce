// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Usage.h"

#include "core/workspace/DidYouMean.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Usage", text);
}

QStringList verbsOf(const CLI::App &app)
{
    QStringList names;
    for (const CLI::App *verb : app.get_subcommands([](const CLI::App *) { return true; }))
        names += QString::fromStdString(verb->get_name());
    return names;
}

QStringList optionsOf(const CLI::App &app)
{
    QStringList names;
    for (const CLI::Option *option : app.get_options()) {
        for (const std::string &name : option->get_lnames())
            names += QStringLiteral("--") + QString::fromStdString(name);
        for (const std::string &name : option->get_snames())
            names += QStringLiteral("-") + QString::fromStdString(name);
    }
    return names;
}

// Dashes are in all options: with them “--keep” would look like “--help”.
QString withoutDashes(QString word)
{
    while (word.startsWith(u'-'))
        word.remove(0, 1);
    return word;
}

QString advice(const QString &word, const QStringList &known, const QString &list)
{
    QStringList letters;
    for (const QString &each : known)
        letters += withoutDashes(each);
    const QString near = nearestWord(withoutDashes(word), letters);
    return near.isEmpty() ? list.arg(known.join(QStringLiteral(", "))) : tr("Did you mean “%1”?").arg(known[letters.indexOf(near)]);
}

QStringList wordsIn(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words)
        list += QString::fromStdString(word);
    return list;
}

// A path opens the window; a plain word does not, since it is a verb, or was meant as one.
QString wayToOpen([[maybe_unused]] const QString &word)
{
#ifdef WINDSOCK_GUI
    if (QFileInfo(word).isDir()) {
        const QString path = QFileInfo(word).isAbsolute() ? word : QStringLiteral("./") + word;
        return tr("To open the folder: windsock %1").arg(path.contains(u' ') ? u'"' + path + u'"' : path);
    }
#endif
    return {};
}

// Of an option that stands before the verb, or in its place: empty where no verb has it.
QString placeAfterVerb(const QString &option, const QStringList &early, const CLI::App *verb)
{
    if (verb)
        return optionsOf(*verb).contains(option)
                   ? tr("It goes after the verb: windsock %1 %2").arg(QString::fromStdString(verb->get_name()), early.join(u' '))
                   : QString();
    const bool namesFolder = option == u"-C" || option == u"--directory";
    return namesFolder ? tr("It goes after the verb: windsock %1 %2").arg(QStringLiteral("start"), QStringLiteral("-C DIR")) : QString();
}
} // namespace

Error usageError(const CLI::App &app, const CLI::ParseError &wrong)
{
    const std::vector<CLI::App *> chosen = app.get_subcommands();
    const CLI::App *const verb = chosen.empty() ? nullptr : chosen.front();
    const QStringList early = wordsIn(app.remaining(false)); // before the verb, or in its place
    const CLI::App &asked = verb && early.isEmpty() ? *verb : app;
    const QString program = QStringLiteral("windsock") + (&asked == verb ? u' ' + QString::fromStdString(verb->get_name()) : QString());
    const QString word = wordsIn(app.remaining(true)).value(0);
    const QString option = word.startsWith(u'-') ? word.section(u'=', 0, 0) : QString();
    Error error{.code = Error::Code::BadInput, .what = QString::fromStdString(wrong.what())};
    if (!option.isEmpty()) {
        const QString place = early.isEmpty() ? QString() : placeAfterVerb(option, early, verb);
        error.what = tr("%1 has no option “%2”").arg(program, option);
        error.todo = place.isEmpty() ? advice(option, optionsOf(asked), tr("Options: %1")) : place;
    } else if (!word.isEmpty() && !verb) {
        error.what = tr("There is no verb “%1”").arg(word);
        error.todo = advice(word, verbsOf(app), tr("Verbs: %1"));
        if (const QString opens = wayToOpen(word); !opens.isEmpty())
            error.todo += QStringLiteral(" · ") + opens;
    } else if (!word.isEmpty()) {
        error.what = tr("%1 does not know what “%2” is for").arg(program, word);
    } else if (!verb) {
        error.what = tr("A verb is missing");
        error.todo = tr("Verbs: %1").arg(verbsOf(app).join(QStringLiteral(", ")));
    }
    error.todo += (error.todo.isEmpty() ? QString() : QStringLiteral(" · ")) + tr("All about it: %1 --help").arg(program);
    return error;
}

} // namespace windsock
