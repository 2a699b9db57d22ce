// SPDX-License-Identifier: Apache-2.0
#include "core/tools/HostPorts.h"

#include "core/base/Background.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("HostPorts", text);
}

// 0 or the reason why not
int bindProblem(int port, in_addr_t address)
{
    const int handle = ::socket(AF_INET, SOCK_STREAM, 0);
    if (handle < 0)
        return errno;
    const int on = 1;
    // As kubectl does it: a connection of yesterday in TIME_WAIT is no reason to call the port taken.
    ::setsockopt(handle, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in where;
    std::memset(&where, 0, sizeof where);
    where.sin_family = AF_INET;
    where.sin_port = htons(uint16_t(port));
    where.sin_addr.s_addr = htonl(address);
    const int problem = ::bind(handle, reinterpret_cast<const sockaddr *>(&where), sizeof where) == 0 ? 0 : errno;
    ::close(handle);
    return problem;
}
} // namespace

PortState portState(int port)
{
    if (port < 1 || port > 65535)
        return PortState::Forbidden;
    int problem = bindProblem(port, INADDR_LOOPBACK);
#ifdef Q_OS_MACOS
    // BSD lets 127.0.0.1 be taken beside a listener on every address, and the connections would go to either.
    if (problem == 0)
        problem = bindProblem(port, INADDR_ANY);
#endif
    if (problem == 0)
        return PortState::Free;
    return problem == EACCES ? PortState::Forbidden : PortState::Taken;
}

QString PortHolder::text() const
{
    if (pid > 0)
        return tr("%1 (process %2)").arg(name.isEmpty() ? tr("a program") : name).arg(pid);
    return user.isEmpty() ? tr("another user's program") : tr("another user's program (%1)").arg(user);
}

Command lsofListeners(int port)
{
    Command command;
    command.tool = Tool::Lsof;
    command.args = QStringList{"-nP", QStringLiteral("-iTCP:%1").arg(port), "-sTCP:LISTEN", "-FpcLn"};
    command.limit = std::chrono::seconds(5);
    return command;
}

QList<PortHolder> parseLsof(const QByteArray &out)
{
    // One field per line, its kind in front: p process, c command, L login name, n address; "p" begins the next one.
    QList<PortHolder> holders;
    bool isFirstAddress = true;
    const QStringList lines = QString::fromUtf8(out).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.startsWith(u'p')) {
            holders += PortHolder{.pid = line.mid(1).toLongLong()};
            isFirstAddress = true;
        }
        if (holders.isEmpty())
            continue; // no process yet
        PortHolder &holder = holders.last();
        if (line.startsWith(u'c'))
            holder.name = line.mid(1);
        else if (line.startsWith(u'L'))
            holder.user = line.mid(1);
        if (!line.startsWith(u'n'))
            continue;
        const bool soFar = std::exchange(isFirstAddress, false) || holder.ipv6Only; // it may listen on several
        holder.ipv6Only = soFar && line.startsWith("n[::1]");
    }
    return holders;
}

Async<std::optional<PortHolder>> askLsof(CommandRunner &runner, int port, QObject *context)
{
    using Found = Result<std::optional<PortHolder>>;
    return andFinally(runner.run(lsofListeners(port)), context, [](const Result<CommandOutput> &output) -> Found {
        const QList<PortHolder> holders = output ? parseLsof(output->out) : QList<PortHolder>{}; // it fails where there is nobody
        const auto inTheWay = std::find_if(holders.begin(), holders.end(), [](const PortHolder &holder) { return !holder.ipv6Only; });
        if (inTheWay != holders.end())
            return Found(*inTheWay);
        return holders.isEmpty() ? Found(std::nullopt) : Found(holders.first());
    });
}

Async<std::optional<PortHolder>> portHolder([[maybe_unused]] CommandRunner &runner, int port, [[maybe_unused]] QObject *context)
{
#ifdef Q_OS_MACOS
    return askLsof(runner, port, context);
#else
    // On a machine with many processes that is thousands of links to read.
    return inBackground(context, {}, [port](const std::atomic_bool &) { return Result<std::optional<PortHolder>>(findPortHolder(port)); });
#endif
}

std::optional<docker::ContainerRow> containerOnPort(int port, const QList<docker::ContainerRow> &containers)
{
    for (const docker::ContainerRow &container : containers) {
        for (const docker::PublishedPort &published : container.ports) {
            if (published.hostPort == port)
                return container;
        }
    }
    return std::nullopt;
}

std::optional<int> nextFreePort(int port, const QList<int> &except, const PortTest &test)
{
    constexpr int tries = 500; // far more than any machine needs; a test that never says yes must end too
    const int first = std::max(port + 1, 1024);
    for (int next = first; next <= 65535 && next < first + tries; ++next) {
        if (!except.contains(next) && test(next) == PortState::Free)
            return next;
    }
    return std::nullopt;
}

} // namespace windsock
