// SPDX-License-Identifier: Apache-2.0
// The one place that knows what a remedy's id does. Ids that nobody added are not offered.
#pragma once

#include "core/cluster/Cluster.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace windsock {

class Remedies : public QObject
{
    Q_OBJECT
public:
    // Does the work; when it succeeds the run that failed is tried again.
    using Handler = std::function<Async<>(const Remedy &, Cluster *)>;

    explicit Remedies(QObject *parent = nullptr); // knows those that a cluster can apply, and "run.again"
    // For remedies of this machine while no workspace is open.
    void setRepair(const std::function<Async<>(const Remedy &)> &repair);
    void add(const QString &id, Handler handler);
    // For remedies that end elsewhere (a question, another page): nothing is tried again.
    void addPlain(const QString &id, std::function<void(const Remedy &)> handler);
    bool knows(const QString &id) const { return m_handlers.contains(id) || m_plain.contains(id); }

    void apply(const Remedy &remedy, Cluster *cluster, Intent again); // cluster may be null: then nothing begins again

signals:
    void begun(const QString &label);
    void ended(const windsock::Result<> &result);

private:
    QHash<QString, Handler> m_handlers;
    QHash<QString, std::function<void(const Remedy &)>> m_plain;
};

} // namespace windsock
