// SPDX-License-Identifier: Apache-2.0
// What docker answers, as values. Pure; recorded answers of docker 20.10 and 28 are the tests.
#pragma once

#include "core/base/Result.h"
#include "core/tools/Version.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QStringList>

namespace windsock::docker {

// Who runs the engine: decides how it is started and which disk and memory count.
enum class Provider { Native, DockerDesktop, OrbStack, Colima, RancherDesktop, Podman };
QString providerTitle(Provider provider); // "Docker Desktop"

struct EngineInfo
{
    QString serverVersion;
    int cpus = 0;
    qint64 memory = 0;     // bytes that the engine has, not the machine
    QString storageDriver; // "overlay2", "overlayfs"
    QString rootFolder;    // in the engine's machine
    QString system;        // "Docker Desktop", "Debian GNU/Linux 12 (bookworm)"
    QString architecture;  // "amd64", as images call it
    Provider provider = Provider::Native;
    bool containerdStore = false; // images live in containerd: `docker save` of one needs --platform (kind#3795)
    bool rootless = false;
    int cgroupVersion = 0; // 0: not told
};
// An error when the engine did not answer: docker prints a document without a server then, and its reason on the other
// channel (`errors`), which becomes the error's `why`. Its rule is "engine.down" or "engine.permission".
Result<EngineInfo> parseInfo(const QByteArray &json, const QByteArray &errors = {});

struct ImageFacts
{
    QString id;          // "sha256:…"
    QStringList tags;    // "airflow-local:local"
    QStringList digests; // "kindest/node@sha256:…"; empty for images that were built or loaded here
    QMap<QString, QString> labels;
    qint64 size = 0;
    QStringList layers;   // diff ids, lowest first
    QString architecture; // "amd64"
    QString system;       // "linux"
    QDateTime created;
    QStringList entrypoint; // empty: none
    QStringList onBuild;    // instructions that a build on this image runs first: "COPY . /app"
};
Result<ImageFacts> parseImage(const QByteArray &json); // NotFound where docker knows no such image

enum class ContainerState { Created, Running, Paused, Restarting, Removing, Exited, Dead, Unknown };
struct ContainerMount
{
    QString source, destination;
    bool writable = true;
    bool operator==(const ContainerMount &) const = default;
};
struct PublishedPort
{
    QString hostAddress; // "127.0.0.1"; "0.0.0.0" and "::" mean every address
    int hostPort = 0;
    int containerPort = 0;
    bool operator==(const PublishedPort &) const = default;
};
struct Container
{
    QString id, name, image, imageId;
    ContainerState state = ContainerState::Unknown;
    QMap<QString, QString> labels;
    QList<ContainerMount> mounts; // of the host; volumes are left out
    QList<PublishedPort> ports;
    QDateTime created, started, finished; // invalid: not yet
    int exitCode = 0;
    bool outOfMemory = false;
};
Result<Container> parseContainer(const QByteArray &json); // NotFound where there is none

// One line of `docker ps`: enough to tell who holds a port.
struct ContainerRow
{
    QString id, name, image;
    ContainerState state = ContainerState::Unknown;
    QMap<QString, QString> labels;
    QList<PublishedPort> ports;
};
Result<QList<ContainerRow>> parseContainerList(const QByteArray &lines);

struct ImageRow
{
    QString id, repository, tag;
    QString name() const { return repository + QLatin1Char(':') + tag; }
};
Result<QList<ImageRow>> parseImageList(const QByteArray &lines);
// Of the tags that Windsock made from an image's content ("airflow-local:4f2a9c1e0b7d"), those that nothing uses: never
// the user's own tags, never one of `used` (tags or image ids).
QStringList unusedContentTags(const QList<ImageRow> &images, const QStringList &used);

struct ContainerEvent
{
    QString action; // "start", "die", "pause", "destroy"
    QString name;
    QMap<QString, QString> labels;
};
Result<ContainerEvent> parseEvent(const QByteArray &line);

struct DiskUsage
{
    qint64 images = 0, containers = 0, volumes = 0, buildCache = 0;
    qint64 reclaimable = 0;
};
Result<DiskUsage> parseDiskUsage(const QByteArray &lines);
Result<qint64> parseDiskFree(const QByteArray &dfOutput); // `df -Pk`: bytes left

bool hasBuildKit(int buildxExitCode);

} // namespace windsock::docker
