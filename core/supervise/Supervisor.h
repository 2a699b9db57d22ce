// SPDX-License-Identifier: Apache-2.0
// The components of one folder and their lives. One per folder, whoever wants a second gets Conflict. Main thread; knows no sockets.
#pragma once

#include "core/supervise/FolderLock.h"
#include "core/supervise/SupervisedComponent.h"
#include "core/supervise/SupervisorFolder.h"

#include <map>
#include <memory>

namespace windsock {

class Supervisor : public QObject
{
    Q_OBJECT
public:
    // All but the folder must outlive this. `redactor`: the runner's.
    Supervisor(const SupervisorFolder &folder, CommandRunner &runner, Redactor &redactor, Clock &clock, QObject *parent = nullptr);
    // Without shutDown(): the runner ends the children when it goes, the lock is free at once.
    ~Supervisor() override;

    // Takes the lock and begins to end what an earlier supervisor has left; what is asked meanwhile waits for that. Errors: as
    // FolderLock::take().
    Result<> open();

    // Ids of components.json, which is read anew; none: all. Errors: those of loadComponents(), NotFound for an id that is not in it,
    // Conflict while it shuts down.
    // start: resolves when each runs or could not be started. One that runs is left alone, also if its definition has changed
    // (the status' fingerprint tells).
    Async<> start(const QStringList &ids = {});
    // In the order of their needs; resolves when nothing of them is left. Works with a broken components.json too.
    Async<> stop(const QStringList &ids = {});
    Async<> restart(const QStringList &ids = {});
    // Stops all and lets go of the lock; after it nothing can be asked. A second call waits for the first.
    Async<> shutDown();

    SupervisorStatus status() const;
    void note(const QString &text); // into the folder's supervisor.log

signals:
    void changed(); // once per turn of the event loop, however much has changed
    void closing(); // all are stopped, the lock is still held
    void closed();

private:
    QList<Component> definitions() const;
    Result<QStringList> define(const QStringList &ids);
    QStringList chosen(const QStringList &ids) const;
    void adopt(const QList<Component> &components);
    void forgetGone();
    void addComponent(const Component &component);
    Async<> startNow(const QStringList &ids);
    Async<> stopNow(const QStringList &ids);
    Async<> stopGroups(QList<QStringList> groups);
    void close(const Result<> &stopped);
    void tellChanged();
    void report(const Error &error);

    SupervisorFolder m_folder;
    Clock &m_clock;
    FolderLock m_lock;
    ChildRecords m_records;
    ComponentLog m_log;
    SuperviseParts m_parts;
    QStringList m_order; // of components.json
    std::map<QString, std::unique_ptr<SupervisedComponent>> m_components;
    SupervisorStatus m_status; // without the components
    Async<> m_clean = ready();
    std::optional<Promise<>> m_closing;
    bool m_toldChanged = false;
};

} // namespace windsock
