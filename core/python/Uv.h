// SPDX-License-Identifier: Apache-2.0
// What we tell uv. Builders only; what it answers is read by UvReplies. Every command names a cache of ours and the Python, and runs
// in no project: a uv.toml or pyproject.toml of a workspace is never read, the user's own uv.toml is.
#pragma once

#include "core/process/Command.h"
#include "core/tools/Version.h"

#include <QDateTime>
#include <QMap>

namespace windsock::uv {

struct Place
{
    QString program;                         // uv, absolute
    QString cache;                           // uv's cache folder, ours; on the same disk as the environments, so that it can link
    QMap<QString, QString> environment = {}; // IndexSettings::uvEnvironment()
};

// The oldest that has all that is asked of it here. The tests hold answers of this one and of the pinned one.
inline constexpr Version leastVersion{0, 4, 30};

Command version(const QString &program);

// Relocatable: the environment is made beside its place and renamed into it.
Command venv(const Place &place, const QString &python, const QString &folder);

struct InstallRequest
{
    QString python;                      // of the environment; with `target` any that fits
    QString requirements;                // file, absolute; mode 0600 where addresses with credentials are in it
    QString constraints = {};            // file; empty: none
    QDateTime before = {};               // nothing that was uploaded later; invalid: anything
    QString target = {};                 // a folder to put packages into instead of an environment
    QStringList insecureHosts = {};      // not asked for a certificate that holds
    bool prereleases = false;            // may be chosen
    bool refresh = false;                // not what the cache has of a folder: uv looks there for changes of setup.py and the like only
    bool compile = false;                // to bytecode, all of the environment
    bool check = false;                  // afterwards whether packages got what they need: uv warns
    bool pinned = false;                 // all have hashes, only wheels, nothing comes with them
    std::chrono::seconds limit{45 * 60}; // compilers, slow lines
};
Command install(const Place &place, const InstallRequest &request);
// Empties our cache of uv's. Environments that have been made stay whole.
Command clearCache(const Place &place);

} // namespace windsock::uv
