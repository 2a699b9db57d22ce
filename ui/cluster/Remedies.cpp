// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/Remedies.h"

namespace windsock {

namespace {
// What Cluster::apply does. An id that is not listed here has no button: better none than one that does nothing.
const char *const clusterRemedies[] = {"port.next", "engine.start", "folders.create", "folders.permit"};
} // namespace

Remedies::Remedies(QObject *parent) : QObject(parent)
{
    setRepair({});
    add(QStringLiteral("run.again"), [](const Remedy &, Cluster *) { return windsock::ready(); });
}

void Remedies::setRepair(const std::function<Async<>(const Remedy &)> &repair)
{
    const auto apply = [repair](const Remedy &remedy, Cluster *cluster) {
        const Error nobody{Error::Code::NotFound, tr("Open a workspace first")};
        return cluster ? cluster->apply(remedy) : repair ? repair(remedy) : failed(nobody);
    };
    for (const char *id : clusterRemedies)
        add(QString::fromLatin1(id), apply);
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
