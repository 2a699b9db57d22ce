// SPDX-License-Identifier: Apache-2.0
// Whether the server lets Airflow in: asked by a connection as Airflow makes it (start-up message of protocol 3.0, PostgreSQL's
// manual, "Message Flow"), not by what the server prints.
#pragma once

#include "core/base/Async.h"
#include "core/base/Clock.h"
#include "core/postgres/PostgresPlaces.h"

#include <QByteArray>

#include <chrono>

namespace windsock {

enum class PostgresAnswer {
    Absent,   // nobody listens
    Starting, // it recovers, starts or stops: ask again (SQLSTATE 57P03)
    Ready,
};

// One question. Errors: Timeout; Auth or ToolFailed with the server's own words (no such database, too many clients).
Async<PostgresAnswer> askPostgres(const PostgresPlaces &places, Clock &clock, QObject *context,
                                  std::chrono::milliseconds limit = std::chrono::seconds(2));

// Resolves when it is ready. Waits for the socket by watching its folder, for the rest by asking again with a growing pause.
// Errors: Canceled, Timeout, or the server's refusal. That the server has ended is for its keeper to notice and to cancel.
Async<> waitForPostgres(const PostgresPlaces &places, Clock &clock, QObject *context, std::chrono::milliseconds limit,
                        const Cancel &cancel = {});

// The message that begins a connection, and what an answer means so far; absent: not enough of it yet.
QByteArray startupMessage(const QByteArray &role, const QByteArray &database);
std::optional<Result<PostgresAnswer>> judgeAnswer(const QByteArray &received);

} // namespace windsock
