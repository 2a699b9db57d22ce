// SPDX-License-Identifier: Apache-2.0
#include "tests/support/FakeTools.h"

#include <QFile>
#include <QJsonDocument>

#include <cerrno>
#include <csignal>
#include <sys/wait.h>

namespace windsock {

namespace {
const char *const files[][2] = {{"WINDSOCK_SCENARIO", "scenario"}, {"WINDSOCK_RECORD", "record"}};

QList<QJsonObject> objects(const QByteArray &lines)
{
    QList<QJsonObject> found;
    for (const QByteArray &line : lines.split('\n')) {
        if (!line.isEmpty())
            found += QJsonDocument::fromJson(line).object();
    }
    return found;
}
} // namespace

FakeTools::FakeTools(const QString &tools, const QByteArray &scenario) : m_finder({.ownFolder = tools})
{
    m_folder.write(QStringLiteral("scenario"), scenario);
    for (const auto &file : files)
        qputenv(file[0], QFile::encodeName(m_folder.path(QString::fromLatin1(file[1]))));
    m_runner = std::make_unique<ProcessRunner>(m_finder, m_redactor, m_folder.path(QStringLiteral("ledger")));
}

FakeTools::~FakeTools()
{
    m_runner.reset();
    for (const auto &file : files)
        qunsetenv(file[0]);
}

QList<QJsonObject> FakeTools::calls() const
{
    return objects(m_folder.read(QStringLiteral("record")));
}

QByteArray FakeTools::ledgerText() const
{
    return m_folder.read(QStringLiteral("ledger"));
}

QList<QJsonObject> FakeTools::ledger() const
{
    return objects(ledgerText());
}

bool noChildrenLeft()
{
    int options = WEXITED | WNOHANG | WNOWAIT;
#ifdef __WALL
    options |= __WALL; // on Linux QProcess makes children that do not send SIGCHLD
#endif
    siginfo_t info{};
    return ::waitid(P_ALL, 0, &info, options) != 0 && errno == ECHILD;
}

bool processLives(qint64 pid)
{
    if (pid <= 0 || ::kill(pid_t(pid), 0) != 0)
        return false;
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return true; // no /proc here, or it went just now and the next look will say so
    const QByteArray text = stat.readAll();
    const qsizetype state = text.lastIndexOf(')') + 2;
    return state < text.size() && text[state] != 'Z' && text[state] != 'X';
}

} // namespace windsock
