// SPDX-License-Identifier: Apache-2.0
// One long-lived program that a supervisor keeps running, as data. Made by a backend, kept in components.json.
#pragma once

#include "core/base/Result.h"
#include "core/process/Command.h"

#include <QJsonObject>
#include <QList>
#include <QMap>

namespace windsock {

struct Component
{
    QString id;            // "scheduler": 1 to 40 of a-z, 0-9, '-' and '_'; unique in its list
    QString title;         // "Scheduler": for people
    QString program;       // absolute
    QStringList args = {}; // argv without the program; never a secret
    QString workDir = {};  // absolute; empty: the root folder
    QString logFile;       // absolute; see ComponentLog
    StopSignal stopSignal = StopSignal::Terminate;
    std::chrono::seconds grace{10}; // between that signal and KILL
    // All that the program sees (Command::inheritsEnvironment is false), see serverEnvironment(). One variable is added that marks
    // the component's processes, so that those which leave its group are found too (Leftovers.h).
    QMap<QString, QString> environment = {};
    QStringList secrets = {}; // names in `environment` whose values are masked in what the program says
    // Components of the same list that are stopped only when this one has ended: the database. Says nothing about starting, since
    // a program that runs is not yet one that answers; a backend starts what it has seen to be ready.
    QStringList needs = {};
    // What the program leaves behind when it dies by itself may go on beside its next life (tasks that a scheduler had started) and
    // is ended with stop() only. False: it is ended before the program is started again (workers that hold the port).
    bool keepsHelpers = false;

    // Changes with anything that would make the running program another one: tells whether what runs is what is wanted.
    QString fingerprint() const; // 16 hex digits
    bool operator==(const Component &) const = default;
};

QJsonObject toJson(const Component &component);
// Error: BadInput that names the field; also for a path that is not absolute and an id of other letters.
Result<Component> componentFromJson(const QJsonObject &json, const QString &source);
// What componentFromJson() would refuse of a component made by hand; nothing: it is fine.
std::optional<Error> objectionTo(const Component &component, const QString &source);

} // namespace windsock
