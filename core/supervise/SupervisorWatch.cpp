// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/SupervisorWatch.h"

#include "core/supervise/SupervisorMessages.h"

namespace windsock {

SupervisorWatch::SupervisorWatch(const SupervisorFolder &folder, QObject *parent) : QObject(parent), m_link(folder)
{
    connect(&m_link, &SupervisorLink::opened, this, [this] { m_link.write(renderRequest({SupervisorVerb::Subscribe})); });
    connect(&m_link, &SupervisorLink::absent, this, &SupervisorWatch::onAbsent);
    connect(&m_link, &SupervisorLink::line, this, &SupervisorWatch::onLine);
    connect(&m_link, &SupervisorLink::broken, this, &SupervisorWatch::onBroken);
}

void SupervisorWatch::start()
{
    m_link.open();
}

void SupervisorWatch::onAbsent(const Error &why)
{
    if (why.rule != QStringLiteral("supervise.starting"))
        tellGone();
}

void SupervisorWatch::onLine(const QByteArray &line)
{
    const Result<SupervisorReply> reply = parseReply(line);
    // One of another version says nothing that we understand: it is there, and only a client can end it.
    if (!reply || !reply->status)
        return;
    m_toldGone = false;
    m_status = *reply->status;
    emit changed(*m_status);
}

void SupervisorWatch::onBroken()
{
    tellGone();
    m_link.open();
}

void SupervisorWatch::tellGone()
{
    m_status.reset();
    if (!std::exchange(m_toldGone, true))
        emit gone();
}

} // namespace windsock
