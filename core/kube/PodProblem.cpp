// SPDX-License-Identifier: Apache-2.0
#include "core/kube/PodProblem.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace windsock {

using namespace std::chrono_literals;

namespace {

constexpr int hopelessKills = 4;    // for lack of memory
constexpr auto hopelessPause = 80s; // the kubelet's pause after the fourth end in a row
constexpr int patientMounts = 8;    // tries of the kubelet: about a minute
constexpr int patientProbes = 10;   // failures of a readiness probe that belong to a slow start

QString tr(const char *text)
{
    return QCoreApplication::translate("PodReason", text);
}

const KubeEvent *newest(const QList<KubeEvent> &events, const QStringList &reasons)
{
    const auto found = std::find_if(events.begin(), events.end(), [&](const KubeEvent &event) { return reasons.contains(event.reason); });
    return found == events.end() ? nullptr : &*found;
}

QString pullCause(const QString &message)
{
    const auto says = [&message](const char *words) { return message.contains(QLatin1String(words), Qt::CaseInsensitive); };
    if (says("no such host") || says("dial tcp") || says("timeout") || says("TLS handshake"))
        return tr("its registry cannot be reached");
    if (says("unauthorized") || says("denied") || says("403"))
        return tr("its registry does not allow it");
    if (says("not found") || says("does not exist") || says("manifest unknown"))
        return tr("there is no such image");
    return {};
}

std::optional<PodReason> imageProblem(const PodContainer &container)
{
    const QString &reason = container.state.reason;
    PodReason problem{{}, QStringLiteral("pods.image"), container.name, container.state.message, true};
    if (reason == QStringLiteral("ErrImageNeverPull")) {
        problem.text = tr("needs the image %1, which is not in the node").arg(container.image);
    } else if (reason == QStringLiteral("InvalidImageName")) {
        problem.text = tr("has an image name that is not valid: %1").arg(container.image);
    } else if (reason == QStringLiteral("ErrImagePull") || reason == QStringLiteral("ImagePullBackOff")) {
        const QString cause = pullCause(container.state.message);
        problem.text = tr("cannot get its image %1").arg(container.image) + (cause.isEmpty() ? cause : QStringLiteral(": ") + cause);
        problem.hopeless = reason == QStringLiteral("ImagePullBackOff");
    } else {
        return {};
    }
    return problem;
}

// How long the kubelet waits before it starts the container again. Its own count of ends in a row: restartCount goes on over
// every stop and start of the node, this pause begins anew.
std::chrono::seconds pauseOf(const ContainerState &state)
{
    static const QRegularExpression pause(QStringLiteral("back-off (?:([0-9]+)m)?([0-9]+)s restarting failed container"));
    const auto match = pause.match(state.message);
    return std::chrono::minutes(match.captured(1).toInt()) + std::chrono::seconds(match.captured(2).toInt());
}

// The container itself is wrong: its program or its mounts. All else that runc complains of (a node whose systemd is only
// just coming up) may be gone the next time.
bool isOwnFault(const QString &startMessage)
{
    return startMessage.contains(QStringLiteral("exec: ")) || startMessage.contains(QStringLiteral("error mounting "));
}

// runc's sentence is behind a row of "failed to …:"; what counts is from "exec:" or "error …" on.
QString startCause(const QString &message)
{
    static const QRegularExpression deepest(QStringLiteral("(exec: .*|error mounting .*|error during container init: .*)$"));
    const auto match = deepest.match(message);
    QString cause = match.hasMatch() ? match.captured(1) : message;
    if (cause.endsWith(QStringLiteral(": unknown")))
        cause.chop(9);
    return cause;
}

QString crashText(const PodContainer &container, const ContainerState &last)
{
    if (container.name.contains(QStringLiteral("check-db")))
        return tr("does not get through to the database (%1 tries)").arg(container.restartCount);
    if (container.name.contains(QStringLiteral("migrations")))
        return tr("has waited in vain for the database migrations (%1 tries)").arg(container.restartCount);
    return tr("ends again and again (exit code %1, %2 restarts)").arg(last.exitCode).arg(container.restartCount);
}

QString crashRule(const PodContainer &container)
{
    if (container.name.contains(QStringLiteral("check-db")))
        return QStringLiteral("pods.database");
    return container.name.contains(QStringLiteral("migrations")) ? QStringLiteral("pods.migrations") : QStringLiteral("pods.crash");
}

PodReason crashProblem(const PodContainer &container, const ContainerState &last, const QList<KubeEvent> &events)
{
    PodReason problem{{}, crashRule(container), container.name, container.state.message, pauseOf(container.state) >= hopelessPause};
    const KubeEvent *killed = newest(events, {QStringLiteral("Killing")});
    const KubeEvent *unhealthy = newest(events, {QStringLiteral("Unhealthy")});
    const bool byProbe = killed && killed->message.contains(QStringLiteral("failed liveness probe")) && unhealthy;
    if (last.reason == QStringLiteral("OOMKilled")) {
        problem.rule = QStringLiteral("pods.memory");
        problem.hopeless = container.restartCount >= hopelessKills; // its limit does not grow by waiting
        problem.text = tr("was killed for lack of memory (%1 restarts)").arg(container.restartCount);
    } else if (last.reason == QStringLiteral("StartError") || last.reason == QStringLiteral("ContainerCannotRun")) {
        problem.text = tr("cannot be started: %1").arg(startCause(last.message));
        problem.hopeless = problem.hopeless || (container.restartCount > 0 && isOwnFault(last.message));
    } else if (byProbe) {
        problem.rule = QStringLiteral("pods.probe");
        problem.text = tr("is restarted again and again: %1").arg(unhealthy->message);
    } else {
        problem.text = crashText(container, last);
    }
    return problem;
}

std::optional<PodReason> mountProblem(const QList<KubeEvent> &events)
{
    const KubeEvent *failed = newest(events, {QStringLiteral("FailedMount"), QStringLiteral("FailedAttachVolume")});
    const KubeEvent *later = newest(events, {QStringLiteral("Pulling"), QStringLiteral("Pulled"), QStringLiteral("Created")});
    if (!failed || (later && later->at > failed->at))
        return {};
    static const QRegularExpression hostPath(QStringLiteral("hostPath type check failed: (\\S+) is not (?:a|an) (\\w+)"));
    static const QRegularExpression volume(QStringLiteral("volume \"([^\"]+)\" : (.*)$"));
    if (const auto match = hostPath.match(failed->message); match.hasMatch()) {
        const QString text = tr("mounts %1, which the node does not have").arg(match.captured(1));
        return PodReason{text, QStringLiteral("pods.hostpath"), {}, failed->message, true};
    }
    const auto match = volume.match(failed->message);
    const QString cause = match.hasMatch() ? match.captured(2) : failed->message;
    // A secret or config map may still be on its way while Helm works.
    const bool isLong = failed->count >= patientMounts;
    return PodReason{tr("cannot mount a volume: %1").arg(cause), QStringLiteral("pods.mount"), {}, failed->message, isLong};
}

} // namespace

PodReason failedPodReason(const Pod &pod)
{
    if (pod.reason == QStringLiteral("Evicted"))
        return {tr("was evicted: %1").arg(pod.message), QStringLiteral("pods.evicted"), {}, pod.message, true};
    for (const PodContainer &container : pod.containers) {
        const ContainerState &state = container.state;
        if (state.kind != ContainerState::Kind::Terminated || state.exitCode == 0)
            continue;
        if (state.reason == QStringLiteral("OOMKilled"))
            return {tr("was killed for lack of memory"), QStringLiteral("pods.memory"), container.name, state.message, true};
        return {tr("has failed (exit code %1)").arg(state.exitCode), QStringLiteral("pods.crash"), container.name, state.message, true};
    }
    return {tr("has failed"), QStringLiteral("pods.crash"), {}, pod.message, true};
}

PodReason schedulingReason(const QString &message)
{
    static const QRegularExpression claim(QStringLiteral("persistentvolumeclaim \"([^\"]+)\" not found"));
    if (const auto match = claim.match(message); match.hasMatch())
        return {tr("needs the volume claim %1, which does not exist").arg(match.captured(1)), QStringLiteral("pods.mount"), {}, message};
    QString cause = message.section(QStringLiteral(" preemption:"), 0, 0).section(QStringLiteral("nodes are available: "), 1);
    if (cause.endsWith(u'.'))
        cause.chop(1);
    // A node that boots, or that is kept free for a moment, carries a taint; nothing is wrong with that.
    const bool onlyTaints = cause.contains(QStringLiteral("untolerated taint")) && !cause.contains(QStringLiteral("Insufficient"));
    if (onlyTaints || cause.isEmpty() || message.contains(QStringLiteral("no nodes available")))
        return {tr("waits until the node takes pods"), {}, {}, message};
    return {tr("finds no place on the node: %1").arg(cause), QStringLiteral("pods.pending"), {}, message, true};
}

PodReason creationReason(const QList<KubeEvent> &events)
{
    if (const auto problem = mountProblem(events))
        return *problem;
    const KubeEvent *last = newest(events, {QStringLiteral("Pulling"), QStringLiteral("Pulled"), QStringLiteral("FailedCreatePodSandBox")});
    if (last && last->reason == QStringLiteral("Pulling"))
        return {tr("gets its image")};
    if (last && last->reason == QStringLiteral("FailedCreatePodSandBox"))
        return {tr("waits for the network of the node"), {}, {}, last->message};
    return {tr("is being prepared")};
}

std::optional<PodReason> containerProblem(const PodContainer &container, const QList<KubeEvent> &events)
{
    using Kind = ContainerState::Kind;
    const ContainerState &state = container.state;
    if (state.kind == Kind::Terminated && state.exitCode != 0)
        return crashProblem(container, state, events);
    if (state.kind != Kind::Waiting)
        return {};
    if (auto problem = imageProblem(container))
        return problem;
    const bool crashed = state.reason == QStringLiteral("CrashLoopBackOff") || state.reason == QStringLiteral("RunContainerError");
    if (crashed && container.lastState.kind == Kind::Terminated)
        return crashProblem(container, container.lastState, events);
    if (crashed)
        return PodReason{tr("cannot be started: %1").arg(startCause(state.message)), crashRule(container), container.name, state.message};
    // "secret "x" not found" and the like: settings that the values name and nobody made.
    if (state.reason == QStringLiteral("CreateContainerConfigError") || state.reason == QStringLiteral("CreateContainerError"))
        return PodReason{tr("misses a setting: %1").arg(state.message), QStringLiteral("pods.mount"), container.name, state.message};
    return {};
}

std::optional<PodReason> probeProblem(const PodContainer &container, const QList<KubeEvent> &events)
{
    const KubeEvent *unhealthy = newest(events, {QStringLiteral("Unhealthy")});
    if (!unhealthy || unhealthy->count < patientProbes)
        return {};
    const QString text = tr("runs but is not ready: %1").arg(unhealthy->message);
    return PodReason{text, QStringLiteral("pods.probe"), container.name, unhealthy->message};
}

} // namespace windsock
