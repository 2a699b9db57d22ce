// SPDX-License-Identifier: Apache-2.0
#include "tests/support/TempWorkspace.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace windsock {

TempWorkspace::TempWorkspace() : m_folder(QDir::tempPath() + QStringLiteral("/windsock t\u00e9st XXXXXX"))
{
    if (!m_folder.isValid())
        qFatal("No temporary folder could be made: %s", qPrintable(m_folder.errorString()));
    m_root = QDir(m_folder.path()).canonicalPath();
}

QString TempWorkspace::write(const QString &relative, const QByteArray &bytes) const
{
    const QString file = path(relative);
    QDir().mkpath(QFileInfo(file).path());
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("%s could not be written: %s", qPrintable(file), qPrintable(out.errorString()));
    return file;
}

QString TempWorkspace::writeProgram(const QString &relative, const QByteArray &script) const
{
    const QString file = write(relative, script);
    QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return file;
}

QString TempWorkspace::makeFolder(const QString &relative) const
{
    QDir(m_root).mkpath(relative);
    return path(relative);
}

QByteArray TempWorkspace::read(const QString &relative) const
{
    QFile in(path(relative));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

QStringList TempWorkspace::files() const
{
    QStringList found;
    QDirIterator all(m_root, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (all.hasNext())
        found += QDir(m_root).relativeFilePath(all.next());
    found.sort();
    return found;
}

} // namespace windsock
