// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/Remedies.h"

namespace windsock {

namespace {
Async<> useNextPort(const Remedy &remedy, Cluster *cluster)
{
    const int port = remedy.argument.toInt();
    if (!cluster || port < 1 || port > 65535)
        return failed(Error{Error::Code::Bug, QStringLiteral("“%1” is no port").arg(remedy.argument)});
    cluster->forwardTo(port);
    return ready();
}
} // namespace

Remedies::Remedies(QObject *parent) : QObject(parent)
{
    add(QStringLiteral("port.next"), useNextPort);
    add(QStringLiteral("run.again"), [](const Remedy &, Cluster *) { return windsock::ready(); });
}

void Remedies::add(const QString &id, Handler handler)
{
    m_handlers.insert(id, std::move(handler));
}

void Remedies::addPlain(const QString &id, std::function<void(const Remedy &)> handler)
{
    m_plain.insert(id, std::move(handler));
}

void Remedies::apply(const Remedy &remedy, Cluster *cluster, Intent again)
{
    if (const auto plain = m_plain.value(remedy.id))
        return plain(remedy);
    const Handler handler = m_handlers.value(remedy.id);
    if (!handler)
        return;
    emit begun(remedy.label);
    whenDone(handler(remedy, cluster), this, [this, target = QPointer(cluster), again](const Result<> &result) {
        if (result && target)
            target->begin(again);
        emit ended(result);
    });
}

} // namespace windsock
