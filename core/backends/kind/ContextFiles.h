// SPDX-License-Identifier: Apache-2.0
// The part of a build context that an image build can see: files, folders and links that the Dockerfile names and
// .dockerignore leaves in. Looks at names and stamps only, opens no file, follows no link out of the context.
#pragma once

#include "core/backends/kind/DockerIgnore.h"
#include "core/backends/kind/DockerfileSources.h"
#include "core/backends/kind/FileHashes.h"

#include <map>

namespace windsock {

struct ContextEntry
{
    enum class Kind : char { File = 'f', Folder = 'd', Link = 'l', Other = 'o' }; // Other: pipes and devices
    Kind kind = Kind::File;
    int mode = 0; // permission bits: an image keeps them
    FileStamp stamp = {};
    QByteArray target = {}; // of a link
};
using ContextEntries = std::map<QByteArray, ContextEntry>; // by path relative to the context

class ContextFiles
{
public:
    // A path counts if one of `ignores` leaves it in: which of two ignore files Docker reads depends on its builder.
    ContextFiles(const QString &root, QList<DockerIgnore> ignores, const std::atomic_bool &stop);

    // Errors: Canceled; BadInput with the folder that cannot be read. A path that is not there is no error: only docker
    // can say whether its build needs it.
    Result<ContextEntries> find(const DockerfileSources &sources);

private:
    using Trails = QList<DockerIgnore::Trail>;
    struct Place
    {
        QByteArray path;
        Trails trails;
    };
    Result<> enter(const QByteArray &pattern);
    Result<> visit(const Place &place, const QByteArray &pattern, bool wanted);
    Result<> visitFolder(const Place &folder, const QByteArray &pattern, bool wanted);
    Result<> follow(const QByteArray &link);
    void keep(const QByteArray &path, const struct stat &status, bool visible);
    Trails trailsOf(const QByteArray &path, const Trails &folder) const;
    bool isVisible(const Trails &trails) const;
    QByteArray absolute(const QByteArray &path) const { return path.isEmpty() ? m_root : m_root + '/' + path; }

    QByteArray m_root; // canonical
    QList<DockerIgnore> m_ignores;
    const std::atomic_bool &m_stop;
    bool m_mayTakeBackIn = false;
    int m_followed = 0;
    ContextEntries m_found;
};

} // namespace windsock
