// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/DatabaseGate.h"

#include <QFile>

namespace windsock {

Result<DatabaseGate> DatabaseGate::close(const QString &file)
{
    Result<FolderLock> lock = FolderLock::take(file);
    if (!lock)
        return lock.error();
    DatabaseGate gate;
    gate.m_file = file;
    gate.m_lock = std::move(*lock);
    return gate;
}

bool DatabaseGate::isThere(const QString &file)
{
    return QFile::exists(file);
}

void DatabaseGate::remove(const QString &file)
{
    QFile::remove(file);
}

void DatabaseGate::open()
{
    remove(m_file); // before the lock goes: whoever gets that looks whether the file is there
    m_lock.release();
}

} // namespace windsock
