// SPDX-License-Identifier: Apache-2.0
// A process, known by its id and its start: ids are used again, by other programs and after a reboot. Linux and macOS.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace windsock {

struct ProcessIdentity
{
    qint64 pid = 0;
    qint64 started = 0; // Linux: field 22 of /proc/PID/stat, ticks since boot; macOS: microseconds since 1970 (proc_bsdinfo)
    QString boot = {};  // Linux: /proc/sys/kernel/random/boot_id; macOS: nothing, its start says it all

    bool isKnown() const { return pid > 0 && started > 0; }
    bool operator==(const ProcessIdentity &) const = default;
};

QJsonObject toJson(const ProcessIdentity &identity);
ProcessIdentity identityFromJson(const QJsonObject &json); // of nonsense: one that is not known

// Nothing where no such process lives (a dead one that nobody has collected does not).
std::optional<ProcessIdentity> identityOf(qint64 pid);
bool isAlive(const ProcessIdentity &identity);
// False: it is not that process any more, and nothing was signalled. On Linux the process cannot change between the look and
// the signal (pidfd_open(2), since 5.3).
bool signalProcess(const ProcessIdentity &identity, int signal);

} // namespace windsock
