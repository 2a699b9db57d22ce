// SPDX-License-Identifier: Apache-2.0
#include "core/base/FileText.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("FileText", text);
}
Error cannot(const QString &what, const QString &path, const QString &why)
{
    Error error = Error::badInput(what, {path});
    error.why = why;
    return error;
}
} // namespace

Result<QByteArray> readFile(const QString &path, qint64 largest)
{
    const QFileInfo info(path);
    if (!info.exists() && info.isSymLink())
        return cannot(tr("This link leads to no file"), path, tr("It points to %1").arg(info.symLinkTarget()));
    if (!info.exists())
        return Error{.code = Error::Code::NotFound, .what = tr("There is no such file"), .place = {path}};
    if (!info.isFile())
        return Error::badInput(info.isDir() ? tr("This is a folder, not a file") : tr("This is not a regular file"), {path});
    if (info.size() > largest)
        return cannot(tr("The file is too large to be read"), path,
                      tr("It has %1 bytes; at most %2 make sense here").arg(info.size()).arg(largest));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cannot(tr("The file cannot be read"), path, file.errorString());
    // It may grow between the look above and this read: never take more than one byte past the limit.
    QByteArray bytes = file.read(largest + 1);
    if (file.error() != QFileDevice::NoError)
        return cannot(tr("The file cannot be read"), path, file.errorString());
    if (bytes.size() > largest)
        return cannot(tr("The file is too large to be read"), path, tr("At most %1 bytes make sense here").arg(largest));
    bytes.squeeze(); // read() reserved room for the largest file
    return bytes;
}

Result<> writeFile(const QString &path, const QByteArray &bytes, QFileDevice::Permissions permissions)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return cannot(tr("The folder of the file cannot be made"), path, {});
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannot(tr("The file cannot be written"), path, file.errorString());
    if (!file.setPermissions(permissions) || file.write(bytes) != bytes.size() || !file.commit())
        return cannot(tr("The file cannot be written"), path, file.errorString());
    return {};
}

} // namespace windsock
