// SPDX-License-Identifier: Apache-2.0
// Any bytes as windsock.yaml, kind-cluster.yaml, Helm values and Dockerfile. What is accepted must be safe to pass on.
#include "core/workspace/AirflowValues.h"
#include "core/workspace/Dockerfile.h"
#include "core/workspace/HelmValues.h"
#include "core/workspace/KindConfig.h"
#include "core/workspace/WorkspaceFile.h"

#include <cstdint>
#include <cstdlib>

using namespace windsock;

namespace {
void demand(bool condition)
{
    if (!condition)
        std::abort();
}

void asWorkspaceFile(const YamlDocument &document)
{
    const Result<WorkspaceFile> file = WorkspaceFile::read(document);
    if (!file)
        return demand(!file.error().what.isEmpty());
    for (const QString &word : {file->clusterName, file->release, file->nameSpace})
        demand(!word.isEmpty() && !word.startsWith(u'-') && !word.contains(u' ') && word.size() <= 63);
    demand(file->webPort >= 1 && file->webPort <= 65535 && !file->nodeImage.startsWith(u'-') && file->warnings.size() <= 100);
}

void asKindConfig(const YamlDocument &document)
{
    const Result<QByteArray> derived = renderKindConfig(document, QDir(QStringLiteral("/folder")), QStringLiteral("/state/owner"));
    if (!derived)
        return demand(!derived.error().what.isEmpty());
    const Result<YamlDocument> again = YamlDocument::parse(*derived, QStringLiteral("derived"));
    demand(again.has_value() && !again->has({"name"}));
    const Result<KindConfig> config = KindConfig::read(*again, QDir(QStringLiteral("/elsewhere")));
    demand(config.has_value());
    for (const NodeMount &mount : config->mounts)
        demand(mount.hostPath == mount.hostAbsolute && mount.hostPath.startsWith(u'/'));
}

void asValues(const YamlDocument &document)
{
    const QList<ValuesFile> files{{{}, {}, document}, {{}, {}, document}};
    const YamlDocument merged = mergeValues(files);
    for (const ChartFlavor flavor : {ChartFlavor::Community, ChartFlavor::Official}) {
        const AirflowValues values(flavor, QStringLiteral("8.9.0"), merged);
        (void)values.image();
        (void)values.login();
        (void)values.logFolder();
        for (const PodMount &mount : values.hostMounts())
            demand(keyPlace(files, mount.mountPath).line > 0);
    }
    (void)chartFlavor({}, {}, merged);
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const Result<Dockerfile> dockerfile = Dockerfile::parse(bytes, QStringLiteral("Dockerfile"));
    demand(!dockerfile || !dockerfile->baseImage.isEmpty());
    const Result<YamlDocument> document = YamlDocument::parse(bytes, QStringLiteral("f.yaml"));
    if (!document)
        return 0;
    asWorkspaceFile(*document);
    asKindConfig(*document);
    asValues(*document);
    return 0;
}
