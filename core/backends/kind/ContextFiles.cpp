// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/ContextFiles.h"

#include "core/backends/kind/PathGlob.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstring>
#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

namespace windsock {

namespace {
constexpr int mostFollowed = 1000; // links; a farm of links to folders would be walked over and over

Error cannotOpen(const QByteArray &path, int number)
{
    Error error = Error::badInput(QCoreApplication::translate("ContextFiles", "A folder that the image build reads cannot be read"),
                                  {QFile::decodeName(path)},
                                  QCoreApplication::translate("ContextFiles", "Make it readable, or list it in .dockerignore"));
    error.why = QString::fromLocal8Bit(std::strerror(number));
    return error;
}

ContextEntry::Kind kindOf(mode_t mode)
{
    if (S_ISREG(mode))
        return ContextEntry::Kind::File;
    if (S_ISDIR(mode))
        return ContextEntry::Kind::Folder;
    return S_ISLNK(mode) ? ContextEntry::Kind::Link : ContextEntry::Kind::Other;
}

QByteArray targetOf(const QByteArray &link)
{
    QByteArray target(4096, Qt::Uninitialized);
    const ssize_t length = ::readlink(link.constData(), target.data(), size_t(target.size()));
    target.truncate(std::max<ssize_t>(length, 0));
    return target;
}

// "dags/*/sql" → "dags": below it the pattern has to be tried
QByteArray fixedPart(const QByteArray &pattern)
{
    QByteArrayList fixed;
    for (const QByteArray &part : pattern.split('/')) {
        if (hasWildcard(part))
            break;
        fixed += part;
    }
    return fixed.join('/');
}

Result<QByteArrayList> namesIn(const QByteArray &folder)
{
    DIR *open = ::opendir(folder.constData());
    if (!open)
        return errno == ENOENT ? Result<QByteArrayList>(QByteArrayList()) : cannotOpen(folder, errno); // gone since it was listed
    QByteArrayList names;
    while (const dirent *entry = ::readdir(open)) {
        const QByteArray name(entry->d_name);
        if (name != "." && name != "..")
            names += name;
    }
    ::closedir(open);
    return names;
}
} // namespace

ContextFiles::ContextFiles(const QString &root, QList<DockerIgnore> ignores, const std::atomic_bool &stop)
    : m_root(QFile::encodeName(QFileInfo(root).canonicalFilePath())), m_ignores(std::move(ignores)), m_stop(stop)
{
    for (const DockerIgnore &ignore : std::as_const(m_ignores))
        m_mayTakeBackIn = m_mayTakeBackIn || ignore.takesBackIn();
}

ContextFiles::Trails ContextFiles::trailsOf(const QByteArray &path, const Trails &folder) const
{
    Trails trails;
    for (qsizetype i = 0; i < m_ignores.size(); ++i)
        trails += m_ignores.at(i).trail(path, folder.value(i));
    return trails;
}

bool ContextFiles::isVisible(const Trails &trails) const
{
    for (qsizetype i = 0; i < m_ignores.size(); ++i) {
        if (!m_ignores.at(i).ignores(trails.at(i)))
            return true;
    }
    return m_ignores.isEmpty();
}

Result<ContextEntries> ContextFiles::find(const DockerfileSources &sources)
{
    if (m_root.isEmpty())
        return Error::badInput(QCoreApplication::translate("ContextFiles", "The folder that the image is built from does not exist"), {});
    if (sources.wholeContext) {
        if (Result<> all = visitFolder({}, {}, true); !all)
            return all.error();
        return std::move(m_found);
    }
    for (const QByteArray &pattern : sources.paths) {
        if (Result<> entered = enter(pattern); !entered)
            return entered.error();
    }
    return std::move(m_found);
}

// Goes down to where the pattern's fixed part ends, over links on the way.
Result<> ContextFiles::enter(const QByteArray &pattern)
{
    const QByteArray start = fixedPart(pattern);
    if (start.isEmpty())
        return visitFolder({}, pattern, false);
    Place place;
    for (const QByteArray &part : start.split('/')) {
        place.path += (place.path.isEmpty() ? "" : "/") + part;
        place.trails = trailsOf(place.path, place.trails);
        struct stat status;
        if (::lstat(absolute(place.path).constData(), &status) == 0 && S_ISLNK(status.st_mode)) {
            keep(place.path, status, isVisible(place.trails));
            return follow(place.path + pattern.mid(place.path.size()));
        }
    }
    return visit(place, pattern, place.path == pattern);
}

// What a named link leads to counts too, as long as it is in the context.
Result<> ContextFiles::follow(const QByteArray &link)
{
    const QByteArray start = fixedPart(link);
    const QByteArray real = QFile::encodeName(QFileInfo(QFile::decodeName(absolute(start))).canonicalFilePath());
    if (!real.startsWith(m_root + '/') || ++m_followed > mostFollowed)
        return {};
    return enter(real.mid(m_root.size() + 1) + link.mid(start.size()));
}

void ContextFiles::keep(const QByteArray &path, const struct stat &status, bool visible)
{
    if (!visible)
        return;
    ContextEntry entry{kindOf(status.st_mode), int(status.st_mode & 07777), FileStamp::of(status)};
    if (entry.kind == ContextEntry::Kind::Link)
        entry.target = targetOf(absolute(path));
    m_found.insert_or_assign(path, entry);
}

Result<> ContextFiles::visit(const Place &place, const QByteArray &pattern, bool wanted)
{
    struct stat status;
    if (::lstat(absolute(place.path).constData(), &status) != 0)
        return errno == ENOENT || errno == ENOTDIR ? Result<>() : Result<>(cannotOpen(absolute(place.path), errno));
    if (S_ISSOCK(status.st_mode))
        return {}; // docker leaves them out too
    const bool isVisibleHere = isVisible(place.trails);
    const bool isNamed = !wanted && !pattern.isEmpty() && globMatches(pattern, place.path);
    if (wanted || isNamed)
        keep(place.path, status, isVisibleHere);
    if (isNamed && S_ISLNK(status.st_mode))
        return follow(place.path);
    if (!S_ISDIR(status.st_mode) || !(isVisibleHere || m_mayTakeBackIn))
        return {};
    const bool below = wanted || isNamed;
    if (!below && place.path.count('/') >= pattern.count('/'))
        return {}; // deeper than the pattern goes
    return visitFolder(place, pattern, below);
}

Result<> ContextFiles::visitFolder(const Place &folder, const QByteArray &pattern, bool wanted)
{
    if (m_stop)
        return Error::canceled();
    const Result<QByteArrayList> names = namesIn(absolute(folder.path));
    if (!names)
        return names.error();
    for (const QByteArray &name : *names) {
        const QByteArray path = folder.path.isEmpty() ? name : folder.path + '/' + name;
        if (Result<> visited = visit({path, trailsOf(path, folder.trails)}, pattern, wanted); !visited)
            return visited;
    }
    return {};
}

} // namespace windsock
