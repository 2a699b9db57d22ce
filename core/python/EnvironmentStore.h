// SPDX-License-Identifier: Apache-2.0
// The folder of finished Python environments: one per content, shared by workspaces. An environment is there or it is not: it is
// made in a folder beside and renamed in with its mark already in it. Looked up, never remembered.
#pragma once

#include "core/base/Async.h"
#include "core/python/EnvironmentSpec.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace windsock {

// How the versions of an environment's packages were fixed.
enum class PackageLock {
    Constraints, // Airflow's own constraints file for that version and Python
    Date,        // nothing that was uploaded after the release
    None,        // a release without a known date, without constraints: the newest that fit
};
QString packageLockName(PackageLock lock); // "constraints": stable, used in JSON

// A finished environment, or a folder of programs that is kept like one (EmbeddedPostgres: without airflow and python).
struct PythonEnvironment
{
    QString id;
    QString folder; // absolute
    QString airflow = {};
    PythonVersion python = {};
    PackageLock lock = PackageLock::None;
    QString lockNote = {}; // how, in words; for the run's log and reports
    qint64 bytes = 0;      // of its files when it was made; what uv's cache holds too takes no room of its own
    QDateTime made = {};   // UTC
    QJsonObject spec = {}; // EnvironmentSpec::toJson()

    // Scripts of packages find their Python beside them by realpath, which macOS has from 13 on: `python -m …` needs nothing.
    QString program(const QString &name) const { return folder + QStringLiteral("/bin/") + name; }
    QString pythonProgram() const { return program(QStringLiteral("python")); }
};

class EnvironmentStore
{
public:
    explicit EnvironmentStore(const QString &folder) : m_folder(folder) {} // Paths::data + "/pythons"

    const QString &folder() const { return m_folder; }
    QString folderOf(const QString &id) const { return m_folder + u'/' + id; }
    // For FolderLock: held while an environment is made or removed.
    QString lockFileOf(const QString &id) const { return m_folder + QStringLiteral("/.locks/") + id; }

    // Complete: its mark is there and fits, and the Python that it was made of still is. Cheap: two files are looked at.
    std::optional<PythonEnvironment> find(const QString &id) const;
    QList<PythonEnvironment> all() const; // newest first
    // Those that no workspace needs. `used`: ids.
    QList<PythonEnvironment> unused(const QStringList &used) const;

    // Gone at once under a name that no one looks for; then its files go, off the main thread. None where there is none. Errors:
    // Conflict where it is being made, BadInput where it cannot be removed.
    Async<> remove(const QString &id, QObject *context) const;

    // For whoever makes one, holding its lock: a new folder for it and for files beside it, which only the owner can read. What
    // killed ones have left of this id is cleared. Errors: BadInput.
    Async<QString> beginMaking(const QString &id, QObject *context) const;
    static QString environmentIn(const QString &making) { return making + QStringLiteral("/environment"); }
    // Puts the environment into its place, with its mark; what was there goes. Errors: BadInput.
    Async<PythonEnvironment> finishMaking(const QString &making, PythonEnvironment environment, QObject *context) const;
    Async<> dropMaking(const QString &making, QObject *context) const; // after a failure

private:
    QString m_folder;
};

} // namespace windsock
