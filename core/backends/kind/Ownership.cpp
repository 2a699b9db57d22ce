// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/Ownership.h"

#include "core/base/FileText.h"
#include "core/workspace/KindConfig.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace windsock {

namespace {
QString markSource(const docker::Container &node)
{
    for (const docker::ContainerMount &mount : node.mounts) {
        if (mount.destination == QLatin1String(ownerMarkInNode))
            return mount.source;
    }
    return {};
}
QString creationMark(const KindPlaces &places)
{
    return places.ownerMark + QStringLiteral(".creating");
}
} // namespace

bool isOurs(const docker::Container &node, const KindPlaces &places)
{
    const QString source = markSource(node);
    // Docker Desktop reports host folders as its virtual machine sees them.
    return source == places.ownerMark || source == QStringLiteral("/host_mnt") + places.ownerMark;
}

QString ownerOf(const docker::Container &node)
{
    const QString source = markSource(node);
    const auto text = source.isEmpty() ? Result<QByteArray>(QByteArray()) : readFile(source);
    return text ? QString::fromUtf8(*text).trimmed() : source;
}

Result<> writeOwnerMark(const KindPlaces &places, const Workspace &workspace)
{
    return writeFile(places.ownerMark, workspace.folder().absolutePath().toUtf8() + '\n');
}

Error nameTaken(const docker::Container &node, const KindPlaces &places)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Ownership", text); };
    Error error{Error::Code::Conflict, tr("There is already a cluster named “%1”").arg(places.cluster)};
    const QString owner = ownerOf(node);
    error.why = owner.isEmpty() ? tr("It was not made by Windsock (container %1), so Windsock does not touch it").arg(node.name)
                                : tr("It belongs to the workspace %1").arg(owner);
    error.todo =
        tr("Give this workspace a cluster name of its own (cluster.name in windsock.yaml), or delete that cluster where it was made");
    error.rule = QStringLiteral("name.taken");
    return error;
}

Result<> refuseForeign(const std::optional<docker::Container> &node, const KindPlaces &places)
{
    return node && !isOurs(*node, places) ? Result<>(nameTaken(*node, places)) : Result<>();
}

Result<> beginCreation(const KindPlaces &places)
{
    return writeFile(creationMark(places), QByteArray());
}

void endCreation(const KindPlaces &places)
{
    QFile::remove(creationMark(places));
}

bool isHalfMade(const KindPlaces &places)
{
    return QFileInfo::exists(creationMark(places));
}

} // namespace windsock
