// SPDX-License-Identifier: Apache-2.0
#include "app/Supervise.h"

#include "app/cli/ExitCode.h"
#include "core/base/Redactor.h"
#include "core/process/ProcessRunner.h"
#include "core/process/ToolFinder.h"
#include "core/supervise/SupervisorDaemon.h"

#include <QCoreApplication>

namespace windsock {

int supervise(const QString &folder)
{
    if (!QDir(folder).isAbsolute() || !QDir(folder).exists())
        return exitCode(Error::Code::BadInput);
    SystemClock clock;
    Redactor redactor;
    ToolFinder tools(ToolPlaces::standard({}, {}));
    ProcessRunner runner(tools, redactor, qEnvironmentVariable("WINDSOCK_LEDGER"));
    SupervisorDaemon daemon({QDir(folder)}, runner, redactor, clock);
    QObject owner;
    whenDone(daemon.run(), &owner, [](const Result<> &result) { QCoreApplication::exit(result ? 0 : exitCode(result.error().code)); });
    return QCoreApplication::exec();
}

} // namespace windsock
