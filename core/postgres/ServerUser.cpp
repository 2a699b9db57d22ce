// SPDX-License-Identifier: Apache-2.0
#include "core/postgres/ServerUser.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ServerUser", text);
}

std::optional<Account> accountOf(const passwd *entry)
{
    return entry ? std::optional(Account{QString::fromLocal8Bit(entry->pw_name), entry->pw_uid, entry->pw_gid}) : std::nullopt;
}

std::optional<Account> accountNamed(const char *name)
{
    std::array<char, 16384> room{};
    passwd entry{};
    passwd *found = nullptr;
    return getpwnam_r(name, &entry, room.data(), room.size(), &found) == 0 ? accountOf(found) : std::nullopt;
}

// A uid without an entry is no reason to fail: containers are started with any number.
Account ownAccount()
{
    std::array<char, 16384> room{};
    passwd entry{};
    passwd *found = nullptr;
    getpwuid_r(geteuid(), &entry, room.data(), room.size(), &found);
    return accountOf(found).value_or(Account{QString::number(geteuid()), geteuid(), getegid()});
}

bool isTrustworthy(const QString &program)
{
    const QFileInfo info(program);
    return info.isFile() && info.isExecutable() && info.ownerId() == 0 && !info.permissions().testFlag(QFileDevice::WriteOther);
}

bool mayPass(const struct stat &status, const ServerUser &user, uint wanted)
{
    const uint shift = status.st_uid == user.uid ? 6 : status.st_gid == user.gid ? 3 : 0;
    return (uint(status.st_mode) >> shift & wanted) == wanted;
}
} // namespace

AccountFacts AccountFacts::ofThisMachine()
{
    AccountFacts facts{.self = ownAccount()};
    if (facts.self.uid != 0)
        return facts; // the rest matters to root only
    facts.postgres = accountNamed("postgres");
    facts.nobody = accountNamed("nobody");
    for (const char *program : {"/usr/bin/setpriv", "/bin/setpriv", "/usr/sbin/runuser", "/sbin/runuser", "/usr/bin/sudo"}) {
        if (isTrustworthy(QString::fromLatin1(program)))
            facts.switchers += QString::fromLatin1(program);
    }
    return facts;
}

Result<ServerUser> chooseServerUser(const AccountFacts &facts)
{
    if (facts.self.uid != 0)
        return ServerUser{facts.self.name, facts.self.uid, facts.self.gid};
    const std::optional<Account> other = facts.postgres && facts.postgres->uid != 0 ? facts.postgres : facts.nobody;
    if (other && other->uid != 0 && !facts.switchers.isEmpty())
        return ServerUser{other->name, other->uid, other->gid, facts.switchers.first()};
    Error error{Error::Code::ToolMissing, tr("PostgreSQL cannot be run by root")};
    error.why = other ? tr("It refuses that, and none of setpriv, runuser and sudo is here to run it as %1").arg(other->name)
                      : tr("It refuses that, and this system has neither a user postgres nor a user nobody to run it as");
    error.todo = tr("Run Windsock as an ordinary user, or install the package util-linux");
    error.rule = QStringLiteral("postgres.root");
    return error;
}

Command asServerUser(Command command, const ServerUser &user)
{
    if (!user.isOther())
        return command;
    const QString name = QFileInfo(user.switcher).fileName();
    QStringList words;
    if (name == QStringLiteral("setpriv"))
        words = {QStringLiteral("--reuid=%1").arg(user.uid), QStringLiteral("--regid=%1").arg(user.gid), QStringLiteral("--clear-groups"),
                 QStringLiteral("--no-new-privs"), QStringLiteral("--pdeathsig=TERM")};
    else if (name == QStringLiteral("sudo"))
        words = {QStringLiteral("-n"), QStringLiteral("-u"), user.name};
    else
        words = {QStringLiteral("-u"), user.name};
    command.args = words + QStringList{QStringLiteral("--"), command.program} + command.args;
    command.program = user.switcher;
    return command;
}

QString barrier(const QString &path, const ServerUser &user)
{
    if (!user.isOther())
        return {}; // what we may not do ourselves is told by the attempt
    constexpr uint pass = 1, read = 4;
    const QStringList parts = QDir::cleanPath(path).split(u'/', Qt::SkipEmptyParts);
    QString here = QStringLiteral("/");
    for (qsizetype at = 0; at <= parts.size(); ++at) {
        struct stat status = {};
        if (::stat(QFile::encodeName(here).constData(), &status) != 0)
            return {};
        const bool isEnd = at == parts.size();
        const uint wanted = !S_ISDIR(status.st_mode) ? read : isEnd ? read | pass : pass;
        if (!mayPass(status, user, wanted))
            return here;
        if (!isEnd)
            here = (here == u"/" ? QString() : here) + u'/' + parts.at(at);
    }
    return {};
}

} // namespace windsock
