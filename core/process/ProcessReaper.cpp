// SPDX-License-Identifier: Apache-2.0
#include "core/process/ProcessReaper.h"

#include "core/process/ProcessGroup.h"

#include <QProcess>

#include <csignal>

namespace windsock {

void reap(QProcess *process)
{
    process->disconnect();
    process->setParent(nullptr);
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
    QObject::connect(process, &QProcess::errorOccurred, process, [process] {
        if (process->state() == QProcess::NotRunning)
            process->deleteLater();
    });
    // A child that is between fork and setsid leads no group yet.
    if (!signalGroup(process->processId(), SIGKILL))
        process->kill();
}

} // namespace windsock
