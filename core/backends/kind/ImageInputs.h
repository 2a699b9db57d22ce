// SPDX-License-Identifier: Apache-2.0
// One hash over everything that `docker build` would read: the Dockerfile, the files of the context that it names, the images
// that it builds on. The same hash means that a build would give what an earlier one gave. Reads, never builds.
#pragma once

#include "core/base/Async.h"
#include "core/base/Cancel.h"

#include <QStringList>

namespace windsock {

struct ImageInputsRequest
{
    QString dockerfile;            // absolute
    QString context;               // absolute
    QStringList baseImageIds = {}; // of baseImagesOf(), in that order
    QString memoFile = {};         // of FileHashes; empty: none
    bool keepsMemo = true;         // false: it is only read
    bool wholeContext = false;     // for bases with ONBUILD, whose COPY no Dockerfile shows
};

struct ImageInputs
{
    QString hash;         // 64 hex digits
    bool decisive = true; // false: the build fetches something (ADD https://…) that only a build can compare
    int files = 0;        // that the build can see
    int filesRead = 0;    // of them, those that had to be read this time
    qint64 bytes = 0;     // of all
};

// The images that the Dockerfile builds on or copies from, with ARG's defaults filled in; none if it cannot be read.
QStringList baseImagesOf(const QString &dockerfile);

// Works in a thread of its own. Errors: NotFound and BadInput with the file, Canceled.
Async<ImageInputs> lookAtImageInputs(const ImageInputsRequest &request, QObject *context, const Cancel &cancel = {});
// The hash alone; empty where it decides nothing, so that a BuildMemo knows no image for it.
Async<QString> hashImageInputs(const ImageInputsRequest &request, QObject *context, const Cancel &cancel = {});

} // namespace windsock
