// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/KubeAccess.h"

#include "core/backends/kind/BootPatch.h"
#include "core/backends/kind/ReleaseInputs.h"
#include "core/backends/kind/WebPod.h"
#include "core/kube/HelmReleases.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace windsock {

using namespace std::chrono_literals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("KubeAccess", text);
}
constexpr int apiPort = 6443; // kind's, in the node
constexpr auto pauseBetweenTries = 150ms;

// Of the objects that a release of either chart made; PostgreSQL's own subchart labels its release otherwise.
bool belongsTo(const QJsonObject &workload, const QString &release)
{
    const QJsonObject labels = workload["metadata"]["labels"].toObject();
    return labels["release"].toString() == release || labels["app.kubernetes.io/instance"].toString() == release;
}
bool isDatabase(const QJsonObject &workload)
{
    const QString name = workload["metadata"]["name"].toString();
    return name.contains(QLatin1String("postgresql")) || name.contains(QLatin1String("redis"));
}

// https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#complete-deployment
void addRollout(RolloutState &state, const QJsonObject &workload)
{
    const QJsonObject status = workload["status"].toObject();
    const int wanted = workload["spec"]["replicas"].toInt(1);
    const bool seen = status["observedGeneration"].toInteger() >= workload["metadata"]["generation"].toInteger();
    const int updated = status["updatedReplicas"].toInt(), all = status["replicas"].toInt(), ready = status["readyReplicas"].toInt();
    if (seen && updated >= wanted && all <= wanted && ready >= wanted)
        return;
    state.complete = false;
    if (state.waitingFor.isEmpty())
        state.waitingFor =
            tr("%1: %2 of %3 renewed").arg(workload["metadata"]["name"].toString()).arg(std::min(updated, ready)).arg(wanted);
}
} // namespace

KubeAccess::KubeAccess(std::unique_ptr<KubeClient> client, Clock &clock) : m_client(std::move(client)), m_clock(clock) {}

Result<std::shared_ptr<KubeAccess>> KubeAccess::open(const KindPlaces &places, const docker::Container &node, Clock &clock)
{
    const auto config = Kubeconfig::load(places.kubeconfig, places.context);
    if (!config)
        return config.error();
    const bool isNodes = std::any_of(node.ports.begin(), node.ports.end(), [&config](const docker::PublishedPort &port) {
        return port.containerPort == apiPort && port.hostPort == config->server.port();
    });
    if (!isNodes)
        return Error{Error::Code::Conflict, tr("The kubeconfig does not lead to this node"), places.kubeconfig};
    auto client = KubeClient::make(*config, clock);
    if (!client)
        return client.error();
    return std::shared_ptr<KubeAccess>(new KubeAccess(std::move(*client), clock));
}

Async<> KubeAccess::answers()
{
    return m_client->ready();
}

Async<> KubeAccess::waitUntilAnswering(const Cancel &cancel)
{
    const Promise<> done;
    tryUntilAnswering(done, cancel);
    return done.future();
}

void KubeAccess::tryUntilAnswering(const Promise<> &done, const Cancel &cancel)
{
    if (cancel.isRequested())
        return done.resolve(Error::canceled());
    whenDone(answers(), this, [this, done, cancel](const Result<> &answered) {
        if (answered)
            return done.resolve({});
        m_clock.after(pauseBetweenTries, this, [this, done, cancel] { tryUntilAnswering(done, cancel); });
    });
}

Async<QList<QJsonObject>> KubeAccess::pods(const QString &nameSpace)
{
    return andThen(m_client->list({.kind = kube::pods(), .space = nameSpace}), this,
                   [](const KubeList &list) { return Result<QList<QJsonObject>>(list.items); });
}

Async<std::optional<ReleaseFacts>> KubeAccess::release(const QString &nameSpace, const QString &name)
{
    // Only the metadata: the records' payload holds the whole chart.
    const KubeSelector records = helmSelector(nameSpace, name);
    HttpRequest request = m_client->request(records.path(), records.query());
    request.headers = {{"Accept", "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1"}};
    return andThen(m_client->send(request), this, [name](const HttpReply &reply) {
        QList<QJsonObject> secrets;
        for (const QJsonValue &item : QJsonDocument::fromJson(reply.body)["items"].toArray())
            secrets += item.toObject();
        const auto newest = latestRevision(helmRevisions(secrets), name);
        std::optional<ReleaseFacts> facts;
        if (newest) {
            // Of a revision that somebody made by hand Helm says what it said of the one before.
            const bool isOurs = newest->labels.value(revisionLabel).toInt() == newest->revision;
            facts = ReleaseFacts{newest->status, newest->revision, isOurs ? newest->labels.value(inputsLabel) : QString(), newest->secret};
        }
        return Result<std::optional<ReleaseFacts>>(facts);
    });
}

Async<AirflowHealth> KubeAccess::health(const Pod &web)
{
    const WebPlace place = webPlaceOf(web);
    return andThen(m_client->proxy({kube::pods(), web.space, web.name, QString::number(place.port)}, place.healthPath), this,
                   [](const HttpReply &reply) { return AirflowHealth::parse(reply.body); });
}

Async<RolloutState> KubeAccess::rollout(const QString &nameSpace, const QString &release)
{
    const auto state = std::make_shared<RolloutState>();
    QList<Async<>> asked;
    for (const KubeKind &kind : {kube::deployments(), kube::statefulSets()}) {
        asked += andThen(m_client->list({.kind = kind, .space = nameSpace}), this, [state, release](const KubeList &list) {
            for (const QJsonObject &item : list.items) {
                if (belongsTo(item, release))
                    addRollout(*state, item);
            }
            return Result<>();
        });
    }
    return andThen(allOf(this, asked), this, [state](Nothing) { return Result<RolloutState>(*state); });
}

Async<> KubeAccess::restartAirflow(const QString &nameSpace, const QString &release)
{
    // What `kubectl rollout restart` does: a changed annotation in the template makes new pods.
    const QJsonObject stamp{{"kubectl.kubernetes.io/restartedAt", m_clock.now().toUTC().toString(Qt::ISODate)}};
    const QJsonObject patch{{"spec", QJsonObject{{"template", QJsonObject{{"metadata", QJsonObject{{"annotations", stamp}}}}}}}};
    QList<Async<>> asked;
    for (const KubeKind &kind : {kube::deployments(), kube::statefulSets()}) {
        asked += andThen(m_client->list({.kind = kind, .space = nameSpace}), this, [this, kind, release, patch](const KubeList &list) {
            QList<Async<>> changed;
            for (const QJsonObject &item : list.items) {
                if (belongsTo(item, release) && !isDatabase(item))
                    changed += change({kind, item["metadata"]["namespace"].toString(), item["metadata"]["name"].toString()}, patch);
            }
            return allOf(this, changed);
        });
    }
    return allOf(this, asked);
}

Async<> KubeAccess::change(const KubeObject &object, const QJsonObject &patch)
{
    const QByteArray body = QJsonDocument(patch).toJson(QJsonDocument::Compact);
    return andThen(m_client->patch(object, KubePatch::Merge, body), this, [](const QJsonObject &) { return Result<>(); });
}

Async<> KubeAccess::forgetRevision(const QString &nameSpace, const QString &record)
{
    return m_client->remove({kube::secrets(), nameSpace, record});
}

Async<> KubeAccess::deleteJobs(const QString &nameSpace, const QString &release)
{
    const KubeSelector jobs{.kind = kube::jobs(), .space = nameSpace, .metadataOnly = true};
    return andThen(m_client->list(jobs), this, [this, release](const KubeList &list) {
        QList<Async<>> removed;
        for (const QJsonObject &job : list.items) {
            const QJsonValue meta = job["metadata"];
            // Helm's own mark (docs "Helm: labels and annotations"); what runs as a hook does not have it.
            if (meta["annotations"]["meta.helm.sh/release-name"].toString() == release)
                removed += m_client->removeWithParts({kube::jobs(), meta["namespace"].toString(), meta["name"].toString()});
        }
        return allOf(this, removed);
    });
}

Async<> KubeAccess::setLoadingTaint(const QString &node, bool on)
{
    const KubeObject object{.kind = kube::nodes(), .name = node};
    return andThen(m_client->read(object), this, [this, object, on](const QJsonObject &found) -> Async<> {
        QJsonArray taints;
        bool there = false;
        for (const QJsonValue &taint : found["spec"]["taints"].toArray()) {
            const bool ours = taint["key"].toString() == QLatin1String(loadingTaintKey);
            there = there || ours;
            if (!ours)
                taints += taint;
        }
        if (there == on)
            return windsock::ready();
        if (on)
            taints += QJsonObject{{"key", loadingTaintKey}, {"value", loadingTaintValue}, {"effect", "NoSchedule"}};
        return change(object, {{"spec", QJsonObject{{"taints", taints}}}});
    });
}

Async<> KubeAccess::tolerateLoading()
{
    const QJsonObject ours{{"key", loadingTaintKey}, {"operator", "Equal"}, {"value", loadingTaintValue}, {"effect", "NoSchedule"}};
    return andThen(m_client->list({.kind = kube::deployments()}), this, [this, ours](const KubeList &list) {
        QList<Async<>> changed;
        for (const QJsonObject &item : list.items) {
            QJsonArray tolerations = item["spec"]["template"]["spec"]["tolerations"].toArray();
            tolerations += ours;
            const QJsonObject pod{{"spec", QJsonObject{{"tolerations", tolerations}}}};
            changed += change({kube::deployments(), item["metadata"]["namespace"].toString(), item["metadata"]["name"].toString()},
                              {{"spec", QJsonObject{{"template", pod}}}});
        }
        return allOf(this, changed);
    });
}

Async<> KubeAccess::freeLeadership()
{
    const KubeSelector controlPlanes{.kind = kube::nodes(), .labels = "node-role.kubernetes.io/control-plane", .metadataOnly = true};
    return andThen(m_client->list(controlPlanes), this, [this](const KubeList &list) {
        QList<Async<>> freed;
        if (list.items.size() == 1) {
            for (const char *leader : {"kube-controller-manager", "kube-scheduler"})
                freed += m_client->remove({kube::leases(), QStringLiteral("kube-system"), QString::fromLatin1(leader)});
        }
        return allOf(this, freed);
    });
}

Async<> KubeAccess::deletePods(const QString &nameSpace, const QString &selector)
{
    const KubeSelector pods{.kind = kube::pods(), .space = nameSpace, .labels = selector};
    HttpRequest request = m_client->request(pods.path(), pods.query());
    request.method = "DELETE";
    return andThen(m_client->send(request), this, [](const HttpReply &) { return Result<>(); });
}

std::unique_ptr<KubeWatch> KubeAccess::watchPods(const QString &nameSpace)
{
    return std::make_unique<KubeWatch>(*m_client, KubeSelector{.kind = kube::pods(), .space = nameSpace});
}

} // namespace windsock
