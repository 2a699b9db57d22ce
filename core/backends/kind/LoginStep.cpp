// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/LoginStep.h"

#include "core/backends/kind/KubeAccess.h"
#include "core/base/Clock.h"
#include "core/kube/PodLogStream.h"
#include "core/kube/PodRole.h"
#include "core/plan/RunContext.h"

#include <QCoreApplication>

namespace windsock {

using namespace std::chrono_literals;

namespace {
constexpr auto patience = 2min;
constexpr auto firstRound = 60s; // of the part that makes users, once it runs; before that it waits for the others:
constexpr auto boot = 5min;
constexpr auto beforeNextLook = 1s; // at a log that has ended while its container runs
// airflow-helm 8.x, templates/sync/_helpers/sync_users.tpl: the last line of a round. It goes on with the next one.
constexpr char roundIsOver[] = "END: airflow users sync";

QString tr(const char *text)
{
    return QCoreApplication::translate("LoginStep", text);
}

class LoginWait : public QObject
{
    Q_DECLARE_TR_FUNCTIONS(LoginStep)
public:
    LoginWait(RunContext &context, const StartFacts &facts)
        : QObject(&context), m_context(context), m_kube(facts.kube), m_pods(m_kube->watchPods(facts.workspace.nameSpace())),
          m_log(m_kube->client())
    {
        connect(m_pods.get(), &KubeWatch::changed, this, &LoginWait::look);
        connect(&m_log, &PodLogStream::line, this, &LoginWait::onLine);
        connect(&m_log, &PodLogStream::ended, this, &LoginWait::onLogEnded);
        m_hook = context.cancel().onRequest([this] { finish(Error::canceled()); });
    }
    Async<> start()
    {
        m_context.clock().after(patience, this, [this] { giveUp(); });
        m_pods->start();
        return m_done.future();
    }

private:
    void look();
    void follow(const Pod &pod);
    void onLine(const QByteArray &line);
    void onLogEnded();
    void giveUp();
    void finish(const Result<> &result);
    void end(const Result<> &result);

    RunContext &m_context;
    std::shared_ptr<KubeAccess> m_kube;
    std::unique_ptr<KubeWatch> m_pods;
    PodLogStream m_log;
    QString m_followed; // pod and restart count
    CancelHook m_hook;
    Promise<> m_done;
    bool m_finished = false;
};

// An upgrade leaves the part of the revision before for a moment: the newest one knows the values of today.
std::optional<Pod> userPart(const QList<Pod> &pods)
{
    std::optional<Pod> newest;
    for (const Pod &pod : pods) {
        if (podComponent(pod) == QLatin1String("users") && !pod.isDeleting() && (!newest || pod.createdAt > newest->createdAt))
            newest = pod;
    }
    return newest;
}

void LoginWait::look()
{
    const std::optional<Pod> pod = userPart(podsFromJson(m_pods->items()));
    // No such part: the values name no user, or the chart makes none.
    if (!pod || pod->phase == QLatin1String("Succeeded"))
        return finish({});
    m_context.progress(tr("Airflow creates the user"));
    if (!isJobPod(*pod))
        follow(*pod);
}

void LoginWait::follow(const Pod &pod)
{
    for (const PodContainer &container : pod.containers) {
        if (container.isInit || container.state.kind != ContainerState::Kind::Running)
            continue;
        const QString now = QStringLiteral("%1 %2").arg(pod.uid).arg(container.restartCount);
        if (std::exchange(m_followed, now) != now)
            m_log.open({.space = pod.space, .pod = pod.name, .container = container.name});
        return; // its first container is the one that matters in the chart
    }
}

void LoginWait::onLine(const QByteArray &line)
{
    if (line.contains(roundIsOver))
        finish({});
}

void LoginWait::onLogEnded()
{
    m_followed.clear();
    if (!m_finished)
        m_context.clock().after(beforeNextLook, this, [this] { m_finished ? void() : look(); });
}

void LoginWait::giveUp()
{
    if (m_finished)
        return;
    m_context.note(tr("The user of the values has not been created within two minutes: see the log of the part that creates it"));
    m_context.progress(tr("not created yet"));
    end({});
}

void LoginWait::finish(const Result<> &result)
{
    if (m_finished)
        return;
    if (result)
        m_context.progress(tr("the login works"), 1);
    end(result);
}

// Goes with its watch and its log: a window keeps the finished run, and with it this step's context, for hours.
void LoginWait::end(const Result<> &result)
{
    m_finished = true;
    deleteLater();
    m_done.resolve(result);
}

// An earlier run may have ended between the installation and this step.
bool mayBeMissing(const KindLook &look)
{
    const std::optional<Pod> pod = userPart(look.pods);
    if (!pod || pod->phase == QLatin1String("Succeeded"))
        return false;
    for (const PodContainer &container : pod->containers) {
        if (!container.isInit && container.state.kind == ContainerState::Kind::Running)
            return container.state.startedAt.secsTo(look.seen) < firstRound / 1s;
    }
    return pod->createdAt.secsTo(look.seen) < boot / 1s;
}
} // namespace

Step loginStep(const StartFactsPtr &facts)
{
    Step step{.id = "login", .title = tr("Create the login"), .after = {"wait"}, .limit = 5min};
    // The database keeps its users; only an installation or an upgrade brings others.
    step.isDone = [facts](RunContext &) { return ready(!facts->installed && !mayBeMissing(facts->look)); };
    step.run = [facts](RunContext &context) { return (new LoginWait(context, *facts))->start(); };
    return step;
}

} // namespace windsock
