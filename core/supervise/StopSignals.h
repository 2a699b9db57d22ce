// SPDX-License-Identifier: Apache-2.0
// SIGTERM and SIGINT as events of the main loop; SIGHUP and SIGPIPE mean nothing to a daemon. At most one at a time: signal handlers are
// the whole program's.
#pragma once

#include "core/process/Pipe.h"

#include <QObject>
#include <QSocketNotifier>

namespace windsock {

class StopSignals : public QObject
{
    Q_OBJECT
public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override; // back to what the system does by itself

signals:
    void received(); // each time

private:
    void onReadable();
    Pipe m_pipe;
    QSocketNotifier m_notifier;
};

} // namespace windsock
