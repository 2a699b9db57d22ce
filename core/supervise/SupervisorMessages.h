// SPDX-License-Identifier: Apache-2.0
// What goes over a supervisor's socket: JSON, one object per line, each with the protocol's version.
//
//   {"version":1,"id":1,"verb":"start","components":["web"]}   → {"version":1,"id":1,"status":{…}}
//   {"version":1,"id":2,"verb":"subscribe"}                    → the same, then {"version":1,"event":"status","status":{…}} at each change
//   anything else                                              → {"version":1,"id":…,"error":{"code":…,"what":…,"why":…,"todo":…}}
//
// Status and shutdown keep their meaning in every version, so that a newer Windsock can always replace an older supervisor.
#pragma once

#include "core/base/Result.h"
#include "core/supervise/SupervisorStatus.h"

#include <QStringList>

namespace windsock {

inline constexpr int supervisorProtocol = 1;
inline constexpr qsizetype longestRequest = 64 * 1024; // bytes of a line to the supervisor
inline constexpr qsizetype longestReply = 4 * 1024 * 1024;

enum class SupervisorVerb { Status, Start, Stop, Restart, ShutDown, Subscribe };

struct SupervisorRequest
{
    SupervisorVerb verb = SupervisorVerb::Status;
    QStringList components = {}; // Start, Stop, Restart: ids; empty: all
    qint64 id = 0;               // the client's, given back with the reply
    bool operator==(const SupervisorRequest &) const = default;
};

struct SupervisorReply
{
    Result<SupervisorStatus> status = SupervisorStatus{};
    std::optional<qint64> id = {}; // nothing: an event
};

QByteArray renderRequest(const SupervisorRequest &request); // with the line's end, as all of them
QByteArray renderReply(const SupervisorReply &reply);

struct BadRequest
{
    Error error;
    qint64 id = 0; // 0: it has none
};
// Never trusts a byte. BadInput, or Conflict for another version (rule "supervise.version").
std::variant<SupervisorRequest, BadRequest> parseRequest(const QByteArray &line);
Result<SupervisorReply> parseReply(const QByteArray &line);

} // namespace windsock
