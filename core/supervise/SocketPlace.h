// SPDX-License-Identifier: Apache-2.0
// Where a Unix socket may lie: its path has room for 103 bytes on macOS and 107 on Linux (sockaddr_un::sun_path, unix(7)), less than many a
// state folder has. So it lies in a short folder of our own that nobody else can look into.
#pragma once

#include "core/base/Result.h"

namespace windsock {

inline constexpr qsizetype longestSocketPath = 103; // bytes, on every system that we know

struct SocketBases
{
    QString runtime;   // $XDG_RUNTIME_DIR; empty: none
    QString temporary; // QDir::tempPath()
    static SocketBases standard();
};

// The path for the socket named `key`; makes its folder (0700): windsock below the runtime folder, else windsock-UID below the temporary
// one. A folder that is a link, belongs to someone else or is open to others is passed over. Error: BadInput, none will do, with
// the reason for each.
Result<QString> socketPlace(const QString &key, const SocketBases &bases = SocketBases::standard());

// True for a socket of ours that is no link: the only thing that we connect to or replace.
bool isOurSocket(const QString &path);

} // namespace windsock
