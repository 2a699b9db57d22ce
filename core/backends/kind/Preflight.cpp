// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/Preflight.h"

#include "core/backends/kind/ForwardMark.h"
#include "core/backends/kind/ImageInputs.h"
#include "core/backends/kind/KindUsable.h"
#include "core/checks/ChartRules.h"
#include "core/checks/FolderChecks.h"
#include "core/checks/HostChecks.h"
#include "core/checks/MountLint.h"
#include "core/checks/NodeImageCheck.h"
#include "core/checks/PortChecks.h"
#include "core/process/ToolFinder.h"
#include "core/tools/Docker.h"
#include "core/tools/ToolDownloads.h"
#include "core/workspace/KindConfig.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcessEnvironment>

namespace windsock {

namespace {
using FactsPtr = std::shared_ptr<Preflight>;

struct Question
{
    KindSession &session;
    QObject *context;
    Cancel cancel;
    FactsPtr facts;
    // Runs a command and hands what came out to `take`; a tool that fails is a fact too, never an error.
    Async<> ask(Command command, std::function<void(const Result<CommandOutput> &)> take) const
    {
        command.limit = std::chrono::seconds(10);
        return andFinally(session.runner.run(command, {}, cancel), context, [take](const Result<CommandOutput> &output) {
            take(output);
            return Result<>();
        });
    }
};

void takeEngine(Preflight &facts, const Result<CommandOutput> &output)
{
    facts.engine.clientFound = output || output.error().code != Error::Code::ToolMissing;
    facts.engine.output = output ? QString::fromUtf8(output->err + output->out) : output.error().report();
    const auto info = output ? docker::parseInfo(output->out) : Result<docker::EngineInfo>(output.error());
    if (!info)
        return;
    facts.engine.info = *info;
    facts.engine.diskFree = gatherDiskFree(*info);
}

Async<> askTool(const Question &question, int at, Tool tool)
{
    ToolFacts &facts = question.facts->tools[at];
    facts.tool = tool;
    facts.downloadable = toolDownloadHere(tool).has_value();
    const auto path = question.session.tools.find(tool);
    if (!path)
        return ready();
    facts.path = *path;
    return question.ask(versionCommand(tool), [shared = question.facts, at, tool](const Result<CommandOutput> &output) {
        const auto version = output ? parseToolVersion(tool, output->out) : Result<ToolVersion>(output.error());
        if (version)
            shared->tools[at].version = *version;
    });
}

// An engine that is not there says nothing about its images.
bool saysAbsent(const Result<CommandOutput> &output)
{
    if (!output || output->succeeded())
        return false;
    const EngineProblem problem = engineProblem(QString::fromUtf8(output->err));
    return problem != EngineProblem::Down && problem != EngineProblem::Permission;
}

Async<> askRegistry(const Question &question, const QString &image)
{
    return andFinally(mayBePulled(question.session, image, question.context, question.cancel), question.context,
                      [facts = question.facts](const Result<bool> &mayBe) {
                          facts->nodeImageDenied = mayBe && !*mayBe;
                          return Result<>();
                      });
}

Async<> askNodeImage(const Question &question, const QString &image)
{
    question.facts->nodeImageName = image;
    const NodeImageName name = NodeImageName::parse(image);
    for (ToolFacts &tool : question.facts->tools) {
        if (tool.tool == Tool::Kubectl && name.tag.startsWith(QLatin1String("v1."))) // else a number of its maker's own
            tool.node = name.kubernetes();
    }
    if (image.isEmpty())
        return ready();
    const auto absent = std::make_shared<bool>(false);
    const Async<> local = question.ask(docker::imageInspect(image), [facts = question.facts, absent](const Result<CommandOutput> &output) {
        const auto found = output ? docker::parseImage(output->out) : Result<docker::ImageFacts>(output.error());
        if (found)
            facts->nodeImage = *found;
        *absent = saysAbsent(output);
    });
    return andThen(local, question.context,
                   [question, image, absent](Nothing) { return *absent ? askRegistry(question, image) : ready(); });
}

// What will be loaded is at least as large as what it is built on.
Async<> askImageSizes(const Question &question, const Workspace &workspace)
{
    const QStringList names = workspace.build() ? baseImagesOf(workspace.build()->dockerfile) : QStringList{workspace.image().text()};
    QList<Async<>> asked;
    for (const QString &name : names) {
        asked += question.ask(docker::imageInspect(name), [facts = question.facts](const Result<CommandOutput> &output) {
            const auto found = output ? docker::parseImage(output->out) : Result<docker::ImageFacts>(output.error());
            facts->engine.imageSize = std::max(facts->engine.imageSize, found ? found->size : 0);
        });
    }
    return allOf(question.context, asked);
}

Async<> askPort(const Question &question, int port)
{
    if (portState(port) != PortState::Taken)
        return ready();
    return andThen(portHolder(question.session.runner, port, question.context), question.context,
                   [facts = question.facts, port](const std::optional<PortHolder> &holder) {
                       facts->holders[port] = holder;
                       return Result<>();
                   });
}

PortFacts portFacts(const Preflight &facts, int port, const QStringList &ours)
{
    return facts.holders.contains(port) ? gatherPort(port, facts.containers, ours, facts.holders[port])
                                        : gatherPort(port, facts.containers, ours);
}

QList<Finding> judgePorts(const Preflight &facts, const Workspace &workspace, const KindPlaces &places, OwnNode node)
{
    const QStringList ours = node == OwnNode::None ? QStringList{} : QStringList{places.container};
    QList<Finding> findings;
    // The engine publishes these whenever the node starts; while it is up they are the node's own.
    if (node != OwnNode::Up) {
        for (const int port : workspace.mappedHostPorts()) {
            PortFacts mapped = portFacts(facts, port, ours);
            mapped.purpose = QCoreApplication::translate("Preflight", "a port that kind-cluster.yaml maps");
            mapped.movable = false;
            findings += checkPort(mapped);
        }
    }
    if (workspace.mappedHostPorts().contains(workspace.webPort()))
        return findings;
    // Another process of ours that forwards this page will find its way again by itself. Asked first: it may let go of both, port and
    // mark, while the holder is looked for.
    const bool ownForward = forwarderOf(places, workspace.webPort()).has_value();
    PortFacts web = portFacts(facts, workspace.webPort(), ours);
    web.purpose = QCoreApplication::translate("Preflight", "the web page");
    web.key = QStringLiteral("web.port");
    web.ours = web.ours || ownForward;
    Finding finding = checkPort(web);
    // Airflow starts without it; only the way to its page has to be another one.
    if (finding.severity == Severity::Failure && !web.ours)
        finding.rule = QStringLiteral("port.taken");
    findings += finding;
    return findings;
}
} // namespace

Async<Preflight> gatherPreflight(KindSession &session, const Workspace *workspace, QObject *context, const Cancel &cancel)
{
    const auto facts = std::make_shared<Preflight>();
    const Question question{session, context, cancel, facts};
    facts->engine.installed = installedEngines();
    const QList<Tool> tools{Tool::Docker, Tool::Kind, Tool::Helm, Tool::Kubectl};
    facts->tools.resize(tools.size());
    QList<Async<>> asked{question.ask(docker::info(), [facts](const Result<CommandOutput> &output) { takeEngine(*facts, output); })};
    QList<Async<>> versions;
    for (int at = 0; at < tools.size(); ++at)
        versions += askTool(question, at, tools[at]);
    asked += versions;
    asked += question.ask(docker::listContainers({}), [facts](const Result<CommandOutput> &output) {
        facts->containers = output ? docker::parseContainerList(output->out).value_or({}) : QList<docker::ContainerRow>{};
    });
    asked += question.ask(docker::buildxVersion(), [facts](const Result<CommandOutput> &output) {
        facts->hasBuildKit = output && docker::hasBuildKit(output->exitCode);
    });
    if (const QString named = workspace ? nodeImageOf(*workspace, {}) : QString(); !named.isEmpty())
        asked += askNodeImage(question, named);
    else if (workspace)
        asked += andThen(versions[1], context, [question](Nothing) {
            const auto kind = question.facts->tools.value(1).version;
            return askNodeImage(question, kind ? defaultNodeImage(kind->client) : QString());
        });
    if (workspace)
        asked += askImageSizes(question, *workspace);
    for (const int port : workspace ? workspace->mappedHostPorts() + QList{workspace->webPort()} : QList<int>{})
        asked += askPort(question, port);
    return andThen(allOf(context, asked), context, [facts](Nothing) { return Result<Preflight>(*facts); });
}

OwnNode ownNode(const KindLook &look)
{
    if (!look.owned)
        return OwnNode::None;
    return look.nodeRuns() ? OwnNode::Up : OwnNode::Stopped;
}

bool Preflight::ownKernel() const
{
    return engine.info && engine.info->provider == docker::Provider::Native;
}

QList<Finding> checkFiles(const Workspace &workspace)
{
    return chartRules(workspace) + mountLint(workspace);
}

// Without an engine Airflow can still run; not where a cluster of this workspace waits in one.
void offerToDoWithout(QList<Finding> &findings, const Workspace &workspace, const KindPlaces &places)
{
    if (workspace.airflowVersion().isEmpty() || QFileInfo::exists(places.ownerMark))
        return;
    for (Finding &finding : findings) {
        if (finding.severity == Severity::Failure && finding.rule.startsWith(QLatin1String("engine.")))
            finding.remedies +=
                Remedy{"mode.change", QCoreApplication::translate("Preflight", "Start without containers"), modeName(Mode::Standalone)};
    }
}

QList<Finding> judgePreflight(const Preflight &facts, const Workspace *workspace, const KindPlaces *places, OwnNode node)
{
    EngineFacts engine = facts.engine;
    if (node != OwnNode::None)
        engine.imageSize = 0; // most of it is there, and often all of it
    QList<Finding> findings = checkEngine(engine) + checkTools(facts.tools, thisPlatform());
    if (!workspace)
        return findings;
    offerToDoWithout(findings, *workspace, *places);
    findings += checkFiles(*workspace) + checkFolders(gatherFolders(*workspace, facts.ownKernel()));
    QMap<QString, QString> environment;
    const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
    for (const QString &name : system.keys())
        environment[name] = system.value(name);
    findings += checkHost(gatherHost(places->container, environment));
    if (facts.engine.info) {
        findings += judgePorts(facts, *workspace, *places, node);
        const auto kindVersion = facts.tools.value(1).version;
        if (node == OwnNode::None)
            findings += checkNodeImage({.reference = facts.nodeImageName,
                                        .kind = kindVersion ? std::optional(kindVersion->client) : std::nullopt,
                                        .local = facts.nodeImage,
                                        .denied = facts.nodeImageDenied,
                                        .engineArchitecture = facts.engine.info->architecture});
    }
    return findings;
}

} // namespace windsock
