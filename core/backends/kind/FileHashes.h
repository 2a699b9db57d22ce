// SPDX-License-Identifier: Apache-2.0
// Hashes of files, remembered between looks: a file whose size, times and inode are the same is not read again. The memory is
// one file of ours; without it everything is read once more. For one thread at a time.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <atomic>

struct stat;

namespace windsock {

struct FileStamp
{
    qint64 size = 0;
    qint64 modified = 0, changed = 0; // ns since 1970; `changed` cannot be set back by a program that sets the other
    quint64 inode = 0;

    static FileStamp of(const struct stat &status);
    bool operator==(const FileStamp &) const = default;
};

class FileHashes
{
public:
    static FileHashes load(const QString &memoFile); // empty path: no memory

    // 32 bytes. An error names the file; Canceled once `stop` is set.
    Result<QByteArray> hashOf(const QByteArray &path, const FileStamp &stamp, const std::atomic_bool &stop);
    // Keeps what this look has asked for, if that differs from what was kept. Failing costs time only, so it is no error.
    void save() const;

    int filesRead() const { return m_read; }

private:
    struct Entry
    {
        FileStamp stamp;
        QByteArray hash;
    };
    QString m_memoFile;
    QHash<QByteArray, Entry> m_known, m_asked;
    int m_read = 0;
};

} // namespace windsock
