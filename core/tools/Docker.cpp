// SPDX-License-Identifier: Apache-2.0
#include "core/tools/Docker.h"

using namespace std::chrono_literals;

namespace windsock::docker {

namespace {
const QString asJson = QStringLiteral("{{json .}}");

Command docker(const QStringList &args, std::chrono::seconds limit)
{
    Command command;
    command.tool = Tool::Docker;
    command.args = args;
    command.limit = limit;
    return command;
}
} // namespace

Command version()
{
    return docker({"version", "--format", asJson}, 10s);
}

Command info()
{
    return docker({"info", "--format", asJson}, 10s);
}

Command buildxVersion()
{
    return docker({"buildx", "version"}, 10s);
}

Command diskUsage()
{
    return docker({"system", "df", "--format", asJson}, 60s); // counts files: slow on large stores
}

Command diskFree(const QString &container, const QString &path)
{
    return exec({.container = container, .argv = {"df", "-Pk", path}});
}

Command build(const BuildRequest &request)
{
    const bool buildKit = request.builder == Builder::BuildKit;
    QStringList args{"build"};
    if (buildKit)
        args += {"--progress", "plain"};
    args += {"--file", request.dockerfile, "--tag", request.tag};
    if (!request.idFile.isEmpty())
        args += {"--iidfile", request.idFile};
    for (auto it = request.labels.cbegin(); it != request.labels.cend(); ++it)
        args += {"--label", it.key() + u'=' + it.value()};
    args += {"--", request.context};
    Command command = docker(args, 0s); // how long an image takes is the user's affair: the step has the limit
    if (request.builder != Builder::Default)
        command.environment.insert("DOCKER_BUILDKIT", buildKit ? "1" : "0");
    command.stopSignal = StopSignal::Interrupt;
    return command;
}

Command imageInspect(const QString &image)
{
    return docker({"image", "inspect", "--", image}, 15s);
}

Command manifestInspect(const QString &image)
{
    return docker({"manifest", "inspect", "--", image}, 15s);
}

Command tag(const QString &source, const QString &target)
{
    return docker({"image", "tag", "--", source, target}, 15s);
}

Command pull(const QString &image)
{
    return docker({"pull", "--", image}, 0s);
}

Command save(const SaveRequest &request)
{
    QStringList args{"save"};
    if (!request.platform.isEmpty())
        args += {"--platform", request.platform};
    if (!request.file.isEmpty())
        args += {"--output", request.file};
    args += "--";
    return docker(args + request.images, 0s);
}

Command listImages(const QString &repository)
{
    return docker({"image", "ls", "--no-trunc", "--filter", QStringLiteral("reference=%1").arg(repository), "--format", asJson}, 15s);
}

Command pruneImages()
{
    return docker({"image", "prune", "--force"}, 600s); // it asks else, and nobody could answer
}

Command removeImages(const QStringList &images)
{
    return docker(QStringList{"image", "rm", "--"} + images, 60s);
}

Command containerInspect(const QString &container)
{
    return docker({"container", "inspect", "--", container}, 15s);
}

Command listContainers(const QString &label)
{
    QStringList args{"ps", "--all", "--no-trunc"};
    if (!label.isEmpty())
        args += {"--filter", "label=" + label};
    return docker(args + QStringList{"--format", asJson}, 15s);
}

Command pause(const QString &container)
{
    return docker({"pause", "--", container}, 15s);
}

Command unpause(const QString &container)
{
    return docker({"unpause", "--", container}, 15s);
}

Command start(const QString &container)
{
    return docker({"start", "--", container}, 60s);
}

Command stop(const QString &container, std::chrono::seconds timeout)
{
    // -t: docker 20.10 has no other spelling than --time, later ones call it --timeout; the short one is in all
    return docker({"stop", "-t", QString::number(timeout.count()), "--", container}, timeout + 30s);
}

Command remove(const QString &container)
{
    return docker({"rm", "--force", "--volumes", "--", container}, 60s);
}

Command events(const QString &label)
{
    // Not all of them: each health probe of a node and each of our own execs would be an event too.
    QStringList args{"events", "--filter", "type=container", "--filter", "label=" + label};
    for (const char *event : {"start", "die", "pause", "unpause", "destroy", "rename"})
        args += {"--filter", QStringLiteral("event=") + QLatin1String(event)};
    return docker(args + QStringList{"--format", asJson}, 0s);
}

Command exec(const ExecRequest &request)
{
    QStringList args{"exec"};
    if (request.interactive)
        args += "--interactive";
    if (request.privileged)
        args += "--privileged";
    args += {"--", request.container};
    Command command = docker(args + request.argv, 60s);
    command.input = request.input;
    return command;
}

} // namespace windsock::docker
