// SPDX-License-Identifier: Apache-2.0
// The processes that this user may signal, as the kernel lists them. A look, no judgement; the platform's part is in ProcessEntry.h.
#pragma once

#include "core/supervise/ProcessIdentity.h"

#include <QList>

namespace windsock {

// The variable that a supervisor puts into the environment of everything it starts. Not WINDSOCK_…: those are handed on to the
// children of a Windsock that runs inside of a task, which are not the supervisor's (childrenMaySee()).
inline constexpr char markVariable[] = "SUPERVISED_BY_WINDSOCK";

struct SeenProcess
{
    ProcessIdentity identity;
    qint64 parent = 0;
    qint64 session = 0;   // getsid(2): the id of the process that leads it, also when that one has gone
    QByteArray mark = {}; // value of markVariable at its last exec
    // False: its environment cannot be read, or it wrote a title over it (setproctitle: gunicorn, Airflow's tasks, PostgreSQL).
    bool environmentKnown = false;
    bool operator==(const SeenProcess &) const = default;
};

void readMark(const QByteArray &environment, SeenProcess &process); // NAME=value with NULs between them
QList<SeenProcess> processesOfThisUser();                           // living ones, without ourselves

} // namespace windsock
