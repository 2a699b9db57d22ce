// SPDX-License-Identifier: Apache-2.0
#include "core/postgres/PostgresFinder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("PostgresFinder", text);
}

// Folders like "postgresql@17", "15", "pgsql-16", the newest first.
QStringList newestFirst(const QString &folder, const QString &pattern)
{
    QStringList names = QDir(folder).entryList({pattern}, QDir::Dirs | QDir::NoDotAndDotDot);
    static const QRegularExpression number(QStringLiteral("([0-9]+)(?:\\.([0-9]+))?$"));
    const auto rank = [](const QString &name) {
        const auto found = number.match(name);
        return std::pair(found.captured(1).toInt(), found.captured(2).toInt());
    };
    std::stable_sort(names.begin(), names.end(), [&rank](const QString &a, const QString &b) { return rank(a) > rank(b); });
    return names;
}

QString howToInstall()
{
#ifdef Q_OS_MACOS
    return tr("Install it, for example with: brew install postgresql@17");
#else
    return tr("Install it, for example with: apt install postgresql, or dnf install postgresql-server. Its own service is not used "
              "and need not run");
#endif
}

Error missing(const FoundPostgres &found)
{
    Error error{Error::Code::ToolMissing, tr("PostgreSQL was not found")};
    QStringList reasons;
    for (const UnusablePostgres &one : found.unusable)
        reasons += one.bin + QStringLiteral(": ") + one.why;
    error.why =
        reasons.isEmpty() ? tr("Its programs initdb and postgres are in none of the folders where they usually are") : reasons.join(u'\n');
    error.todo = howToInstall();
    error.rule = QStringLiteral("postgres.missing");
    return error;
}

Error otherVersion(const FoundPostgres &found, int dataMajor)
{
    QStringList versions;
    for (const PostgresInstallation &one : found.usable)
        versions += one.version.text();
    versions.removeDuplicates();
    Error error{Error::Code::Conflict, tr("The database was made by PostgreSQL %1, which is not here any more").arg(dataMajor)};
    error.why = tr("Found: %1. Each major version reads only its own files").arg(versions.join(QStringLiteral(", ")));
    error.todo =
        tr("Install PostgreSQL %1 again, or reset: that makes a new database, with the users and connections of the values").arg(dataMajor);
    error.rule = QStringLiteral("postgres.version");
    error.remedies = {{QStringLiteral("cluster.reset"), tr("Reset")}};
    return error;
}

QString reasonOf(const Result<CommandOutput> &answer)
{
    if (!answer)
        return answer.error().why.isEmpty() ? answer.error().what : answer.error().why;
    const QString said = QString::fromUtf8(answer->err).trimmed().section(u'\n', 0, 0).left(200);
    return said.isEmpty() ? tr("It does not report its version") : said;
}
} // namespace

QStringList usualPostgresFolders(const QString &root)
{
    const QString top = root.endsWith(u'/') ? root : root + u'/';
    QStringList folders;
    struct Family
    {
        const char *folder;
        const char *names;
        const char *bin;
    };
    // Debian and Ubuntu; PGDG's packages for Red Hat; openSUSE; Homebrew on Apple and Intel; Postgres.app; MacPorts.
    constexpr Family families[] = {
        {"usr/lib/postgresql", "[0-9]*", "/bin"},       {"usr", "pgsql-[0-9]*", "/bin"},
        {"usr/lib", "postgresql[0-9]*", "/bin"},        {"opt/homebrew/opt", "postgresql@[0-9]*", "/bin"},
        {"usr/local/opt", "postgresql@[0-9]*", "/bin"}, {"Applications/Postgres.app/Contents/Versions", "[0-9]*", "/bin"},
        {"opt/local/lib", "postgresql[0-9]*", "/bin"},
    };
    for (const Family &family : families) {
        const QString folder = top + QLatin1String(family.folder);
        for (const QString &name : newestFirst(folder, QLatin1String(family.names)))
            folders += folder + u'/' + name + QLatin1String(family.bin);
    }
    for (const char *plain : {"opt/homebrew/bin", "usr/local/bin", "usr/local/pgsql/bin", "usr/bin"})
        folders += top + QLatin1String(plain);
    return folders;
}

Result<PostgresInstallation> choosePostgres(const FoundPostgres &found, std::optional<int> dataMajor)
{
    if (found.usable.isEmpty())
        return missing(found);
    for (const PostgresInstallation &one : found.usable) {
        if (!dataMajor || one.version.major == *dataMajor)
            return one;
    }
    return otherVersion(found, *dataMajor);
}

Command postgresVersionCommand(const QString &bin)
{
    return {.program = bin + QStringLiteral("/postgres"), .args = {QStringLiteral("--version")}, .limit = std::chrono::seconds(5)};
}

std::optional<Version> parsePostgresVersion(const QByteArray &output)
{
    static const QRegularExpression number(QStringLiteral("\\(PostgreSQL\\) ([0-9]+)(?:\\.([0-9]+))?"));
    const auto found = number.match(QString::fromUtf8(output));
    return found.hasMatch() ? std::optional(Version{found.captured(1).toInt(), found.captured(2).toInt()}) : std::nullopt;
}

PostgresFinder::PostgresFinder(CommandRunner &runner, QStringList folders, QObject *parent)
    : QObject(parent), m_runner(runner), m_folders(std::move(folders))
{}

Async<FoundPostgres> PostgresFinder::all(const Cancel &cancel)
{
    struct Answer
    {
        QString bin;
        Result<CommandOutput> said;
    };
    const auto answers = std::make_shared<std::vector<Answer>>();
    QList<Async<>> asked;
    QStringList seen;
    for (const QString &folder : m_folders) {
        const QString bin = QDir(folder).canonicalPath();
        const bool hasBoth = QFileInfo(bin + QStringLiteral("/postgres")).isFile() && QFileInfo(bin + QStringLiteral("/initdb")).isFile();
        if (bin.isEmpty() || !hasBoth || seen.contains(bin))
            continue; // the client's packages have psql only
        seen += bin;
        const std::size_t at = answers->size();
        answers->push_back({bin, Error::canceled()});
        asked +=
            andFinally(m_runner.run(postgresVersionCommand(bin), {}, cancel), this, [answers, at](const Result<CommandOutput> &answer) {
                (*answers)[at].said = answer;
                return answer || !answer.error().isCancel() ? Result<>() : Result<>(answer.error());
            });
    }
    return andThen(allOf(this, asked), this, [answers](Nothing) {
        FoundPostgres found;
        for (const auto &[bin, said] : *answers) {
            const auto version = said && said->succeeded() ? parsePostgresVersion(said->out) : std::nullopt;
            if (!version)
                found.unusable += UnusablePostgres{bin, reasonOf(said)};
            else if (version->major < oldestPostgres)
                found.unusable += UnusablePostgres{bin, tr("Version %1 is older than %2").arg(version->major).arg(oldestPostgres)};
            else
                found.usable += PostgresInstallation{bin, *version};
        }
        return Result<FoundPostgres>(found);
    });
}

Async<PostgresInstallation> PostgresFinder::best(std::optional<int> dataMajor, const Cancel &cancel)
{
    return andThen(all(cancel), this, [dataMajor](const FoundPostgres &found) { return choosePostgres(found, dataMajor); });
}

} // namespace windsock
