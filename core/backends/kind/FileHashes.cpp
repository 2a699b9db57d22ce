// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/FileHashes.h"

#include "core/base/FileText.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDataStream>
#include <QDateTime>
#include <QFile>

#include <sys/stat.h>

namespace windsock {

namespace {
constexpr quint32 memoMark = 0x77736832; // the format; another one is read as no memory at all
constexpr qint64 largestMemo = 256 * 1024 * 1024;
// A file that changed this short before it was hashed may change again within the same tick of its file system's clock
// (FAT counts in 2 s): its stamp proves nothing yet.
constexpr qint64 settlesAfter = 2'000'000'000;

qint64 nowInNanoseconds()
{
    return QDateTime::currentMSecsSinceEpoch() * 1'000'000;
}

Error cannotRead(const QByteArray &path, const QString &why)
{
    Error error = Error::badInput(QCoreApplication::translate("FileHashes", "A file that the image build reads cannot be read"),
                                  {QFile::decodeName(path)},
                                  QCoreApplication::translate("FileHashes", "Make it readable, or list it in .dockerignore"));
    error.why = why;
    return error;
}
} // namespace

FileStamp FileStamp::of(const struct stat &status)
{
#ifdef Q_OS_DARWIN
    const timespec &modified = status.st_mtimespec, &changed = status.st_ctimespec;
#else
    const timespec &modified = status.st_mtim, &changed = status.st_ctim;
#endif
    return {status.st_size, modified.tv_sec * 1'000'000'000LL + modified.tv_nsec, changed.tv_sec * 1'000'000'000LL + changed.tv_nsec,
            status.st_ino};
}

FileHashes FileHashes::load(const QString &memoFile)
{
    FileHashes made;
    made.m_memoFile = memoFile;
    const Result<QByteArray> bytes = memoFile.isEmpty() ? QByteArray() : readFile(memoFile, largestMemo);
    if (!bytes)
        return made;
    QDataStream stream(*bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 mark = 0, count = 0;
    stream >> mark >> count;
    for (quint32 i = 0; mark == memoMark && i < count && stream.status() == QDataStream::Ok; ++i) {
        QByteArray path;
        Entry entry;
        stream >> path >> entry.stamp.size >> entry.stamp.modified >> entry.stamp.changed >> entry.stamp.inode >> entry.hash;
        if (stream.status() == QDataStream::Ok && entry.hash.size() == 32)
            made.m_known.insert(path, entry);
    }
    return made;
}

Result<QByteArray> FileHashes::hashOf(const QByteArray &path, const FileStamp &stamp, const std::atomic_bool &stop)
{
    if (const auto known = m_known.constFind(path); known != m_known.cend() && known->stamp == stamp) {
        m_asked.insert(path, *known);
        return known->hash;
    }
    const qint64 began = nowInNanoseconds();
    QFile file(QFile::decodeName(path));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return cannotRead(path, file.errorString());
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    QByteArray part(1024 * 1024, Qt::Uninitialized);
    for (qint64 got = 1; got > 0;) {
        if (stop)
            return Error::canceled();
        got = file.read(part.data(), part.size());
        if (got < 0)
            return cannotRead(path, file.errorString());
        hash.addData(QByteArrayView(part).first(got));
    }
    ++m_read;
    const Entry entry{stamp, hash.result()};
    if (std::max(stamp.modified, stamp.changed) + settlesAfter <= began)
        m_asked.insert(path, entry);
    return entry.hash;
}

void FileHashes::save() const
{
    if (m_memoFile.isEmpty() || (m_read == 0 && m_asked.size() == m_known.size()))
        return;
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << memoMark << quint32(m_asked.size());
    for (auto it = m_asked.cbegin(); it != m_asked.cend(); ++it)
        stream << it.key() << it->stamp.size << it->stamp.modified << it->stamp.changed << it->stamp.inode << it->hash;
    static_cast<void>(writeFile(m_memoFile, bytes, ownerOnly));
}

} // namespace windsock
