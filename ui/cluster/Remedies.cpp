// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/Remedies.h"

namespace windsock {

namespace {
// What Cluster::apply does. An id that is not listed here has no button: better none than one that does nothing.
const char *const clusterRemedies[] = {"port.next",      "engine.start", "environments.clear", "folders.create",
                                       "folders.permit", "images.prune", "tools.download"};
} // namespace

Remedies::Remedies(QObject *parent) : QObject(parent)
{
    setRepair({});
}

Remedies::~Remedies()
{
    m_cancel.request();
}

void Remedies::setRepair(const Repair &repair)
{
    const auto apply = [this, repair](const Remedy &remedy, Cluster *cluster) {
        const Error nobody{Error::Code::NotFound, tr("Open a workspace first")};
        return cluster ? cluster->apply(remedy, watch()) : repair ? repair(remedy, watch()) : failed(nobody);
    };
    for (const char *id : clusterRemedies)
        add(QString::fromLatin1(id), apply);
}

RemedyWatch Remedies::watch()
{
    const auto tell = [self = QPointer(this)](const QString &text) {
        if (self)
            emit self->progressed(text);
    };
    return {tell, m_cancel};
}

void Remedies::add(const QString &id, Handler handler)
{
    m_handlers.insert(id, std::move(handler));
}

void Remedies::addPlain(const QString &id, std::function<void(const Remedy &)> handler)
{
    m_plain.insert(id, std::move(handler));
}

void Remedies::askBefore(const QString &id, std::function<void(const Remedy &, std::function<void()> go)> ask)
{
    m_questions.insert(id, std::move(ask));
}

void Remedies::apply(const Remedy &remedy, Cluster *cluster, Intent again)
{
    if (const auto plain = m_plain.value(remedy.id))
        return plain(remedy);
    if (m_working)
        return;
    const auto ask = m_questions.value(remedy.id);
    if (!ask)
        return begin(remedy, cluster, again);
    const bool had = cluster;
    ask(remedy, [this, remedy, had, target = QPointer(cluster), again] {
        if (target || !had) // it may have gone while the question stood
            begin(remedy, target, again);
    });
}

void Remedies::begin(const Remedy &remedy, Cluster *cluster, Intent again)
{
    const Handler handler = m_handlers.value(remedy.id);
    if (!handler || std::exchange(m_working, true))
        return;
    m_cancel = Cancel();
    emit begun(remedy.label);
    whenDone(handler(remedy, cluster), this, [this, target = QPointer(cluster), again](const Result<> &result) {
        m_working = false;
        if (result && target)
            target->begin(again);
        emit ended(result);
    });
}

void Remedies::cancel()
{
    if (m_working)
        m_cancel.request();
}

} // namespace windsock
