// SPDX-License-Identifier: Apache-2.0
#include "app/PostRender.h"

#include "core/backends/kind/BootPatch.h"
#include "core/base/FileText.h"

#include <QFile>

#include <cstdio>

namespace windsock {

namespace {
int complain(const Error &error)
{
    const QByteArray text = QByteArray("windsock post-render: ") + error.report().toUtf8() + '\n';
    std::fwrite(text.constData(), 1, size_t(text.size()), stderr);
    return 1;
}

Result<BootPatchResult> patchFrom(const QString &factsFile)
{
    const auto json = readFile(factsFile);
    if (!json)
        return json.error();
    const auto facts = BootFacts::fromJson(*json);
    if (!facts)
        return facts.error();
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return Error{Error::Code::Bug, QStringLiteral("Standard input cannot be read"), in.errorString()};
    return patchManifests(in.readAll(), *facts);
}
} // namespace

int postRender(const QString &factsFile)
{
    const auto patched = patchFrom(factsFile);
    if (!patched)
        return complain(patched.error());
    QByteArray report;
    for (const QString &note : patched->notes)
        report += "# " + note.toUtf8() + '\n';
    if (const Result<> kept = writeFile(factsFile + QStringLiteral(".diff"), report + patched->diff.toUtf8(), ownerOnly); !kept)
        return complain(kept.error());
    const QByteArray &out = patched->manifests;
    const bool written = std::fwrite(out.constData(), 1, size_t(out.size()), stdout) == size_t(out.size()) && std::fflush(stdout) == 0;
    return written ? 0 : complain({Error::Code::ToolFailed, QStringLiteral("The patched manifests could not be handed to Helm")});
}

} // namespace windsock
