// SPDX-License-Identifier: Apache-2.0
// What a file or folder of the user's is made of, as one short text: another one after any edit. For packages that are built from it.
#pragma once

#include <QString>

namespace windsock {

struct ContentLimits
{
    int files = 2000;
    qint64 bytes = 8 * 1024 * 1024; // read all in all; what is beyond counts by its size and its time of change
};

// Of a folder: the paths in it, sorted, and their bytes, without what tools put there (hidden files, __pycache__, *.egg-info, and at
// its top build and dist). Links within are not followed. Of a folder with a windsock.yaml only what a package is built from counts
// (setup.py, pyproject.toml, src …): DAGs and logs change all the time. Empty: there is nothing of that name.
QString contentHash(const QString &path, const ContentLimits &limits = {});

} // namespace windsock
