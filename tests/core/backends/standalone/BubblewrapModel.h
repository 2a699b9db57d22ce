// SPDX-License-Identifier: Apache-2.0
// A machine's folders that are not there, and what bwrap's arguments would make of them: which place of the machine a path leads to.
#pragma once

#include "core/backends/standalone/HostRoot.h"

#include <QDir>
#include <QMap>

namespace windsock {

class FakeHost
{
public:
    FakeHost() { m_places[QStringLiteral("/")] = {HostPlace::Kind::Folder}; }

    FakeHost &folder(const QString &path, bool takesEntries = false)
    {
        if (path != u"/") {
            const QString parent = path.left(std::max<qsizetype>(1, path.lastIndexOf(u'/')));
            if (at(parent).kind == HostPlace::Kind::Missing)
                folder(parent);
        }
        m_places[path] = {HostPlace::Kind::Folder, {}, takesEntries};
        return *this;
    }
    FakeHost &link(const QString &path, const QString &target) { return put(path, {HostPlace::Kind::Link, target}); }
    FakeHost &file(const QString &path) { return put(path, {HostPlace::Kind::Other}); }
    FakeHost &closed(const QString &path)
    {
        m_closed += path;
        return folder(path);
    }

    HostPlace at(const QString &path) const { return m_places.value(path); }
    QStringList paths() const { return m_places.keys(); }
    QStringList entries(const QString &folder) const
    {
        const QString start = folder == u"/" ? folder : folder + u'/';
        QStringList names;
        for (const QString &path : m_places.keys()) {
            if (path.size() > start.size() && path.startsWith(start) && !path.mid(start.size()).contains(u'/'))
                names += path.mid(start.size());
        }
        return names;
    }
    // Looks at this object while it lives.
    HostRoot root() const
    {
        return {[this](const QString &path) { return at(path); },
                [this](const QString &folder) { return m_closed.contains(folder) ? std::nullopt : std::optional(entries(folder)); }};
    }

private:
    FakeHost &put(const QString &path, const HostPlace &place)
    {
        folder(path);
        m_places[path] = place;
        return *this;
    }
    QMap<QString, HostPlace> m_places;
    QStringList m_closed;
};

// What a path is, inside.
struct SeenPlace
{
    enum class What { Missing, Machine, Memory };
    What what = What::Missing;
    HostPlace::Kind kind = HostPlace::Kind::Missing;
    QString host = {}; // Machine: the path outside
    QString target = {};
    bool readOnly = false;
};

class BubblewrapModel
{
public:
    BubblewrapModel(const QStringList &arguments, const FakeHost &host) : m_host(host)
    {
        m_mounts += Mount{QStringLiteral("/")}; // bwrap's own root
        for (qsizetype at = 0; at < arguments.size();)
            at += take(arguments.mid(at));
    }

    // What bwrap would end with, or would do to another place than it was told; empty: nothing.
    const QString &failure() const { return m_failure; }

    SeenPlace at(const QString &path) const // path: no link on the way to it
    {
        qsizetype top = 0;
        for (qsizetype index = 0; index < m_mounts.size(); ++index) {
            if (m_mounts[index].link.isEmpty() && holds(m_mounts[index].at, path))
                top = index;
        }
        const Mount &mount = m_mounts[top];
        const bool isMountPoint =
            std::any_of(m_mounts.begin() + top, m_mounts.end(), [&](const Mount &one) { return holds(path, one.at); });
        if (mount.host.isEmpty()) {
            for (const Mount &one : m_mounts.mid(top)) {
                if (!one.link.isEmpty() && one.at == path)
                    return {SeenPlace::What::Memory, HostPlace::Kind::Link, {}, one.link, mount.readOnly};
            }
            return isMountPoint ? SeenPlace{SeenPlace::What::Memory, HostPlace::Kind::Folder, {}, {}, mount.readOnly} : SeenPlace{};
        }
        const QString host =
            path == mount.at ? mount.host : QDir::cleanPath(mount.host + u'/' + path.mid(mount.at == u"/" ? 1 : mount.at.size() + 1));
        const HostPlace place = m_host.at(host);
        if (place.kind == HostPlace::Kind::Missing && !isMountPoint)
            return {};
        return {SeenPlace::What::Machine, place.kind == HostPlace::Kind::Missing ? HostPlace::Kind::Folder : place.kind, host, place.target,
                mount.readOnly};
    }

    // As a program would come to it.
    SeenPlace follow(const QString &path, int links = 0) const
    {
        QString at = QStringLiteral("/");
        QStringList rest = path.split(u'/', Qt::SkipEmptyParts);
        while (!rest.isEmpty()) {
            const QString next = QDir::cleanPath(at + u'/' + rest.takeFirst());
            const SeenPlace seen = this->at(next);
            if (seen.kind == HostPlace::Kind::Link) {
                if (links > 40)
                    return {};
                QString target = seen.target.startsWith(u'/') ? seen.target : at + u'/' + seen.target;
                target = QDir::cleanPath(target + u'/' + rest.join(u'/'));
                while (target.startsWith(u"/.."))
                    target.remove(0, 3); // the root's parent is the root
                return follow(target, links + 1);
            }
            if (seen.kind == HostPlace::Kind::Missing)
                return {};
            at = next;
        }
        return this->at(at);
    }

private:
    struct Mount
    {
        QString at, host = {}, link = {}; // no host: in memory
        bool readOnly = false;
        bool isPlace = false; // nothing but a folder in the one below
    };
    static bool holds(const QString &folder, const QString &path)
    {
        return path == folder || folder == u"/" || path.startsWith(folder + u'/');
    }

    qsizetype take(const QStringList &words)
    {
        const QString &what = words.first();
        if (what == u"--die-with-parent")
            return 1;
        if (what == u"--tmpfs" || what == u"--remount-ro")
            return what == u"--tmpfs" ? mount({words[1]}) : seal(words[1]);
        if (what == u"--dir")
            return mount({.at = words[1], .isPlace = true});
        if (what == u"--symlink")
            return mount({words[2], {}, words[1]});
        if (what.endsWith(u"bind") || what.endsWith(u"bind-try"))
            return mount({words[2], words[1], {}, what.startsWith(u"--ro-")});
        m_failure = QStringLiteral("unknown: ") + what;
        return words.size();
    }

    qsizetype mount(const Mount &one)
    {
        const QString parent = one.at.left(std::max<qsizetype>(1, one.at.lastIndexOf(u'/')));
        for (QString way = one.at; way != u"/"; way = way.left(std::max<qsizetype>(1, way.lastIndexOf(u'/')))) {
            const SeenPlace seen = at(way);
            if (seen.kind == HostPlace::Kind::Link || seen.kind == HostPlace::Kind::Other)
                m_failure = QStringLiteral("in the way of %1: %2").arg(one.at, way);
        }
        SeenPlace above = at(parent);
        for (QString way = parent; above.kind == HostPlace::Kind::Missing; above = at(way))
            way = way.left(std::max<qsizetype>(1, way.lastIndexOf(u'/')));
        if (at(one.at).kind == HostPlace::Kind::Missing && above.readOnly)
            m_failure = QStringLiteral("no place can be made for ") + one.at;
        if (at(one.at).kind == HostPlace::Kind::Missing && isMachines(one.at))
            m_failure = QStringLiteral("on the machine itself a place is made for ") + one.at;
        m_mounts += one;
        return one.host.isEmpty() && one.link.isEmpty() ? 2 : 3;
    }

    // Not in memory, and not in a folder that is shown somewhere else than it is.
    bool isMachines(const QString &path) const
    {
        const Mount *top = nullptr;
        for (const Mount &one : m_mounts)
            top = one.link.isEmpty() && holds(one.at, path) ? &one : top;
        return top && !top->host.isEmpty() && top->host == top->at;
    }

    qsizetype seal(const QString &path)
    {
        for (Mount &one : m_mounts)
            one.readOnly =
                one.readOnly || ((one.at == path || (one.isPlace && holds(path, one.at))) && one.host.isEmpty() && one.link.isEmpty());
        return 2;
    }

    const FakeHost &m_host;
    QList<Mount> m_mounts;
    QString m_failure;
};

} // namespace windsock
