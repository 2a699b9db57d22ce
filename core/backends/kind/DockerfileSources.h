// SPDX-License-Identifier: Apache-2.0
// What a Dockerfile takes from outside: files of the build context and other images. Reads only so much of the language as
// that needs; whatever it does not understand counts as "the whole context". Pure.
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QStringList>

namespace windsock {

struct DockerfileSources
{
    QByteArrayList paths;      // patterns of COPY and ADD, cleaned, relative to the context, sorted, each once
    bool wholeContext = false; // "COPY .", RUN --mount=type=bind, variables in a path, …
    bool remote = false;       // ADD of a URL or a git repository: only a build can tell whether that has changed
    QStringList images;        // FROM, --from and from= that are no stages of this file, with the defaults of ARG filled in

    static DockerfileSources parse(const QByteArray &dockerfile);
    bool operator==(const DockerfileSources &) const = default;
};

} // namespace windsock
