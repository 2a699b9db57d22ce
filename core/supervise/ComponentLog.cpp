// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/ComponentLog.h"

#include "core/base/FileText.h"

#include <QDir>
#include <QFileInfo>

#include <sys/stat.h>

namespace windsock {

ComponentLog::ComponentLog(const QString &path, qint64 rotateAt) : m_file(path), m_rotateAt(rotateAt) {}

void ComponentLog::append(QByteArrayView line)
{
    m_last += line.toByteArray();
    if (m_last.size() > linesKept)
        m_last.removeFirst();
    if (m_file.isOpen() && m_file.size() >= m_rotateAt)
        rotate();
    if (open())
        m_file.write(m_last.last() + '\n'); // in one write
}

bool ComponentLog::open()
{
    if (m_file.isOpen() && isStillThere())
        return true;
    m_file.close();
    const bool isNew = !m_file.exists();
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return false;
    if (isNew)
        m_file.setPermissions(ownerOnly);
    return true;
}

// Who removes a log, or moves it away, expects the next line in a new one.
bool ComponentLog::isStillThere() const
{
    struct stat open = {}, there = {};
    return ::fstat(m_file.handle(), &open) == 0 && ::stat(QFile::encodeName(m_file.fileName()).constData(), &there) == 0
           && open.st_ino == there.st_ino && open.st_dev == there.st_dev;
}

void ComponentLog::rotate()
{
    m_file.close();
    const QString older = m_file.fileName() + ".1";
    QFile::remove(older);
    // Not m_file.rename(): it would go on with the other name.
    if (!QFile::rename(m_file.fileName(), older))
        QFile::remove(m_file.fileName()); // better a gap than a disk that fills up
}

} // namespace windsock
