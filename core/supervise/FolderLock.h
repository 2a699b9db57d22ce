// SPDX-License-Identifier: Apache-2.0
// "One per folder", by flock(2) on a file that is never removed. The kernel lets go of it with its owner, however that ends: there is
// no stale lock, and nothing to judge by a process id. No child inherits it (its descriptor is closed on exec).
#pragma once

#include "core/base/Result.h"

#include <optional>

namespace windsock {

class FolderLock
{
public:
    FolderLock() = default;
    FolderLock(FolderLock &&other) noexcept;
    FolderLock &operator=(FolderLock &&other) noexcept;
    FolderLock(const FolderLock &) = delete;
    FolderLock &operator=(const FolderLock &) = delete;
    ~FolderLock() { release(); }

    // Makes the file where it is missing, not its folder. Errors: Conflict, another process (or another lock of this one) holds it;
    // BadInput, the file cannot be opened, or its file system knows no locks.
    static Result<FolderLock> take(const QString &file);
    // Looks without keeping it from anybody who takes it at that moment.
    static bool isHeld(const QString &file);
    // The process that holds it, as it wrote itself; for messages only. Nothing if nobody does.
    static std::optional<qint64> holder(const QString &file);

    bool isTaken() const { return m_file >= 0; }
    void release();

private:
    int m_file = -1;
};

} // namespace windsock
