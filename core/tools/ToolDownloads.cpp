// SPDX-License-Identifier: Apache-2.0
#include "core/tools/ToolDownloads.h"

#include <QSysInfo>

#include <array>

namespace windsock {

namespace {
struct Row
{
    Tool tool;
    const char *platform;
    const char *sha256;
};

constexpr Version kindVersion{0, 27, 0};
constexpr Version helmVersion{3, 19, 4};
constexpr Version kubectlVersion{1, 32, 2};

// Sums as the projects publish them beside their releases. kind's and kubectl's were compared in two other projects that
// pin the same files, Helm's are those of argo-cd's hack/installers/checksums.
constexpr std::array rows{
    Row{Tool::Kind, "linux-amd64", "a6875aaea358acf0ac07786b1a6755d08fd640f4c79b7a2e46681cc13f49a04b"},
    Row{Tool::Kind, "linux-arm64", "5e4507a41c69679562610b1be82ba4f80693a7826f4e9c6e39236169a3e4f9d0"},
    Row{Tool::Kind, "darwin-amd64", "3435134325b6b9406ccfec417b13bb46a808fc74e9a2ebb0ca31b379c8293863"},
    Row{Tool::Kind, "darwin-arm64", "5240ca1acb587e1d0386532dd8c3373d81f5173b5af322919fc56f0cdd646596"},
    Row{Tool::Helm, "linux-amd64", "759c656fbd9c11e6a47784ecbeac6ad1eb16a9e76d202e51163ab78504848862"},
    Row{Tool::Helm, "linux-arm64", "9e1064f5de43745bdedbff2722a1674d0397bc4b4d8d8196d52a2b730909fe62"},
    Row{Tool::Helm, "darwin-amd64", "d9c9b1fc499c54282c4127c60cdd506da2c6202506b708a2b45fb6dfdb318f43"},
    Row{Tool::Helm, "darwin-arm64", "7e82ca63fe80a298cecefad61d0c10bc47963ff3551e94ab6470be6393a6a74b"},
    Row{Tool::Kubectl, "linux-amd64", "4f6a959dcc5b702135f8354cc7109b542a2933c46b808b248a214c1f69f817ea"},
    Row{Tool::Kubectl, "linux-arm64", "7381bea99c83c264100f324c2ca6e7e13738a73b8928477ac805991440a065cd"},
    Row{Tool::Kubectl, "darwin-amd64", "371b8fbd481e1e9052ace16d9c243e92618a2ea9a18c1aaf235d35fef20c0c32"},
    Row{Tool::Kubectl, "darwin-arm64", "31b6318deaa72014b72121e1c7a2e12496d077cee49bbeda94250aec4c978ffb"},
};

ToolDownload downloadOf(const Row &row)
{
    const QString platform = QString::fromLatin1(row.platform);
    ToolDownload download{row.tool, {}, {}, QByteArray(row.sha256), {}};
    if (row.tool == Tool::Kind) {
        download.version = kindVersion;
        const QString releases = QStringLiteral("https://github.com/kubernetes-sigs/kind/releases/download/");
        download.url.setUrl(releases + QStringLiteral("v%1/kind-%2").arg(kindVersion.text(), platform));
    } else if (row.tool == Tool::Helm) {
        download.version = helmVersion;
        download.url.setUrl(QStringLiteral("https://get.helm.sh/helm-v%1-%2.tar.gz").arg(helmVersion.text(), platform));
        download.archiveMember = platform + "/helm";
    } else {
        download.version = kubectlVersion;
        const QString path = QString(platform).replace(u'-', u'/');
        download.url.setUrl(QStringLiteral("https://dl.k8s.io/release/v%1/bin/%2/kubectl").arg(kubectlVersion.text(), path));
    }
    return download;
}
} // namespace

std::optional<ToolDownload> toolDownload(Tool tool, const QString &system, const QString &architecture)
{
    const QString platform = system + u'-' + architecture;
    for (const Row &row : rows) {
        if (row.tool == tool && platform == QLatin1String(row.platform))
            return downloadOf(row);
    }
    return std::nullopt;
}

std::optional<ToolDownload> toolDownloadHere(Tool tool)
{
    const QString cpu = QSysInfo::currentCpuArchitecture();
    const QString architecture = cpu == "x86_64" ? QStringLiteral("amd64") : cpu;
    return toolDownload(tool, QSysInfo::kernelType(), architecture); // "linux", "darwin"; "arm64" as Qt names it
}

} // namespace windsock
