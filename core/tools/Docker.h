// SPDX-License-Identifier: Apache-2.0
// What we tell docker. Builders only; what it answers is read by DockerReplies.
#pragma once

#include "core/process/Command.h"

#include <QMap>

namespace windsock::docker {

Command version();
Command info();
Command buildxVersion(); // exit code 0 ⇔ BuildKit can be used with this client
Command diskUsage();
Command diskFree(const QString &container, const QString &path); // inside a container; tells about the engine's own disk too

// Legacy is the only builder where the buildx component is missing; it knows no --progress (docker 28 refuses it).
// Default leaves the choice to docker, where nobody has asked the engine yet.
enum class Builder { Default, Legacy, BuildKit };
struct BuildRequest
{
    QString dockerfile;  // absolute
    QString context;     // absolute
    QString tag;         // "airflow-local:local"
    QString idFile = {}; // where docker writes the image id
    Builder builder = Builder::BuildKit;
    QMap<QString, QString> labels = {};
};
Command build(const BuildRequest &request);

Command imageInspect(const QString &image);    // a name or an id
Command manifestInspect(const QString &image); // asks its registry; needs no engine
Command tag(const QString &source, const QString &target);
Command pull(const QString &image);
// To stdout where `file` is empty. `platform` ("linux/arm64") is needed with the containerd image store (kind#3795) and
// known by docker ≥ 28 only; leave it empty otherwise.
struct SaveRequest
{
    QStringList images;
    QString file = {};
    QString platform = {};
};
Command save(const SaveRequest &request);
Command listImages(const QString &repository);
Command removeImages(const QStringList &images);
Command pruneImages(); // those without a name that no container uses, whoever made them

Command containerInspect(const QString &container);
Command listContainers(const QString &label); // all, running or not; empty: every container
Command pause(const QString &container);
Command unpause(const QString &container);
Command start(const QString &container);
Command stop(const QString &container, std::chrono::seconds timeout);
Command remove(const QString &container); // with its anonymous volumes, running or not
Command events(const QString &label);     // endless: containers with that label as they start, stop, pause, die
struct ExecRequest
{
    QString container;
    QStringList argv;
    bool interactive = false; // keeps stdin open: input follows
    bool privileged = false;
    QByteArray input = {};
};
Command exec(const ExecRequest &request);

} // namespace windsock::docker
