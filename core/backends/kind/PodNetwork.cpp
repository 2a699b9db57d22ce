// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/PodNetwork.h"

#include "core/backends/kind/KubeAccess.h"
#include "core/backends/kind/NodeReturn.h"
#include "core/base/Clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace windsock {

using namespace std::chrono_literals;

namespace {
constexpr auto pause = 200ms; // between two looks for the range; the controller gives it when it has seen the node
constexpr int mostLooks = 50; // then kindnet has long done it
const QString file = QStringLiteral("/etc/cni/net.d/10-kindnet.conflist");
const QString beside = file + QStringLiteral(".windsock"); // no extension that a network reads

bool isKindnet(const QJsonObject &daemonSet)
{
    const QJsonArray containers = daemonSet["spec"]["template"]["spec"]["containers"].toArray();
    return containers.size() == 1 && containers[0]["image"].toString().contains(QLatin1String("kindest/kindnetd:"));
}

// The range of the only node; absent: not given yet. Empty: not one that is known here.
std::optional<QString> rangeOf(const KubeList &nodes)
{
    if (nodes.items.size() != 1)
        return QString();
    const QJsonObject spec = nodes.items.first()["spec"].toObject();
    const QString range = spec["podCIDR"].toString();
    if (spec["podCIDRs"].toArray().size() > 1 || range.contains(u':'))
        return QString();
    return range.isEmpty() ? std::nullopt : std::optional(range);
}

class PodNetwork : public QObject
{
public:
    PodNetwork(const StartFactsPtr &facts, RunContext &context) : QObject(&context), m_facts(facts), m_context(context) {}
    Async<> open()
    {
        const KubeObject kindnet{kube::daemonSets(), QStringLiteral("kube-system"), QStringLiteral("kindnet")};
        const Async<QString> range =
            andThen(m_facts->kube->client().read(kindnet, m_context.cancel()), this,
                    [this](const QJsonObject &found) { return isKindnet(found) ? waitForRange(mostLooks) : ready(QString()); });
        const Async<> written = andThen(range, this, [this](const QString &given) { return given.isEmpty() ? ready() : write(given); });
        return andFinally(written, this, [this](const Result<> &result) -> Result<> {
            deleteLater();
            return result || !result.error().isCancel() ? Result<>() : result;
        });
    }

private:
    Async<QString> waitForRange(int looks)
    {
        return andThen(m_facts->kube->client().list({.kind = kube::nodes()}, m_context.cancel()), this,
                       [this, looks](const KubeList &nodes) -> Async<QString> {
                           const auto range = rangeOf(nodes);
                           if (range || looks == 0)
                               return ready(range.value_or(QString()));
                           const Promise<> waited;
                           m_context.clock().after(pause, this, [waited] { waited.resolve({}); });
                           return andThen(waited.future(), this, [this, looks](Nothing) { return waitForRange(looks - 1); });
                       });
    }
    Async<> write(const QString &range)
    {
        const Async<CommandOutput> asked = inNode({"cat", "/sys/class/net/eth0/mtu"});
        return andThen(asked, this, [this, range](const CommandOutput &mtu) {
            const QByteArray config = kindnetConfig(range, mtu.out.trimmed().toInt());
            const Async<CommandOutput> copied = inNode({"cp", "/dev/stdin", beside}, config);
            // A pod that starts before kube-proxy's rules loses its first connection and tries again after 30 s, CoreDNS among them.
            const Async<bool> served =
                andThen(copied, this, [this](const CommandOutput &) { return awaitServiceRules(m_facts, m_context); });
            // kindnet may have been quicker: its file stays.
            const Async<CommandOutput> moved = andThen(served, this, [this](bool) { return inNode({"mv", "--no-clobber", beside, file}); });
            return andThen(moved, this, [](const CommandOutput &) { return Result<>(); });
        });
    }
    Async<CommandOutput> inNode(const QStringList &argv, const QByteArray &input = {})
    {
        const Command command =
            docker::exec({.container = m_facts->places.container, .argv = argv, .interactive = !input.isEmpty(), .input = input});
        return andThen(m_context.run(command), this, [argv](const CommandOutput &output) {
            return output.succeeded() ? Result<CommandOutput>(output)
                                      : Result<CommandOutput>(Error{Error::Code::ToolFailed, argv.join(u' ')});
        });
    }

    StartFactsPtr m_facts;
    RunContext &m_context;
};
} // namespace

QByteArray kindnetConfig(const QString &range, int mtu)
{
    const QJsonObject addresses{{"type", "host-local"},
                                {"dataDir", "/run/cni-ipam-state"},
                                {"routes", QJsonArray{QJsonObject{{"dst", "0.0.0.0/0"}}}},
                                {"ranges", QJsonArray{QJsonArray{QJsonObject{{"subnet", range}}}}}};
    QJsonObject pair{{"type", "ptp"}, {"ipMasq", false}, {"ipam", addresses}};
    if (mtu > 0)
        pair["mtu"] = mtu;
    const QJsonObject ports{{"type", "portmap"}, {"capabilities", QJsonObject{{"portMappings", true}}}};
    const QJsonObject all{{"cniVersion", "0.3.1"}, {"name", "kindnet"}, {"plugins", QJsonArray{pair, ports}}};
    return QJsonDocument(all).toJson();
}

Async<> openPodNetwork(const StartFactsPtr &facts, RunContext &context)
{
    if (!facts->createdCluster || !facts->fastBoot() || !facts->kube)
        return ready();
    return (new PodNetwork(facts, context))->open();
}

} // namespace windsock
