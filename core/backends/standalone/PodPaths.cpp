// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/PodPaths.h"

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

constexpr int mostEntries = 200; // each is a mount of every process

qsizetype depthOf(const QString &path)
{
    return path == u"/" ? 0 : path.count(u'/');
}

bool isAmong(const QString &path, std::initializer_list<const char *> folders)
{
    return std::any_of(folders.begin(), folders.end(), [&path](const char *folder) { return path == QLatin1String(folder); });
}

// The system's own folders: programs and the kernel's views, which must be the machine's, and those of which others are made.
bool isSystems(const QString &path)
{
    if (isAmong(path, {"/", "/etc", "/home", "/tmp", "/var"}))
        return true;
    const QString first = path.section(u'/', 0, 1);
    return isAmong(first, {"/bin", "/boot", "/dev", "/lib", "/lib32", "/lib64", "/libx32", "/proc", "/run", "/sbin", "/sys", "/usr"});
}

using Refused = std::optional<PodPaths::Refusal>;

class Layout
{
public:
    Layout(const QStringList &kept, const HostRoot &root) : m_kept(kept), m_root(root) {}

    // Nothing: it is shown, or was already.
    Refused add(const WorkspaceFolder &folder);
    QStringList arguments() const;
    QList<WorkspaceFolder> shown() const;

private:
    bool leadsTo(const WalkedFolder &one, const WalkedFolder &last) const;
    Refused refuseBase(const WorkspaceFolder &folder, const WalkEnd &end) const;
    QStringList laidAnew(const QString &base) const;
    QStringList laidBelow(const WalkedFolder &outer) const;

    const QStringList m_kept;
    const HostRoot &m_root;
    QList<WalkedFolder> m_shown;
    QStringList m_bases; // laid anew
};

Refused Layout::add(const WorkspaceFolder &folder)
{
    const QString wanted = QDir::cleanPath(folder.podPath);
    const WalkEnd end = walk(wanted, m_shown, m_root);
    if (end.obstacle)
        return PodPaths::Refusal{folder, end.obstacle->why, end.obstacle->todo};
    if (isSystems(wanted) || isSystems(end.at))
        return PodPaths::Refusal{folder, tr("The folders of the system stay what they are")};
    const auto hides = [&end](const QString &path) { return isWithinFolder(path, end.at); };
    if (const auto hidden = std::find_if(m_kept.begin(), m_kept.end(), hides); hidden != m_kept.end())
        return PodPaths::Refusal{folder, tr("It would hide %1, which Airflow needs here").arg(*hidden)};
    for (const WalkedFolder &other : std::as_const(m_shown)) {
        if (other.at == end.at && other.folder.host == folder.host)
            return {};
        // Outer ones come first, but links may make of a short way a long one.
        if (isWithinFolder(other.at, end.at) || !leadsTo(other, {folder, end.at}))
            return PodPaths::Refusal{folder, tr("%1 is shown there already").arg(other.folder.shown)};
    }
    if (!leadsTo({folder, end.at}, {folder, end.at}))
        return PodPaths::Refusal{folder, tr("%1 is a link that leads nowhere").arg(wanted)}; // it would cover the link itself
    if (const Refused refused = refuseBase(folder, end))
        return refused;
    if (!end.base.isEmpty() && !m_bases.contains(end.base))
        m_bases += end.base;
    m_shown += WalkedFolder{folder, end.at};
    return {};
}

// With `last` mounted too.
bool Layout::leadsTo(const WalkedFolder &one, const WalkedFolder &last) const
{
    const WalkEnd end = walk(QDir::cleanPath(one.folder.podPath), m_shown + QList{last}, m_root);
    return !end.obstacle && end.at == one.at;
}

Refused Layout::refuseBase(const WorkspaceFolder &folder, const WalkEnd &end) const
{
    if (end.base.isEmpty() || m_bases.contains(end.base))
        return {};
    const QString todo = tr("Make the folder %1, with sudo where it takes that; it can stay empty").arg(end.at);
    const auto holdsBase = [&end](const QString &path) { return isWithinFolder(end.base, path); };
    // /etc: files in it are replaced by new ones, which processes that see the old ones would not learn of.
    if (end.base == u"/etc" || m_root.place(end.base).takesEntries || std::any_of(m_kept.begin(), m_kept.end(), holdsBase))
        return PodPaths::Refusal{folder, tr("It is missing in %1, where programs make new files").arg(end.base), todo};
    const auto entries = m_root.entries(end.base);
    if (!entries || entries->size() > mostEntries)
        return PodPaths::Refusal{folder, tr("It is missing in %1, which cannot be shown with all that lies in it").arg(end.base), todo};
    return {};
}

QStringList Layout::laidAnew(const QString &base) const
{
    QStringList made;
    for (const QString &name : m_root.entries(base).value_or(QStringList())) {
        const QString path = (base == u"/" ? QString() : base) + u'/' + name;
        const HostPlace place = m_root.place(path);
        if (place.kind == HostPlace::Kind::Link)
            made += {QStringLiteral("--symlink"), place.target, path};
        else if (place.kind != HostPlace::Kind::Missing)
            made += {QStringLiteral("--dev-bind-try"), path, path};
    }
    return made;
}

// bwrap passes over a folder whose host is gone ("try"), and would then make the places of those within it on the machine itself.
QStringList Layout::laidBelow(const WalkedFolder &outer) const
{
    const auto holdsOuter = [&outer](const WalkedFolder &one) { return one.at != outer.at && isWithinFolder(outer.at, one.at); };
    if (m_root.place(outer.at).kind == HostPlace::Kind::Missing || std::any_of(m_shown.begin(), m_shown.end(), holdsOuter))
        return {}; // they would be made in a base, or in that one
    QStringList places;
    for (const WalkedFolder &one : m_shown) {
        if (one.at != outer.at && isWithinFolder(one.at, outer.at))
            places += {QStringLiteral("--dir"), one.at};
    }
    if (places.isEmpty())
        return {};
    return QStringList{QStringLiteral("--tmpfs"), outer.at} + places + QStringList{QStringLiteral("--remount-ro"), outer.at};
}

QStringList Layout::arguments() const
{
    QStringList bases = m_bases;
    std::sort(bases.begin(), bases.end(), [](const QString &a, const QString &b) {
        return std::pair(depthOf(a), a) < std::pair(depthOf(b), b); // one that lies in another is laid into it
    });
    QStringList made{QStringLiteral("--die-with-parent")};
    if (!bases.contains(QStringLiteral("/")))
        made += {QStringLiteral("--dev-bind"), QStringLiteral("/"), QStringLiteral("/")};
    for (const QString &base : std::as_const(bases)) {
        if (base != u"/") // bwrap's own root is an empty one
            made += {QStringLiteral("--tmpfs"), base};
        made += laidAnew(base);
    }
    // "try": a folder that goes while Airflow runs must not keep a part from being started again.
    for (const WalkedFolder &one : m_shown) {
        made += laidBelow(one);
        made += {one.folder.readOnly ? QStringLiteral("--ro-bind-try") : QStringLiteral("--bind-try"), one.folder.host, one.at};
    }
    for (const QString &base : std::as_const(bases))
        made += {QStringLiteral("--remount-ro"), base};
    return made;
}

QList<WorkspaceFolder> Layout::shown() const
{
    QList<WorkspaceFolder> list;
    for (const WalkedFolder &one : m_shown)
        list += one.folder;
    return list;
}

// Both get the program and its arguments as their own. -I -S: nothing of the user's is loaded, and it takes milliseconds.
QStringList pythonThatBecomes(const char *how)
{
    return {QStringLiteral("-I"), QStringLiteral("-S"), QStringLiteral("-c"),
            QStringLiteral("import os, signal, sys; signal.pthread_sigmask(signal.%1, {signal.SIGTERM, signal.SIGINT}); "
                           "os.execv(sys.argv[1], sys.argv[1:])")
                .arg(QLatin1String(how))};
}
} // namespace

PodPaths PodPaths::of(const QList<WorkspaceFolder> &folders, const QStringList &kept, const HostRoot &root)
{
    // Outer ones first: inner ones lie in them.
    QList<WorkspaceFolder> sorted = folders;
    std::stable_sort(sorted.begin(), sorted.end(), [](const WorkspaceFolder &a, const WorkspaceFolder &b) {
        return depthOf(QDir::cleanPath(a.podPath)) < depthOf(QDir::cleanPath(b.podPath));
    });
    QStringList places = kept;
    places.removeAll(QStringLiteral("/")); // a home of "/" (users of containers) keeps nothing
    Layout layout(places, root);
    PodPaths made;
    for (const WorkspaceFolder &folder : std::as_const(sorted)) {
        if (const Refused refused = layout.add(folder))
            made.refused += *refused;
    }
    made.shown = layout.shown();
    if (!made.shown.isEmpty())
        made.arguments = layout.arguments();
    return made;
}

bool PodPaths::shows(const QString &podPath) const
{
    const QString path = QDir::cleanPath(podPath);
    return std::any_of(shown.begin(), shown.end(), [&path](const WorkspaceFolder &folder) {
        const QString there = QDir::cleanPath(folder.podPath);
        return isWithinFolder(path, there) || isWithinFolder(there, path);
    });
}

bool PodPaths::showsAt(const QString &host, const QString &podPath) const
{
    return std::any_of(shown.begin(), shown.end(), [&](const WorkspaceFolder &folder) {
        return folder.host == host && QDir::cleanPath(folder.podPath) == QDir::cleanPath(podPath);
    });
}

WorkspaceFolders PodPaths::seen(WorkspaceFolders folders) const
{
    const auto look = [this](WorkspaceFolder &folder) {
        if (showsAt(folder.host, folder.podPath))
            folder.host = QDir::cleanPath(folder.podPath);
    };
    for (auto *one : {&folders.dags, &folders.plugins, &folders.logs}) {
        if (*one)
            look(**one);
    }
    for (WorkspaceFolder &other : folders.others)
        look(other);
    return folders;
}

Component PodPaths::around(Component component, const QString &bubblewrap, const QString &folder) const
{
    if (shown.isEmpty())
        return component;
    QStringList args = pythonThatBecomes("SIG_BLOCK") + QStringList{bubblewrap} + arguments;
    if (!folder.isEmpty())
        args += {QStringLiteral("--chdir"), folder};
    args += QStringList{component.program} + pythonThatBecomes("SIG_UNBLOCK") + QStringList{component.program};
    component.args = args + component.args;
    return component;
}

} // namespace windsock
