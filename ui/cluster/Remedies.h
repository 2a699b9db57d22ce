// SPDX-License-Identifier: Apache-2.0
// The one place that knows what a remedy's id does. Ids that nobody added are not offered. One at a time: while one is at
// work its buttons are off, and it can be canceled.
#pragma once

#include "core/base/Cancel.h"
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

    using Repair = std::function<Async<>(const Remedy &, const RemedyWatch &)>;

    explicit Remedies(QObject *parent = nullptr); // knows those that a cluster can apply
    ~Remedies() override;                         // what is at work is canceled
    // For remedies of this machine while no workspace is open.
    void setRepair(const Repair &repair);
    void add(const QString &id, Handler handler);
    // Before the remedy begins; it begins when `go` is called.
    void askBefore(const QString &id, std::function<void(const Remedy &, std::function<void()> go)> ask);
    // For remedies that end elsewhere (a question, another page): nothing is tried again.
    void addPlain(const QString &id, std::function<void(const Remedy &)> handler);
    bool knows(const QString &id) const { return m_handlers.contains(id) || m_plain.contains(id); }

    // Nothing is done while another one is at work. `cluster` may be null: then nothing begins again.
    void apply(const Remedy &remedy, Cluster *cluster, Intent again);
    bool isWorking() const { return m_working; }
    void cancel(); // the one at work, if there is one

signals:
    void begun(const QString &label);
    void progressed(const QString &text);
    void ended(const windsock::Result<> &result);

private:
    void begin(const Remedy &remedy, Cluster *cluster, Intent again);
    RemedyWatch watch();

    Cancel m_cancel; // of the one at work
    bool m_working = false;
    QHash<QString, std::function<void(const Remedy &, std::function<void()>)>> m_questions;
    QHash<QString, Handler> m_handlers;
    QHash<QString, std::function<void(const Remedy &)>> m_plain;
};

} // namespace windsock
