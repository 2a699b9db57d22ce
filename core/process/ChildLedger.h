// SPDX-License-Identifier: Apache-2.0
// A record of every child that was started, one JSON object per line, for tests and for finding out what really ran.
// Names of environment variables only, never values; never what went to stdin.
#pragma once

#include "core/process/Command.h"

#include <QFile>
#include <QJsonObject>

namespace windsock {

class Redactor;

class ChildLedger
{
public:
    // An empty path: nothing is recorded. A file that cannot be written is not worth failing a command for.
    ChildLedger(const QString &path, const Redactor &redactor);

    // event "start": time, pid, tool (or the name of a program that is none), program, argv, workDir, env, stdin (none, data or secret)
    void started(qint64 pid, const Command &command, const QString &program, const QStringList &environmentNames);
    // event "end": time, pid, how (exited, signaled, canceled, …), code, ms
    void ended(qint64 pid, const QString &how, int code, std::chrono::milliseconds took);

private:
    void write(QJsonObject entry);
    QFile m_file;
    const Redactor &m_redactor;
};

} // namespace windsock
