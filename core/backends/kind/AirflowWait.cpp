// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/AirflowWait.h"

#include "core/backends/kind/WebPod.h"
#include "core/base/Clock.h"
#include "core/kube/PodReason.h"
#include "core/kube/PodRole.h"
#include "core/tools/Kubectl.h"

#include <QCoreApplication>

namespace windsock {

using namespace std::chrono_literals;

namespace {
constexpr auto betweenQuestions = 300ms; // to Airflow's health page, once its container runs
constexpr auto graceForHopeless = 20s;   // a pod may look hopeless for a moment while others come up

// Whose trouble stands in the way: jobs too, for the migrations may be one. What has ended is retried by whoever made it.
QList<Pod> pendingParts(const QList<Pod> &pods)
{
    QList<Pod> parts;
    for (const Pod &pod : pods) {
        if (!isTaskPod(pod) && !pod.isDeleting() && !pod.isFinished())
            parts += pod;
    }
    return parts;
}

// Helm has ended: a secret or a volume claim that is missing now is nobody's work any more. A place on the node may become
// free as long as pods of an earlier revision or jobs end.
bool isHopeless(const PodReason &reason)
{
    return reason.rule == QLatin1String("pods.mount") || (reason.hopeless && reason.rule != QLatin1String("pods.pending"));
}

// The failure rules know Kubernetes' own words.
PodFact factOf(const Pod &pod, const PodReason &reason)
{
    PodFact fact{pod.name, reason.container, QStringLiteral("Unschedulable"), reason.detail, {}};
    for (const PodContainer &container : pod.containers) {
        const bool waits = container.state.kind == ContainerState::Kind::Waiting;
        if (container.name == reason.container)
            fact.reason = waits ? container.state.reason : QStringLiteral("CrashLoopBackOff");
    }
    if (reason.rule == QLatin1String("pods.memory"))
        fact.reason = QStringLiteral("OOMKilled");
    return fact;
}

class AirflowWait : public QObject
{
    Q_DECLARE_TR_FUNCTIONS(AirflowWait)
public:
    AirflowWait(RunContext &context, AirflowWaitRequest request)
        : QObject(&context), m_context(context), m_request(std::move(request)),
          m_pods(m_request.kube->watchPods(m_request.workspace.nameSpace()))
    {
        connect(m_pods.get(), &KubeWatch::changed, this, &AirflowWait::onPods);
        m_cancelHook = context.cancel().onRequest([this] { finish(Error::canceled()); });
    }
    Async<> start()
    {
        m_pods->start();
        return m_done.future();
    }

private:
    QList<Pod> podsNow() const { return podsFromJson(m_pods->items()); }
    void onPods();
    void noteChanges(const QList<Pod> &parts);
    void ask();
    void onHealth(const Result<AirflowHealth> &health);
    void onRollout(const Result<RolloutState> &state);
    void askLater();
    void lookForHopeless(const QList<Pod> &parts);
    void giveUp(const Pod &pod, const PodReason &reason);
    void finish(const Result<> &result);

    RunContext &m_context;
    AirflowWaitRequest m_request;
    std::unique_ptr<KubeWatch> m_pods;
    QMap<QString, QString> m_said;                            // pod → what was noted last
    QMap<QString, std::chrono::milliseconds> m_hopelessSince; // pod uid → when it first looked so
    bool m_asking = false, m_finished = false, m_healthy = false;
    CancelHook m_cancelHook;
    Promise<> m_done;
};

void AirflowWait::onPods()
{
    const QList<Pod> pods = podsNow(), core = corePods(pods);
    const auto ready = std::count_if(core.begin(), core.end(), [](const Pod &pod) { return pod.isReady(); });
    m_context.progress(progressText(pods), core.isEmpty() ? -1 : double(ready) / double(core.size()));
    noteChanges(pendingParts(pods));
    lookForHopeless(pendingParts(pods));
    if (!std::exchange(m_asking, true))
        ask();
}

void AirflowWait::noteChanges(const QList<Pod> &parts)
{
    for (const Pod &pod : parts) {
        const QString text = pod.isReady() ? tr("ready") : podReason(pod).text;
        if (m_said.value(pod.uid) != text)
            m_context.note(QStringLiteral("%1  %2").arg(pod.name, -52).arg(text));
        m_said[pod.uid] = text;
    }
}

void AirflowWait::ask()
{
    for (const Pod &pod : podsNow()) {
        if (isWeb(pod) && webRuns(pod) && (!m_request.rollout || pod.isReady()))
            return whenDone(m_request.kube->health(pod), this, &AirflowWait::onHealth);
    }
    m_asking = false; // the next change of a pod asks again
}

void AirflowWait::askLater()
{
    m_context.clock().after(betweenQuestions, this, [this] { ask(); });
}

void AirflowWait::onHealth(const Result<AirflowHealth> &health)
{
    if (m_finished)
        return;
    if (!health || !health->healthy())
        return askLater();
    if (!std::exchange(m_healthy, true))
        m_context.note(tr("Airflow answers: metadata database and scheduler are healthy"));
    if (!m_request.rollout)
        return finish({});
    whenDone(m_request.kube->rollout(m_request.workspace.nameSpace(), m_request.workspace.release()), this, &AirflowWait::onRollout);
}

void AirflowWait::onRollout(const Result<RolloutState> &state)
{
    if (state && state->complete)
        return finish({});
    if (state)
        m_context.progress(state->waitingFor);
    askLater();
}

void AirflowWait::lookForHopeless(const QList<Pod> &parts)
{
    for (const Pod &pod : parts) {
        const PodReason reason = podReason(pod);
        if (!isHopeless(reason)) {
            m_hopelessSince.remove(pod.uid);
            continue;
        }
        const auto now = m_context.clock().monotonic();
        if (!m_hopelessSince.contains(pod.uid)) {
            m_hopelessSince[pod.uid] = now;
            m_context.clock().after(graceForHopeless, this, [this] { lookForHopeless(pendingParts(podsNow())); });
        } else if (now - m_hopelessSince[pod.uid] >= graceForHopeless) {
            return giveUp(pod, reason);
        }
    }
}

void AirflowWait::giveUp(const Pod &pod, const PodReason &reason)
{
    if (std::exchange(m_finished, true))
        return;
    m_pods->stop();
    Command logs = kubectl::logs(
        {.place = {m_request.target, pod.space}, .selector = {}, .container = reason.container, .tail = 40, .previous = true});
    logs.args += pod.name;
    whenDone(m_context.run(logs), this, [this, pod, reason](const Result<CommandOutput> &output) {
        PodFact fact = factOf(pod, reason);
        if (output)
            fact.lastLines = QString::fromUtf8(output->out).split(u'\n', Qt::SkipEmptyParts);
        const Error error = explainFailure({.step = m_context.stepId(), .tool = Tool::Kubectl, .output = {}, .pods = {fact}});
        m_done.resolve(error);
        deleteLater();
    });
}

void AirflowWait::finish(const Result<> &result)
{
    if (std::exchange(m_finished, true))
        return;
    if (result)
        m_context.progress(tr("metadata database and scheduler are healthy"), 1);
    m_pods->stop(); // who keeps the run that has ended need not keep a stream
    m_done.resolve(result);
    deleteLater();
}
} // namespace

Async<> waitForAirflow(RunContext &context, const AirflowWaitRequest &request)
{
    return (new AirflowWait(context, request))->start();
}

} // namespace windsock
