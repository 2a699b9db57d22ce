// SPDX-License-Identifier: Apache-2.0
// `windsock forward` as one would type it here. Header only: tests look at it without the program.
#pragma once

#include "core/base/Error.h"
#include "core/process/Command.h"

#include <QCoreApplication>

namespace windsock {

inline QString directoryArgument(const QString &directory)
{
    return QStringLiteral(" -C ") + shellQuoted(directory);
}

// " -C demo --port 9000", for after "windsock forward". Port 0: the one of the workspace's files.
inline QString forwardArguments(const QString &directory, int port)
{
    const QString where = directory == QLatin1String(".") ? QString() : directoryArgument(directory);
    return port > 0 ? where + QStringLiteral(" --port ") + QString::number(port) : where;
}

// The error for a taken port, with the command for the next free one where that is known.
inline Error withNextPort(Error error, const QString &directory)
{
    for (const Remedy &remedy : std::as_const(error.remedies)) {
        if (remedy.id == QLatin1String("port.next"))
            error.todo += u'\n'
                          + QCoreApplication::translate("Verb", "With the next free port: %1")
                                .arg(QStringLiteral("windsock forward") + forwardArguments(directory, remedy.argument.toInt()));
    }
    return error;
}

} // namespace windsock
