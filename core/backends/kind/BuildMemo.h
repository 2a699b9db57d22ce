// SPDX-License-Identifier: Apache-2.0
// Which image came out of which inputs, in one small file of ours. A memory, not a fact: ask knownImage(), which believes it
// only if Docker still has that image.
#pragma once

#include "core/base/Async.h"
#include "core/base/Cancel.h"
#include "core/process/CommandRunner.h"

namespace windsock {

class BuildMemo
{
public:
    static constexpr int kept = 32; // newest first: switching between branches finds its builds again

    explicit BuildMemo(QString file) : m_file(std::move(file)) {}
    QString imageFor(const QString &inputsHash) const; // "sha256:…"; empty: not known
    // Failing costs a build later, so it is no error. An empty hash decides nothing and is not kept.
    void remember(const QString &inputsHash, const QString &imageId) const;

private:
    QList<std::pair<QString, QString>> read() const;
    QString m_file;
};

// The image that a build with these inputs would give, if it was built before and Docker still has it; else empty. Errors
// are those of a docker that does not answer.
Async<QString> knownImage(CommandRunner &runner, QObject *context, const QString &rememberedId, const Cancel &cancel = {});

} // namespace windsock
