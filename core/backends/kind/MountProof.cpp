// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/MountProof.h"

#include "core/backends/kind/SchedulerPod.h"
#include "core/tools/Docker.h"
#include "core/tools/Kubectl.h"

#include <QCoreApplication>
#include <QDir>

namespace windsock {

using namespace std::chrono_literals;

namespace {
using ProofPtr = std::shared_ptr<MountProof>;
constexpr qsizetype mostNames = 5;

QString tr(const char *text)
{
    return QCoreApplication::translate("MountProof", text);
}

QString someOf(const QStringList &names)
{
    const QString shown = names.mid(0, mostNames).join(QStringLiteral(", "));
    return names.size() > mostNames ? tr("%1 and %2 more").arg(shown).arg(names.size() - mostNames) : shown;
}

// What stayed as it was while the others were asked.
FolderListing steady(const MountProof &proof)
{
    FolderListing same;
    for (auto it = proof.before.cbegin(); it != proof.before.cend(); ++it) {
        if (proof.after.contains(it.key()) && proof.after[it.key()] == it.value())
            same.insert(it.key(), it.value());
    }
    return same;
}

// Names that the host has and the other side has not (or otherwise), or the other way round.
QStringList differences(const MountProof &proof, const FolderListing &there)
{
    QStringList names;
    const FolderListing here = steady(proof);
    for (auto it = here.cbegin(); it != here.cend(); ++it) {
        if (!there.contains(it.key()) || there[it.key()] != it.value())
            names += it.key();
    }
    for (const QString &name : there.keys()) {
        if (!proof.before.contains(name) && !proof.after.contains(name))
            names += name;
    }
    return names;
}

Finding about(const MountProof &proof, const QString &rule, Severity severity, const QString &what)
{
    return {.rule = rule, .severity = severity, .what = what.arg(proof.mount.hostPath), .place = proof.mount.nodePlace, .key = "hostPath"};
}

Finding differs(const MountProof &proof, const QStringList &names, bool inNode)
{
    Finding finding = about(proof, "mount.differs", Severity::Failure,
                            inNode ? tr("The node sees another folder than %1") : tr("Airflow's pods see another folder than %1"));
    finding.why = tr("Not the same on both sides: %1 (%2 there)").arg(someOf(names), inNode ? proof.mount.nodePath : proof.mount.podPath);
    finding.todo = inNode ? tr("Reset the cluster: kind mounts folders only when it makes the node")
                          : tr("Compare the volume's hostPath in the values with containerPath in kind-cluster.yaml");
    return finding;
}

Finding stopped()
{
    Finding finding{"mount.unknown", Severity::Warning, tr("Whether the pods see the folders cannot be told")};
    finding.why = tr("Airflow's scheduler does not run in a cluster of this workspace");
    finding.todo = tr("Start it, then look again");
    return finding;
}

Async<> ask(KindSession &session, Command command, QObject *context, std::function<void(const Result<CommandOutput> &)> take)
{
    command.limit = 15s;
    return andFinally(session.runner.run(command), context, [take = std::move(take)](const Result<CommandOutput> &output) {
        take(output);
        return Result<>();
    });
}

std::optional<FolderListing> listingOf(const Result<CommandOutput> &output, MountProof &proof)
{
    if (output && output->succeeded())
        return parseListing(output->out);
    proof.problem = output ? QString::fromUtf8(output->err).trimmed().section(u'\n', -1) : output.error().what;
    return std::nullopt;
}
} // namespace

FolderListing listFolder(const QString &folder)
{
    FolderListing listing;
    const QDir::Filters all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    for (const QFileInfo &info : QDir(folder).entryInfoList(all, QDir::Unsorted))
        listing.insert(info.fileName(), info.isFile() && !info.isSymLink() ? info.size() : -1);
    return listing;
}

QStringList listingArgv(const QString &folder)
{
    // Both images have GNU find. NUL ends each entry: a name may hold anything else.
    return {"find", "-H", folder, "-mindepth", "1", "-maxdepth", "1", "-printf", "%y %s %f\\0"};
}

FolderListing parseListing(const QByteArray &out)
{
    FolderListing listing;
    for (const QByteArray &entry : out.split('\0')) {
        const QList<QByteArray> parts = entry.split(' ');
        if (parts.size() < 3)
            continue;
        const QByteArray name = entry.mid(parts[0].size() + parts[1].size() + 2);
        listing.insert(QFile::decodeName(name), parts[0] == "f" ? parts[1].toLongLong() : -1);
    }
    return listing;
}

Finding judgeProof(const MountProof &proof)
{
    if (!proof.node || !proof.pods) {
        Finding finding = about(proof, "mount.unknown", Severity::Warning, tr("Whether the pods see %1 cannot be told"));
        finding.why = proof.problem;
        return finding;
    }
    if (const QStringList names = differences(proof, *proof.node); !names.isEmpty())
        return differs(proof, names, true);
    if (const QStringList names = differences(proof, *proof.pods); !names.isEmpty())
        return differs(proof, names, false);
    if (steady(proof).isEmpty()) {
        Finding finding =
            about(proof, "mount.empty", Severity::Warning, tr("%1 is empty: nothing shows that the pods see this very folder"));
        finding.todo = tr("Put a file into it, then look again");
        return finding;
    }
    Finding finding = about(proof, "mount.proven", Severity::Pass, tr("%1 is the same folder in the node and in the pods"));
    finding.why = tr("%1 of its entries were compared, at %2 in pod %3").arg(steady(proof).size()).arg(proof.mount.podPath, proof.podName);
    return finding;
}

Async<QList<Finding>> proveMounts(KindSession &session, const Workspace &workspace, const KindLook &look, QObject *context)
{
    const std::optional<SchedulerPod> scheduler = runningScheduler(look);
    if (!scheduler)
        return ready(QList<Finding>{stopped()});
    const KindPlaces places = KindPlaces::of(workspace, session.paths);
    const kubectl::Place place{session.target(places), workspace.nameSpace()};
    QList<ProofPtr> proofs;
    QList<Async<>> asked;
    for (const Mount &mount : workspace.mounts()) {
        if (mount.hostPath.isEmpty() || mount.podPath.isEmpty() || !look.podMounts.contains(mount.nodePath))
            continue; // the check of the files tells about halves
        const auto proof = std::make_shared<MountProof>(MountProof{.mount = mount, .podName = scheduler->pod});
        proof->before = listFolder(mount.hostAbsolute);
        proofs += proof;
        asked += ask(session, docker::exec({.container = places.container, .argv = listingArgv(mount.nodePath)}), context,
                     [proof](const Result<CommandOutput> &output) { proof->node = listingOf(output, *proof); });
        asked += ask(session,
                     kubectl::exec({.place = place,
                                    .pod = scheduler->pod,
                                    .container = scheduler->container,
                                    .argv = listingArgv(look.podMounts[mount.nodePath])}),
                     context, [proof](const Result<CommandOutput> &output) { proof->pods = listingOf(output, *proof); });
    }
    return andThen(allOf(context, asked), context, [proofs](Nothing) {
        QList<Finding> findings;
        for (const ProofPtr &proof : proofs) {
            proof->after = listFolder(proof->mount.hostAbsolute);
            findings += judgeProof(*proof);
        }
        return Result<QList<Finding>>(findings);
    });
}

} // namespace windsock
