// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/LogFolders.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <unistd.h>
#include <utility>

namespace windsock {

namespace {
constexpr int deepest = 2;      // levels below the folder of logs
constexpr int mostLooked = 400; // folders

// Not QDir::entryList: a folder of a year of runs is read no further than it is looked at.
QStringList foldersIn(const QString &folder, int most)
{
    QStringList found;
    QDirIterator entries(folder, QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot);
    while (entries.hasNext() && found.size() < most)
        found += entries.next();
    found.sort(); // the same one is named each time
    return found;
}
} // namespace

bool mayWrite(const QString &folder)
{
    return ::access(QFile::encodeName(folder).constData(), W_OK | X_OK) == 0;
}

QString closedLogFolder(const QString &logs, const std::atomic_bool &stop, const MayWrite &isOpen)
{
    if (!QFileInfo(logs).isDir())
        return {};
    QStringList level{logs};
    int left = mostLooked;
    for (int depth = 0; depth <= deepest && !level.isEmpty(); ++depth) {
        QStringList next;
        for (const QString &folder : std::as_const(level)) {
            if (stop || left-- <= 0)
                return {};
            if (!isOpen(folder))
                return folder;
            if (depth < deepest && next.size() < left)
                next += foldersIn(folder, left - int(next.size()));
        }
        level = next;
    }
    return {};
}

} // namespace windsock
