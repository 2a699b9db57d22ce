// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/RecentWorkspaces.h"

#include "core/base/FileText.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace windsock {

namespace {
constexpr qsizetype most = 10;
}

QStringList RecentWorkspaces::read() const
{
    const auto bytes = readFile(m_file);
    QStringList folders;
    // A damaged file costs the list, nothing else.
    const QJsonArray array = bytes ? QJsonDocument::fromJson(*bytes).array() : QJsonArray{};
    for (const QJsonValue &value : array)
        folders += value.toString();
    folders.removeAll(QString());
    folders.removeDuplicates();
    return folders;
}

QStringList RecentWorkspaces::list() const
{
    QStringList folders = read();
    folders.removeIf([](const QString &folder) { return !QFileInfo(folder).isDir(); });
    return folders;
}

Result<> RecentWorkspaces::add(const QString &folder)
{
    QStringList folders = read();
    folders.removeAll(folder);
    folders.prepend(folder);
    return write(folders.mid(0, most));
}

Result<> RecentWorkspaces::remove(const QString &folder)
{
    QStringList folders = read();
    folders.removeAll(folder);
    return write(folders);
}

Result<> RecentWorkspaces::write(const QStringList &folders) const
{
    return writeFile(m_file, QJsonDocument(QJsonArray::fromStringList(folders)).toJson(), ownerOnly);
}

} // namespace windsock
