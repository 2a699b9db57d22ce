// SPDX-License-Identifier: Apache-2.0
#include "core/tools/DockerReplies.h"

#include "core/tools/JsonAnswer.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace windsock::docker {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Docker", text);
}

QStringList strings(const QJsonValue &list)
{
    QStringList texts;
    const QJsonArray array = list.toArray();
    for (const QJsonValue &entry : array)
        texts += entry.toString();
    return texts;
}

QMap<QString, QString> labelMap(const QJsonObject &object)
{
    QMap<QString, QString> labels;
    for (auto it = object.begin(); it != object.end(); ++it)
        labels.insert(it.key(), it.value().toString());
    return labels;
}

Provider providerOf(const QJsonObject &info)
{
    const QString system = info.value("OperatingSystem").toString();
    const QString name = info.value("Name").toString();
    if (system.startsWith("Docker Desktop"))
        return Provider::DockerDesktop;
    if (system.startsWith("OrbStack"))
        return Provider::OrbStack;
    if (name.startsWith("colima"))
        return Provider::Colima;
    if (name.contains("rancher-desktop") || system.startsWith("Rancher Desktop"))
        return Provider::RancherDesktop;
    if (info.contains("BuildahVersion")) // podman's own field in its docker-shaped answer
        return Provider::Podman;
    return Provider::Native;
}

QString imageArchitecture(const QString &machine)
{
    if (machine == "x86_64")
        return QStringLiteral("amd64");
    return machine == "aarch64" ? QStringLiteral("arm64") : machine;
}

bool usesContainerd(const QJsonArray &driverStatus)
{
    for (const QJsonValue &pair : driverStatus) {
        if (pair.toArray().at(0).toString() == "driver-type")
            return pair.toArray().at(1).toString().contains("containerd");
    }
    return false;
}

Error engineSilent(const QStringList &reasons)
{
    Error error{Error::Code::ToolFailed, tr("The container engine does not answer")};
    error.why = reasons.join(u' ').trimmed();
    error.todo = tr("Start Docker, then try again");
    error.rule = error.why.contains("permission denied") ? QStringLiteral("engine.permission") : QStringLiteral("engine.down");
    return error;
}

// "1.62GB", "2.97MB (virtual …)", "0B": docker counts in powers of ten
qint64 bytesOf(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^([\\d.]+)\\s*([kKMGT]?)B"));
    const QRegularExpressionMatch match = pattern.match(text);
    const qsizetype power = match.captured(2).isEmpty() ? 0 : QStringLiteral(" KMGT").indexOf(match.captured(2).toUpper());
    double bytes = match.captured(1).toDouble();
    for (qsizetype i = 0; i < power; ++i)
        bytes *= 1000;
    return qint64(bytes);
}
} // namespace

QString providerTitle(Provider provider)
{
    switch (provider) {
    case Provider::Native: return QStringLiteral("Docker Engine");
    case Provider::DockerDesktop: return QStringLiteral("Docker Desktop");
    case Provider::OrbStack: return QStringLiteral("OrbStack");
    case Provider::Colima: return QStringLiteral("Colima");
    case Provider::RancherDesktop: return QStringLiteral("Rancher Desktop");
    case Provider::Podman: return QStringLiteral("Podman");
    }
    return {};
}

Result<EngineInfo> parseInfo(const QByteArray &json, const QByteArray &errors)
{
    Result<QJsonObject> answer = readObject(json, QStringLiteral("docker info"));
    if (!answer)
        return answer.error();
    const QJsonObject info = *answer;
    EngineInfo engine;
    engine.serverVersion = info.value("ServerVersion").toString();
    if (engine.serverVersion.isEmpty())
        return engineSilent(strings(info.value("ServerErrors")) + QStringList{QString::fromUtf8(errors)});
    engine.cpus = info.value("NCPU").toInt();
    engine.memory = info.value("MemTotal").toInteger();
    engine.storageDriver = info.value("Driver").toString();
    engine.rootFolder = info.value("DockerRootDir").toString();
    engine.system = info.value("OperatingSystem").toString();
    engine.architecture = imageArchitecture(info.value("Architecture").toString());
    engine.provider = providerOf(info);
    engine.containerdStore = usesContainerd(info.value("DriverStatus").toArray());
    engine.rootless = strings(info.value("SecurityOptions")).contains("name=rootless");
    engine.cgroupVersion = info.value("CgroupVersion").toString().toInt();
    return engine;
}

Result<ImageFacts> parseImage(const QByteArray &json)
{
    Result<QJsonArray> answer = readArray(json, QStringLiteral("docker image inspect"));
    if (!answer)
        return answer.error();
    if (answer->isEmpty())
        return Error{Error::Code::NotFound, tr("Docker has no such image")};
    const QJsonObject image = answer->at(0).toObject();
    ImageFacts facts;
    facts.id = image.value("Id").toString();
    facts.tags = strings(image.value("RepoTags"));
    facts.digests = strings(image.value("RepoDigests"));
    const QJsonObject config = image.value("Config").toObject();
    facts.labels = labelMap(config.value("Labels").toObject());
    facts.entrypoint = strings(config.value("Entrypoint"));
    facts.onBuild = strings(config.value("OnBuild"));
    facts.size = image.value("Size").toInteger();
    facts.layers = strings(image.value("RootFS").toObject().value("Layers"));
    facts.architecture = image.value("Architecture").toString();
    facts.system = image.value("Os").toString();
    facts.created = QDateTime::fromString(image.value("Created").toString(), Qt::ISODateWithMs);
    if (facts.id.isEmpty())
        return unreadableAnswer(QStringLiteral("docker image inspect"), json, tr("It names no image"));
    return facts;
}

Result<QList<ImageRow>> parseImageList(const QByteArray &lines)
{
    Result<QList<QJsonObject>> answer = readObjectLines(lines, QStringLiteral("docker image ls"));
    if (!answer)
        return answer.error();
    QList<ImageRow> rows;
    for (const QJsonObject &row : std::as_const(*answer))
        rows += ImageRow{row.value("ID").toString(), row.value("Repository").toString(), row.value("Tag").toString()};
    return rows;
}

QStringList unusedContentTags(const QList<ImageRow> &images, const QStringList &used)
{
    static const QRegularExpression content(QStringLiteral("^[0-9a-f]{12}$"));
    QStringList unused;
    for (const ImageRow &image : images) {
        const bool ours = content.match(image.tag).hasMatch() && image.id.contains(QStringLiteral("sha256:") + image.tag);
        if (ours && !used.contains(image.name()) && !used.contains(image.tag) && !used.contains(image.id))
            unused += image.name();
    }
    return unused;
}

Result<DiskUsage> parseDiskUsage(const QByteArray &lines)
{
    Result<QList<QJsonObject>> answer = readObjectLines(lines, QStringLiteral("docker system df"));
    if (!answer)
        return answer.error();
    DiskUsage usage;
    for (const QJsonObject &row : std::as_const(*answer)) {
        const QString type = row.value("Type").toString();
        const qint64 size = bytesOf(row.value("Size").toString());
        usage.reclaimable += bytesOf(row.value("Reclaimable").toString());
        if (type == "Images")
            usage.images = size;
        else if (type == "Containers")
            usage.containers = size;
        else if (type == "Local Volumes")
            usage.volumes = size;
        else if (type == "Build Cache")
            usage.buildCache = size;
    }
    return usage;
}

Result<qint64> parseDiskFree(const QByteArray &dfOutput)
{
    const QList<QByteArray> lines = dfOutput.trimmed().split('\n');
    const QList<QByteArray> cells = lines.last().simplified().split(' ');
    bool isNumber = false;
    const qint64 kibibytes = cells.size() >= 6 ? cells.at(3).toLongLong(&isNumber) : 0;
    if (lines.size() < 2 || !isNumber)
        return unreadableAnswer(QStringLiteral("df -Pk"), dfOutput, tr("A table of file systems was expected"));
    return kibibytes * 1024;
}

bool hasBuildKit(int buildxExitCode)
{
    return buildxExitCode == 0;
}

} // namespace windsock::docker
