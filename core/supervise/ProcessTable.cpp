// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/ProcessTable.h"

#include "core/supervise/ProcessEntry.h"

#include <QByteArrayList>
#include <QSet>

#include <cctype>
#include <unistd.h>

namespace windsock {

namespace {
constexpr int rounds = 10;

// A title that was written over the environment begins with anything else, most often with NULs.
bool looksWhole(const QByteArray &environment)
{
    const qsizetype equals = environment.indexOf('=');
    for (qsizetype at = 0; at < equals; ++at) {
        if (!std::isalnum(static_cast<unsigned char>(environment[at])) && environment[at] != '_')
            return false;
    }
    return equals > 0;
}

std::optional<SeenProcess> see(qint64 pid)
{
    const auto entry = processEntry(pid);
    if (!entry || entry->isDead)
        return std::nullopt;
    SeenProcess seen{{pid, entry->started, systemBootId()}, entry->parent, entry->session};
    readMark(environmentOf(pid), seen);
    return seen;
}
} // namespace

void readMark(const QByteArray &environment, SeenProcess &process)
{
    process.environmentKnown = looksWhole(environment);
    const QByteArray name = QByteArray(markVariable) + '=';
    for (const QByteArray &entry : environment.split('\0')) {
        if (entry.startsWith(name))
            process.mark = entry.mid(name.size());
    }
}

QList<SeenProcess> processesOfThisUser()
{
    QList<SeenProcess> table;
    QSet<qint64> known{::getpid()};
    // Again for what came while we read: a program that hands on to a child and ends would be missed between the two.
    for (int round = 0; round < rounds; ++round) {
        const qsizetype before = known.size();
        for (const qint64 pid : processIdsInReach()) {
            if (known.contains(pid))
                continue;
            known.insert(pid);
            if (const auto seen = see(pid))
                table += *seen;
        }
        if (known.size() == before)
            break;
    }
    return table;
}

} // namespace windsock
