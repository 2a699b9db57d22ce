// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/Leftovers.h"

#include <QSet>

#include <algorithm>

namespace windsock {

namespace {
bool hasMark(const SeenProcess &process, const QByteArray &mark)
{
    if (mark.isEmpty())
        return false;
    return mark.endsWith(':') ? process.mark.startsWith(mark) : process.mark == mark;
}

// Its id means another process now, so that nothing of its session can be left.
bool isReused(const ChildRecord &record, const QList<SeenProcess> &table)
{
    return std::any_of(table.cbegin(), table.cend(), [&record](const SeenProcess &process) {
        return process.identity.pid == record.leader.pid && process.identity != record.leader;
    });
}

bool isOf(const ChildRecord &record, const SeenProcess &process, const QByteArray &mark)
{
    if (process.identity == record.leader)
        return true;
    const bool inSession = process.session == record.leader.pid && process.identity.boot == record.leader.boot
                           && process.identity.started >= record.leader.started;
    const bool isAnothers = !mark.isEmpty() && process.environmentKnown && !hasMark(process, mark);
    return inSession && !isAnothers;
}

// What those in `ids` have started, and so on.
void addDescendants(QSet<qint64> &ids, const QList<SeenProcess> &table)
{
    qsizetype before = -1;
    while (before != ids.size()) {
        before = ids.size();
        for (const SeenProcess &process : table) {
            if (ids.contains(process.parent))
                ids.insert(process.identity.pid);
        }
    }
}
} // namespace

QByteArray componentMark(const QString &folderKey, const QString &component)
{
    return (folderKey + u':' + component).toUtf8();
}

QList<ProcessIdentity> belonging(const Belonging &to, const QList<SeenProcess> &table)
{
    QList<ChildRecord> records = to.records;
    records.removeIf([&table](const ChildRecord &record) { return !record.leader.isKnown() || isReused(record, table); });
    QSet<qint64> ids;
    for (const SeenProcess &process : table) {
        const bool recorded =
            std::any_of(records.cbegin(), records.cend(), [&](const ChildRecord &record) { return isOf(record, process, to.mark); });
        if (recorded || hasMark(process, to.mark))
            ids.insert(process.identity.pid);
    }
    addDescendants(ids, table);
    QList<ProcessIdentity> found;
    for (const SeenProcess &process : table) {
        if (ids.contains(process.identity.pid))
            found += process.identity;
    }
    return found;
}

QList<ChildRecord> recordsAlive(const QList<ChildRecord> &records, const QList<SeenProcess> &table)
{
    QList<ChildRecord> alive;
    for (const ChildRecord &record : records) {
        const auto lives = [&](const SeenProcess &process) { return isOf(record, process, {}); };
        if (record.leader.isKnown() && !isReused(record, table) && std::any_of(table.cbegin(), table.cend(), lives))
            alive += record;
    }
    return alive;
}

} // namespace windsock
