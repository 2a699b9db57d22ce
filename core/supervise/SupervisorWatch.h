// SPDX-License-Identifier: Apache-2.0
// Follows the supervisor of a folder: what it does, that it goes, that there is one again. Costs nothing while nothing happens: the
// supervisor says what changes, and files tell when one comes. Never starts one.
#pragma once

#include "core/supervise/SupervisorLink.h"
#include "core/supervise/SupervisorStatus.h"

namespace windsock {

class SupervisorWatch : public QObject
{
    Q_OBJECT
public:
    explicit SupervisorWatch(const SupervisorFolder &folder, QObject *parent = nullptr);

    void start(); // tells what it finds, also if that is nothing; later what changes
    // Nothing: no supervisor runs, or start() has not found out yet.
    const std::optional<SupervisorStatus> &status() const { return m_status; }

signals:
    void changed(const windsock::SupervisorStatus &status);
    void gone(); // no supervisor runs; once until there was one

private:
    void onAbsent(const Error &why);
    void onLine(const QByteArray &line);
    void onBroken();
    void tellGone();

    SupervisorLink m_link;
    std::optional<SupervisorStatus> m_status;
    bool m_toldGone = false;
};

} // namespace windsock
