// SPDX-License-Identifier: Apache-2.0
// One process as the kernel knows it: what ProcessIdentity and ProcessTable are made of. ProcessEntryLinux.cpp reads /proc,
// ProcessEntryMac.cpp asks libproc and sysctl.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace windsock {

struct ProcessEntry
{
    qint64 parent = 0;
    qint64 session = 0;
    qint64 started = 0;  // see ProcessIdentity
    bool isDead = false; // has ended, and nobody has collected it
};

std::optional<ProcessEntry> processEntry(qint64 pid);
QList<qint64> processIdsInReach(); // of this user; for root of all, since it may run a component as somebody else
// NAME=value with a NUL behind each, as the program got it, or what it has written there since; empty: cannot be read.
QByteArray environmentOf(qint64 pid);
QString systemBootId(); // see ProcessIdentity

} // namespace windsock
