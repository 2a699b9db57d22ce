// SPDX-License-Identifier: Apache-2.0
// Reads a tar stream as it comes, in pieces of any size, and hands on entries and their bytes. Keeps no file's content.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>

namespace windsock {

struct TarEntry
{
    QByteArray name;
    QByteArray link; // target of a link
    char type = '0'; // '0' file, '1' hard link, '2' symbolic link, '5' folder
    qint64 size = 0;
    bool isFile() const { return type == '0' || type == '\0'; }
};

class TarSink
{
public:
    virtual ~TarSink() = default;
    virtual Result<> entryBegins(const TarEntry &entry) = 0;
    virtual Result<> entryBytes(QByteArrayView bytes) = 0;
    virtual Result<> entryEnds() = 0;
};

class TarReader
{
public:
    explicit TarReader(TarSink &sink) : m_sink(sink) {}

    Result<> push(QByteArrayView bytes);
    bool hasEnded() const { return m_ended; } // the archive's own end was seen; what follows is ignored

private:
    Result<> takeHeader();
    Result<> begin(TarEntry entry);
    Result<> takeContent(QByteArrayView &bytes);
    void finishExtension();
    void readPax();

    TarSink &m_sink;
    QByteArray m_header;
    qint64 m_left = 0;    // of the entry's bytes
    qint64 m_padding = 0; // to the next block
    bool m_open = false;  // an entry has begun and not ended
    bool m_ended = false;
    char m_extension = 0; // what is collected now: 'x', 'g', 'L' or 'K'
    QByteArray m_collected;
    QByteArray m_longName, m_longLink; // for the next entry
    qint64 m_longSize = -1;
};

} // namespace windsock
