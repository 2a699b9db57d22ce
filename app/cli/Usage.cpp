// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Usage.h"

#include "core/workspace/DidYouMean.h"

#include <QCoreApplication>

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
} // namespace

Error usageError(const CLI::App &app, const CLI::ParseError &wrong)
{
    const std::vector<CLI::App *> chosen = app.get_subcommands();
    const CLI::App &verb = chosen.empty() ? app : *chosen.front();
    const QString program = QStringLiteral("windsock") + (chosen.empty() ? QString() : u' ' + QString::fromStdString(verb.get_name()));
    const std::vector<std::string> unknown = app.remaining(true);
    const QString word = unknown.empty() ? QString() : QString::fromStdString(unknown.front()).section(u'=', 0, 0);
    Error error{.code = Error::Code::BadInput, .what = QString::fromStdString(wrong.what())};
    if (word.startsWith(u'-')) {
        error.what = tr("%1 has no option “%2”").arg(program, word);
        error.todo = advice(word, optionsOf(verb), tr("Options: %1"));
    } else if (!word.isEmpty() && chosen.empty()) {
        error.what = tr("There is no verb “%1”").arg(word);
        error.todo = advice(word, verbsOf(app), tr("Verbs: %1"));
    } else if (!word.isEmpty()) {
        error.what = tr("%1 does not know what “%2” is for").arg(program, word);
    } else if (chosen.empty()) {
        error.what = tr("A verb is missing");
        error.todo = tr("Verbs: %1").arg(verbsOf(app).join(QStringLiteral(", ")));
    }
    error.todo += (error.todo.isEmpty() ? QString() : QStringLiteral(" · ")) + tr("All about it: %1 --help").arg(program);
    return error;
}

} // namespace windsock
