// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/CloseGuard.h"

#include "ui/cluster/RunsPanel.h"
#include "ui/shell/WindowServices.h"

namespace windsock {

CloseGuard::CloseGuard(WindowServices &services, QWidget *window) : QObject(window), m_services(services), m_window(window) {}

QList<Cluster *> CloseGuard::busy() const
{
    return m_services.busy ? m_services.busy() : QList<Cluster *>{};
}

bool CloseGuard::mayClose()
{
    const QList<Cluster *> clusters = busy();
    if (clusters.isEmpty())
        return true;
    if (!isEnding() && !std::exchange(m_asked, true))
        ask(clusters);
    return false;
}

void CloseGuard::ask(const QList<Cluster *> &clusters)
{
    QStringList runs; // "my-dags (Start)"
    for (const Cluster *cluster : clusters)
        runs.append(QStringLiteral("%1 (%2)").arg(cluster->workspace().name(), intentTitle(*cluster->intent())));
    const bool isOne = runs.size() == 1;
    const Question question{tr("Close Windsock"),
                            isOne ? tr("A run is under way: %1. Cancel it and close?").arg(runs.first())
                                  : tr("Runs are under way: %1. Cancel them and close?").arg(runs.join(QStringLiteral(", "))),
                            tr("What is done is kept; Start goes on from there."),
                            isOne ? tr("Cancel it and close") : tr("Cancel them and close"),
                            tr("Keep the window open"),
                            false};
    m_services.prompts.ask(question, m_window, [this](bool yes) {
        m_asked = false;
        if (yes)
            cancelAll();
    });
}

void CloseGuard::cancelAll()
{
    const QList<Cluster *> clusters = busy(); // some may have ended while the question stood
    if (clusters.isEmpty()) {
        m_window->close();
        return;
    }
    emit told(tr("Closes when the run has ended…"));
    for (Cluster *cluster : clusters) {
        m_ending.append(cluster);
        // Later: the others who hear of the end still use the window.
        connect(cluster, &Cluster::runFinished, this, &CloseGuard::onRunFinished, Qt::QueuedConnection);
    }
    for (Cluster *cluster : clusters)
        cluster->cancel();
}

bool CloseGuard::isEnding()
{
    m_ending.removeIf([this](const QPointer<Cluster> &cluster) {
        const bool isOver = !cluster || !cluster->intent();
        if (isOver && cluster)
            cluster->disconnect(this);
        return isOver;
    });
    return !m_ending.isEmpty();
}

void CloseGuard::onRunFinished()
{
    if (!isEnding())
        m_window->close(); // asks again where something else was begun meanwhile
}

} // namespace windsock
