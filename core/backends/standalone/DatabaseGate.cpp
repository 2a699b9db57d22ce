// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/DatabaseGate.h"

#include <QFile>

namespace windsock {

namespace {
// The web page's word to the other parts that they may import now.
void removeImported(const QString &gate)
{
    QFile::remove(gate + QStringLiteral(".imported"));
}
} // namespace

Result<DatabaseGate> DatabaseGate::close(const QString &file)
{
    Result<FolderLock> lock = FolderLock::take(file);
    if (!lock)
        return lock.error();
    removeImported(file); // of a run that was killed
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
    removeImported(file);
}

void DatabaseGate::open()
{
    remove(m_file); // before the lock goes: whoever gets that looks whether the file is there
    m_lock.release();
}

} // namespace windsock
