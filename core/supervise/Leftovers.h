// SPDX-License-Identifier: Apache-2.0
// Which processes belong to a supervised component: pure judgement about what ProcessTable saw and ChildRecords wrote down.
//
// Three ties, since a process may cut any of them: its session (a BashOperator's command opens one of its own), its environment's
// mark (a program that sets its title writes over it) and its parents (they may be dead). A process that has none of them is
// never touched, nor is one that may be another program's:
// - a record of another boot says nothing;
// - a record whose id is now held by a process with another start says nothing: while a session lives the kernel gives its id to nobody,
//   so the recorded session has ended;
// - a process of the recorded session that started before its leader, or whose environment can be read and lacks the mark, came
//   with a later session that got the same id.
#pragma once

#include "core/supervise/ChildRecords.h"
#include "core/supervise/ProcessTable.h"

namespace windsock {

// "FOLDERKEY:COMPONENT"; without a component the start that all marks of the folder have.
QByteArray componentMark(const QString &folderKey, const QString &component = {});

struct Belonging
{
    QList<ChildRecord> records = {};
    QByteArray mark = {}; // a whole one, or one that ends with ':' for all components of a folder; empty: no tie by mark
};
// In the table's order; leaders too.
QList<ProcessIdentity> belonging(const Belonging &to, const QList<SeenProcess> &table);
// Those records of which something still lives.
QList<ChildRecord> recordsAlive(const QList<ChildRecord> &records, const QList<SeenProcess> &table);

} // namespace windsock
