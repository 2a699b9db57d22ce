// SPDX-License-Identifier: Apache-2.0
// forward: keeps the web page reachable on this computer until Ctrl+C.
#include "app/cli/ForwardWords.h"
#include "app/cli/verbs/Verbs.h"
#include "core/cluster/RunReport.h"

#include <QCoreApplication>

namespace windsock {

namespace {
class ForwardVerb : public Verb
{
public:
    const char *name() const override { return "forward"; }
    const char *summary() const override { return "Keep Airflow's web page reachable on this computer until Ctrl+C"; }
    void declare(CLI::App &app) override
    {
        app.add_option("--port", m_port, "This port of the computer instead of the workspace's")->check(CLI::Range(1, 65535));
        app.footer("The port stays the same when pods are replaced or the computer slept.");
    }
    Async<int> run(VerbContext &context) override;

private:
    void onLooked(VerbContext &context, Cluster &cluster);
    void onForward(VerbContext &context, const ForwardStatus &status);
    void say(VerbContext &context, const QString &text);
    int m_port = 0;
    QString m_said;
    bool m_seen = false;    // a forward: from then on it copes with what goes and comes back
    bool m_printed = false; // the address: once, however often the way is lost and found
    CancelHook m_hook;
    Promise<int> m_done;
};

Async<int> ForwardVerb::run(VerbContext &context)
{
    const auto opened = openCluster(context);
    if (!opened)
        return failed<int>(opened.error());
    Cluster *const cluster = *opened;
    if (m_port > 0)
        cluster->forwardTo(m_port);
    m_hook = context.cancel.onRequest([this] { m_done.resolve(0); });
    QObject::connect(cluster, &Cluster::looked, context.owner, [this, &context, cluster] { onLooked(context, *cluster); });
    QObject::connect(cluster, &Cluster::forwardChanged, context.owner,
                     [this, &context](const ForwardStatus &status) { onForward(context, status); });
    cluster->watch();
    return m_done.future();
}

void ForwardVerb::onLooked(VerbContext &context, Cluster &cluster)
{
    const ClusterState state = cluster.state();
    const ForwardStatus status = cluster.forwardStatus();
    if (state == ClusterState::Degraded && status.state == ForwardState::Off)
        return say(context, QCoreApplication::translate("Verb", "Waiting for Airflow, which does not answer yet"));
    if (state == ClusterState::Running || state == ClusterState::Degraded || m_seen)
        return onForward(context, status);
    if (cluster.lookError())
        return m_done.resolve(*cluster.lookError());
    Error error{Error::Code::NotFound,
                QCoreApplication::translate("Verb", "There is nothing to forward to (state: %1)").arg(stateTitle(state))};
    error.todo = QStringLiteral("windsock start") + forwardArguments(QString::fromStdString(directory), 0);
    m_done.resolve(error);
}

void ForwardVerb::onForward(VerbContext &context, const ForwardStatus &status)
{
    m_seen = m_seen || status.state != ForwardState::Off;
    if (status.state == ForwardState::PortTaken)
        return m_done.resolve(withNextPort(portTaken(status), QString::fromStdString(directory)));
    say(context, status.text);
    const bool isOpen = status.state == ForwardState::Active || status.state == ForwardState::Direct;
    if (isOpen && !std::exchange(m_printed, true))
        context.output.json({{"url", QStringLiteral("http://localhost:%1").arg(status.port)}});
    if (status.state == ForwardState::Direct)
        m_done.resolve(0);
}

void ForwardVerb::say(VerbContext &context, const QString &text)
{
    if (text.isEmpty() || std::exchange(m_said, text) == text)
        return;
    context.output.progress(text);
}
} // namespace

std::unique_ptr<Verb> makeForwardVerb()
{
    return std::make_unique<ForwardVerb>();
}

} // namespace windsock
