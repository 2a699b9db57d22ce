// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/KindEvidence.h"

#include "core/base/Credentials.h"
#include "core/base/FileText.h"

#include <QDirIterator>
#include <QFile>

#include <algorithm>

namespace windsock {

namespace {
constexpr qint64 largestEvidence = 32 * 1024 * 1024; // of a larger file the end is kept: there it failed
constexpr qsizetype longestLine = 32 * 1024;         // longer ones in parts: containerd itself parts them at 16 KiB
constexpr qsizetype tellingStart = 8000;             // bytes; git looks as far for what is no text

Result<QByteArray> endOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{.code = Error::Code::NotFound, .what = file.errorString(), .place = {path}};
    if (file.size() > largestEvidence && file.seek(file.size() - largestEvidence))
        file.readLine(); // the rest of one
    return file.read(std::min(file.size(), largestEvidence));
}

bool isText(const QByteArray &bytes)
{
    return !bytes.first(std::min(bytes.size(), tellingStart)).contains('\0');
}

QByteArray maskedPart(LineRedactor &lines, QByteArrayView part)
{
    const QByteArray shown = lines.redact(part);
    // Also an address with a token alone, which the line rules leave.
    return shown.contains("://") && shown.contains('@') ? withoutCredentials(QString::fromUtf8(shown)).toUtf8() : shown;
}

QByteArray masked(const QByteArray &bytes, const Redactor &redactor)
{
    LineRedactor lines(redactor);
    QByteArray result;
    result.reserve(bytes.size());
    for (QByteArrayView rest(bytes); !rest.isEmpty();) {
        const QByteArrayView part = rest.first(std::min(rest.size(), longestLine));
        const qsizetype end = part.indexOf('\n');
        result += maskedPart(lines, end < 0 ? part : part.first(end));
        if (end >= 0)
            result += '\n';
        rest = rest.sliced(end < 0 ? part.size() : end + 1);
    }
    return result;
}

bool maskFile(const QString &path, const Redactor &redactor)
{
    const Result<QByteArray> bytes = endOf(path);
    return bytes && isText(*bytes) && writeFile(path, masked(*bytes, redactor), ownerOnly);
}
} // namespace

Result<> maskEvidence(const QString &folder, const Redactor &redactor, const std::atomic_bool &stop)
{
    // All names first: a file that is written anew would be met again.
    QStringList files;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories); it.hasNext();)
        files += it.next();
    for (const QString &file : std::as_const(files)) {
        if (stop || !maskFile(file, redactor))
            QFile::remove(file);
    }
    return {};
}

} // namespace windsock
