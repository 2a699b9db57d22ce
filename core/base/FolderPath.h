// SPDX-License-Identifier: Apache-2.0
// Whether one path lies in another, by their texts: nothing is looked at, links are not followed.
#pragma once

#include <QString>

namespace windsock {

// Or it itself. Both clean (QDir::cleanPath) and absolute, or both relative to the same folder.
inline bool isWithinFolder(const QString &path, const QString &folder)
{
    return path == folder || path.startsWith(folder.endsWith(u'/') ? folder : folder + u'/');
}

} // namespace windsock
