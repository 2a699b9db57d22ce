// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/SupervisorFolder.h"

#include <QCryptographicHash>

namespace windsock {

QString SupervisorFolder::components() const
{
    return folder.absoluteFilePath("components.json");
}

QString SupervisorFolder::children() const
{
    return folder.absoluteFilePath("children.json");
}

QString SupervisorFolder::lock() const
{
    return folder.absoluteFilePath("supervisor.lock");
}

QString SupervisorFolder::address() const
{
    return folder.absoluteFilePath("supervisor.json");
}

QString SupervisorFolder::log() const
{
    return folder.absoluteFilePath("supervisor.log");
}

QString SupervisorFolder::key() const
{
    QString path = folder.canonicalPath();
    if (path.isEmpty())
        path = QDir::cleanPath(folder.absolutePath());
    return QString::fromLatin1(QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

} // namespace windsock
