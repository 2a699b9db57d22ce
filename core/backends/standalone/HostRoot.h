// SPDX-License-Identifier: Apache-2.0
// This machine's folders as far as PodPaths has to know them, so that tests can say something else. Reads folders, follows no link.
#pragma once

#include <QStringList>

#include <functional>
#include <optional>

namespace windsock {

struct HostPlace
{
    enum class Kind { Missing, Folder, Link, Other };
    Kind kind = Kind::Missing; // also where this user may not look
    QString target = {};       // of a link, as it is written
    // A folder in which programs of this user make new entries: it is his, or everyone's. For root, who may write everywhere,
    // everyone's only.
    bool takesEntries = false;
};

struct HostRoot
{
    std::function<HostPlace(const QString &path)> place;
    // Names, sorted; absent: this user may not list them. A name that is not UTF-8 cannot be said in an argument and is not among
    // them.
    std::function<std::optional<QStringList>(const QString &folder)> entries;

    static HostRoot ofThisMachine();
};

} // namespace windsock
