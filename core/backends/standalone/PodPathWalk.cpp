// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/PodPathWalk.h"

#include "core/base/FolderPath.h"

#include <QCoreApplication>

#include <algorithm>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("PodPaths", text);
}

constexpr int mostLinks = 40; // as the kernel (path_resolution(7))

QStringList partsOf(const QString &path)
{
    return path.split(u'/', Qt::SkipEmptyParts);
}

QString parentOf(const QString &path)
{
    return path.left(std::max<qsizetype>(1, path.lastIndexOf(u'/')));
}

class Walk
{
public:
    Walk(const QString &path, const QList<WalkedFolder> &shown, const HostRoot &root) : m_shown(shown), m_root(root), m_rest(partsOf(path))
    {}

    WalkEnd run()
    {
        while (!m_rest.isEmpty() && !m_isOver)
            step(m_rest.takeFirst());
        m_end.at = m_at;
        return m_end;
    }

private:
    void step(const QString &name)
    {
        if (name == u"." || name == u"..") { // of a link
            m_at = name == u"." ? m_at : parentOf(m_at);
            return;
        }
        const QString next = (m_at == u"/" ? QString() : m_at) + u'/' + name;
        const WalkedFolder *outer = holding(next);
        const HostPlace place = outer ? within(*outer, next) : m_root.place(next);
        switch (place.kind) {
        case HostPlace::Kind::Folder: m_at = next; break;
        case HostPlace::Kind::Missing: onMissing(next, outer); break;
        case HostPlace::Kind::Link: onLink(next, place, outer); break;
        case HostPlace::Kind::Other: stop(tr("%1 is not a folder").arg(outer ? hostOf(*outer, next) : next)); break;
        }
    }

    // Of folders in each other the innermost.
    const WalkedFolder *holding(const QString &path) const
    {
        const WalkedFolder *best = nullptr;
        for (const WalkedFolder &one : m_shown) {
            if (isWithinFolder(path, one.at) && (!best || one.at.size() > best->at.size()))
                best = &one;
        }
        return best;
    }

    static QString hostOf(const WalkedFolder &outer, const QString &path) { return outer.folder.host + path.mid(outer.at.size()); }

    // A shown folder itself is one, whatever its host says now.
    HostPlace within(const WalkedFolder &outer, const QString &path) const
    {
        return path == outer.at ? HostPlace{HostPlace::Kind::Folder} : m_root.place(hostOf(outer, path));
    }

    void onMissing(const QString &next, const WalkedFolder *outer)
    {
        const bool isOnTheWay =
            std::any_of(m_shown.begin(), m_shown.end(), [&next](const WalkedFolder &one) { return isWithinFolder(one.at, next); });
        if (isOnTheWay) { // it is made for that one
            m_end.base = outer || !m_end.base.isEmpty() ? m_end.base : m_at;
            m_at = next;
            return;
        }
        if (m_rest.contains(QStringLiteral("..")))
            return stop(tr("%1 is a link that leads nowhere").arg(next));
        const QString end = QDir::cleanPath(next + u'/' + m_rest.join(u'/'));
        if (outer && outer->folder.readOnly)
            return stop(tr("%1 is read-only and has no such folder").arg(outer->folder.shown),
                        tr("Make the folder %1").arg(hostOf(*outer, end)));
        if (!outer && m_end.base.isEmpty())
            m_end.base = m_at;
        m_at = end;
        m_rest.clear();
    }

    void onLink(const QString &next, const HostPlace &place, const WalkedFolder *outer)
    {
        // What it leads to is of the machine that it was made on, and a mount over it would go astray.
        if (outer)
            return stop(tr("%1 is a link").arg(hostOf(*outer, next)));
        if (++m_links > mostLinks || place.target.isEmpty())
            return stop(tr("%1 is a link that leads nowhere").arg(next));
        if (place.target.startsWith(u'/'))
            m_at = QStringLiteral("/");
        m_rest = partsOf(place.target) + m_rest;
    }

    void stop(const QString &why, const QString &todo = {})
    {
        m_end.obstacle = WalkEnd::Obstacle{why, todo};
        m_isOver = true;
    }

    const QList<WalkedFolder> &m_shown;
    const HostRoot &m_root;
    QStringList m_rest;
    QString m_at = QStringLiteral("/");
    WalkEnd m_end;
    int m_links = 0;
    bool m_isOver = false;
};
} // namespace

WalkEnd walk(const QString &path, const QList<WalkedFolder> &shown, const HostRoot &root)
{
    return Walk(path, shown, root).run();
}

} // namespace windsock
