// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/ModeSwitch.h"

#include "ui/shell/WindowServices.h"

namespace windsock {

ModeSwitch::ModeSwitch(WindowServices &services, QObject *parent) : QObject(parent), m_services(services) {}

void ModeSwitch::setCluster(Cluster *cluster)
{
    if (m_cluster)
        m_cluster->disconnect(this);
    m_cluster = cluster;
    m_folder = cluster ? cluster->workspace().folder().absolutePath() : QString();
    m_waiting.clear();
    if (cluster)
        connect(cluster, &Cluster::runFinished, this, &ModeSwitch::onRunFinished);
}

void ModeSwitch::settle()
{
    if (!m_cluster || !m_services.settle)
        return;
    whenDone(m_services.settle(m_folder), this, [this, folder = m_folder](const Result<Cluster *> &settled) {
        // Where it cannot be told, what is shown stays: Start says what is wrong.
        if (settled && folder == m_folder && *settled != m_cluster.data())
            emit replaced(*settled);
    });
}

void ModeSwitch::change(Mode mode)
{
    (void)changed(mode);
}

bool ModeSwitch::changed(Mode mode)
{
    if (!m_cluster || !m_services.changeMode)
        return false;
    const Result<Cluster *> other = m_services.changeMode(m_folder, mode);
    if (!other) {
        emit refused(other.error());
        return false;
    }
    if (*other != m_cluster.data())
        emit replaced(*other);
    return true;
}

void ModeSwitch::move()
{
    if (!m_cluster || !m_services.move)
        return;
    const Result<Cluster *> moving = m_services.move(m_folder);
    if (!moving)
        return emit refused(moving.error());
    emit replaced(*moving);
    (*moving)->begin(Intent::Start);
}

void ModeSwitch::startIn(const QString &name)
{
    if (!m_cluster)
        return emit refused(Error{Error::Code::NotFound, tr("Open a workspace first")});
    const std::optional<Mode> mode = modeFromName(name);
    if (!mode || !placesToRun().contains(*mode))
        return;
    m_waiting.clear();
    if (m_cluster->intent())
        m_waiting = name; // its card comes before the last traces are collected
    else if (changed(*mode))
        m_cluster->begin(Intent::Start);
}

void ModeSwitch::onRunFinished()
{
    if (!m_waiting.isEmpty())
        startIn(QString(m_waiting)); // a copy: it is emptied
}

} // namespace windsock
