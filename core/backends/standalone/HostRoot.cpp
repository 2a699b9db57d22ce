// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/HostRoot.h"

#include <QFile>

#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace windsock {

namespace {
namespace files = std::filesystem;

files::path native(const QString &path)
{
    return {QFile::encodeName(path).toStdString()};
}

QString text(const files::path &path)
{
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

bool takesEntries(const files::path &folder)
{
    struct stat info = {};
    const bool isEveryones = ::stat(folder.c_str(), &info) == 0 && (info.st_mode & S_IWOTH) != 0;
    return isEveryones || (::geteuid() != 0 && ::access(folder.c_str(), W_OK) == 0);
}

HostPlace placeAt(const QString &path)
{
    const files::path at = native(path);
    std::error_code error;
    switch (files::symlink_status(at, error).type()) {
    case files::file_type::none:
    case files::file_type::unknown:
    case files::file_type::not_found: return {};
    case files::file_type::symlink: return {HostPlace::Kind::Link, text(files::read_symlink(at, error))};
    case files::file_type::directory: return {HostPlace::Kind::Folder, {}, takesEntries(at)};
    default: return {HostPlace::Kind::Other};
    }
}

std::optional<QStringList> entriesOf(const QString &folder)
{
    std::error_code error;
    QStringList names;
    for (files::directory_iterator entry(native(folder), error), end; !error && entry != end; entry.increment(error)) {
        const QString name = text(entry->path().filename());
        if (native(name) == entry->path().filename())
            names += name;
    }
    if (error)
        return {};
    names.sort();
    return names;
}
} // namespace

HostRoot HostRoot::ofThisMachine()
{
    return {placeAt, entriesOf};
}

} // namespace windsock
