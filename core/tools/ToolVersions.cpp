// SPDX-License-Identifier: Apache-2.0
#include "core/tools/ToolVersions.h"

#include "core/tools/Docker.h"
#include "core/tools/Helm.h"
#include "core/tools/JsonAnswer.h"
#include "core/tools/Kind.h"
#include "core/tools/Kubectl.h"

#include <QCoreApplication>

namespace windsock {

namespace {
QString shownVersionCommand(Tool tool)
{
    return toolName(tool) + QStringLiteral(" version");
}

Result<ToolVersion> ofText(Tool tool, const QByteArray &out, const QString &text)
{
    const std::optional<Version> version = Version::find(text);
    if (!version)
        return unreadableAnswer(shownVersionCommand(tool), out, QCoreApplication::translate("ToolVersions", "There is no version in it"));
    return ToolVersion{tool, *version, {}};
}

Result<ToolVersion> ofDocker(const QByteArray &out)
{
    Result<QJsonObject> answer = readObject(out, shownVersionCommand(Tool::Docker));
    if (!answer)
        return answer.error();
    Result<ToolVersion> found = ofText(Tool::Docker, out, answer->value("Client").toObject().value("Version").toString());
    if (found)
        found->server = Version::find(answer->value("Server").toObject().value("Version").toString());
    return found;
}

Result<ToolVersion> ofKubectl(const QByteArray &out)
{
    Result<QJsonObject> answer = readObject(out, shownVersionCommand(Tool::Kubectl));
    if (!answer)
        return answer.error();
    return ofText(Tool::Kubectl, out, answer->value("clientVersion").toObject().value("gitVersion").toString());
}
} // namespace

Command versionCommand(Tool tool)
{
    switch (tool) {
    case Tool::Kind: return kind::version();
    case Tool::Helm: return helm::version();
    case Tool::Kubectl: return kubectl::version();
    default: return docker::version();
    }
}

Result<ToolVersion> parseToolVersion(Tool tool, const QByteArray &out)
{
    if (tool == Tool::Docker)
        return ofDocker(out);
    if (tool == Tool::Kubectl)
        return ofKubectl(out);
    // "kind v0.27.0 go1.23.6 linux/amd64", "v3.19.4"
    const QString text = QString::fromUtf8(out).trimmed();
    const bool asExpected = text.startsWith(tool == Tool::Kind ? QLatin1String("kind v") : QLatin1String("v"));
    return ofText(tool, out, asExpected ? text : QString());
}

VersionRange supportedRange(Tool tool)
{
    switch (tool) {
    case Tool::Docker: return {{20, 10, 0}, {}};
    case Tool::Kind: return {{0, 20, 0}, {}};
    // 3.13: --labels. 4.0: post-renderers became plugins, so that fast boot cannot be asked for by a path.
    case Tool::Helm: return {{3, 13, 0}, Version{4, 0, 0}};
    case Tool::Kubectl: return {{1, 24, 0}, {}};
    default: return {};
    }
}

Fit fits(Tool tool, const Version &version)
{
    const VersionRange range = supportedRange(tool);
    if (version < range.least)
        return Fit::TooOld;
    return range.below && version >= *range.below ? Fit::TooNew : Fit::Good;
}

Fit kubectlFits(const Version &kubectl, const Version &node)
{
    const int skew = kubectl.major != node.major ? (kubectl.major - node.major) * 100 : kubectl.minor - node.minor;
    if (skew < -1)
        return Fit::TooOld;
    return skew > 1 ? Fit::TooNew : Fit::Good;
}

} // namespace windsock
