// SPDX-License-Identifier: Apache-2.0
// What a supervisor and its components are doing, as a value: what a client gets and a page shows.
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace windsock {

//   Stopped ──start──→ Starting ──runs──→ Running ──dies──→ Restarting ──back-off──→ Starting
//      ↑                   └────────────dies──────────────────↑  └─ 5 short lives ─→ CrashLoop ──start──→ Starting
//      └── nothing of it is left ── Stopping ←──stop── any of them
enum class ComponentState { Stopped, Starting, Running, Restarting, CrashLoop, Stopping };
QString componentStateName(ComponentState state); // "crash-loop": stable, used in JSON
std::optional<ComponentState> componentStateFromName(const QString &name);

struct ComponentStatus
{
    QString id, title;
    ComponentState state = ComponentState::Stopped;
    QDateTime since = {};     // of this state
    qint64 pid = 0;           // while it runs
    int restarts = 0;         // by the supervisor, since it was last asked to start
    QString fingerprint = {}; // Component::fingerprint() of what runs, or ran last
    QString logFile = {};
    // How its last life ended, if it did without being asked to. `exitCode`: nothing if a signal ended it or it did not start.
    std::optional<int> exitCode = {};
    QString lastEnd = {};                 // "Scheduler ended with exit code 1"
    QString lastLines = {};               // of its output before that, redacted
    std::chrono::milliseconds nextTry{0}; // Restarting: from `since` on

    bool operator==(const ComponentStatus &) const = default;
};

struct SupervisorStatus
{
    qint64 pid = 0;
    QString version = {}; // of the Windsock that it is a part of
    QDateTime since = {};
    bool shuttingDown = false;
    QString problem = {}; // what it could not do and goes on without ("children.json cannot be written: …"); empty: nothing
    QList<ComponentStatus> components = {}; // in the order of components.json; one that is not in it any more comes last, until it ends

    const ComponentStatus *find(const QString &id) const; // null if there is none
    bool operator==(const SupervisorStatus &) const = default;
};

} // namespace windsock
