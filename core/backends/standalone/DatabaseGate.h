// SPDX-License-Identifier: Apache-2.0
// Parts of Airflow that are started while the database is still being prepared wait behind it (resources/standalone/part.py): a file that
// is there, and locked, until all is well. Killed meanwhile, the lock goes and the file stays: the parts end, and leave the database alone.
#pragma once

#include "core/supervise/FolderLock.h"

namespace windsock {

class DatabaseGate
{
public:
    // Errors: as FolderLock::take().
    static Result<DatabaseGate> close(const QString &file);
    // Closed, or left by a run that was killed.
    static bool isThere(const QString &file);
    // Without a gate nobody waits: for parts of a prepared database, and where none of them is left.
    static void remove(const QString &file);

    void open(); // the parts go on. Never called: they end

private:
    QString m_file;
    FolderLock m_lock;
};

} // namespace windsock
