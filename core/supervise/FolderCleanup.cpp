// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/FolderCleanup.h"

#include "core/base/FileText.h"
#include "core/net/JsonReader.h"
#include "core/supervise/FolderLock.h"
#include "core/supervise/Leftovers.h"
#include "core/supervise/ProcessSweep.h"
#include "core/supervise/SocketPlace.h"

#include <QFile>

namespace windsock {

namespace {
QList<ProcessIdentity> leftIn(const SupervisorFolder &folder)
{
    ChildRecords records(folder.children());
    records.load();
    return belonging({records.all(), componentMark(folder.key())}, processesOfThisUser());
}

// A socket lies elsewhere and would outlive the folder.
void removeSocket(const SupervisorFolder &folder)
{
    const Result<QByteArray> bytes = readFile(folder.address());
    const Result<JsonReader> reader = JsonReader::parse(bytes.value_or({}), folder.address());
    const QString path = reader ? (*reader)["socket"].text(QString()) : QString();
    if (isOurSocket(path))
        QFile::remove(path);
    QFile::remove(folder.address());
}

Result<int> conclude(const SupervisorFolder &folder, const Result<int> &ended)
{
    if (!ended)
        return ended; // the records stay: something of them lives
    ChildRecords records(folder.children());
    if (const Result<> cleared = records.clear(); !cleared)
        return cleared.error();
    removeSocket(folder);
    return ended;
}
} // namespace

int FolderCleanup::count(const SupervisorFolder &folder)
{
    return int(leftIn(folder).size());
}

Async<int> FolderCleanup::run(const SupervisorFolder &folder, Clock &clock, QObject *context)
{
    if (!folder.folder.exists())
        return ready(0);
    Result<FolderLock> taken = FolderLock::take(folder.lock());
    if (!taken)
        return failed<int>(taken.error());
    // Held until it is over, so that no supervisor starts something meanwhile.
    const auto lock = std::make_shared<FolderLock>(std::move(*taken));
    const auto swept = ProcessSweep::run({.look = [folder] { return leftIn(folder); }}, clock, context);
    return andFinally(swept, context, [lock, folder](const Result<int> &ended) {
        const Result<int> result = conclude(folder, ended);
        lock->release();
        return result;
    });
}

} // namespace windsock
