// SPDX-License-Identifier: Apache-2.0
// status: what is there now, seen and not remembered.
#include "app/cli/ExitCode.h"
#include "app/cli/verbs/Verbs.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace windsock {

namespace {
QString healthName(Health health)
{
    switch (health) {
    case Health::Unknown: return QStringLiteral("unknown");
    case Health::Starting: return QStringLiteral("starting");
    case Health::Healthy: return QStringLiteral("healthy");
    case Health::Unhealthy: return QStringLiteral("unhealthy");
    }
    return {};
}

QJsonObject statusJson(const Cluster &cluster)
{
    QJsonObject json{{"state", stateName(cluster.state())},
                     {"mode", modeName(cluster.mode())},
                     {"cluster", cluster.workspace().clusterName()},
                     {"workspace", cluster.workspace().folder().absolutePath()},
                     {"url", cluster.web().url.toString()}};
    if (cluster.lookError())
        json["error"] = toJson(*cluster.lookError());
    if (!cluster.observed())
        return json;
    QJsonArray components, mounts;
    for (const ComponentHealth &component : cluster.observed()->components)
        components += QJsonObject{{"id", component.id}, {"health", healthName(component.health)}, {"text", component.text}};
    for (const MountState &mount : cluster.observed()->mounts)
        mounts += QJsonObject{{"host", mount.mount.hostAbsolute}, {"node", mount.mount.nodePath},     {"pods", mount.mount.podPath},
                              {"reachesNode", mount.reachesNode}, {"reachesPods", mount.reachesPods}, {"note", mount.note}};
    QJsonObject facts;
    for (const Fact &fact : cluster.observed()->facts)
        facts[fact.label] = fact.value;
    json["components"] = components;
    json["mounts"] = mounts;
    json["facts"] = facts;
    json["upToDate"] = cluster.observed()->upToDate;
    json["problem"] = cluster.observed()->problem;
    return json;
}

void printStatus(const Cluster &cluster, const Output &output)
{
    QList<QStringList> rows{{QCoreApplication::translate("Verb", "Cluster"),
                             cluster.workspace().clusterName() + QStringLiteral(" · ") + stateTitle(cluster.state())}};
    rows += {QCoreApplication::translate("Verb", "Mode"), modeName(cluster.mode())};
    if (cluster.observed()) {
        for (const ComponentHealth &component : cluster.observed()->components)
            rows += {component.title,
                     healthName(component.health) + (component.text.isEmpty() ? QString() : QStringLiteral(" · ") + component.text)};
        for (const Fact &fact : cluster.observed()->facts)
            rows += {fact.label, fact.value + (fact.note.isEmpty() ? QString() : QStringLiteral(" · ") + fact.note)};
        if (!cluster.observed()->problem.isEmpty())
            rows += {QCoreApplication::translate("Verb", "Problem"), cluster.observed()->problem};
    }
    output.table(rows);
}

class StatusVerb : public Verb
{
public:
    const char *name() const override { return "status"; }
    const char *summary() const override { return "Say what runs now: cluster, Airflow's parts, image, chart"; }
    void declare(CLI::App &app) override
    {
        app.footer("--json has the state as \"state\". Exits with 0 whatever it is; where it cannot be seen (no engine answers) it is\n"
                   "\"unknown\", \"error\" says why, and the exit code is that of the error.");
    }
    Async<int> run(VerbContext &context) override
    {
        const auto cluster = openCluster(context);
        if (!cluster)
            return failed<int>(cluster.error());
        const Promise<int> done;
        QObject::connect(*cluster, &Cluster::looked, context.owner, [done, cluster = *cluster, &context](const Result<> &looked) {
            context.output.json(statusJson(*cluster));
            printStatus(*cluster, context.output);
            if (looked)
                return done.resolve(0);
            // With --json the error is in the one document that was printed.
            done.resolve(context.output.isJson() ? Result<int>(exitCode(looked.error().code)) : Result<int>(looked.error()));
        });
        (*cluster)->look();
        return unlessCanceled(done.future(), context.owner, context.cancel);
    }
};
} // namespace

std::unique_ptr<Verb> makeStatusVerb()
{
    return std::make_unique<StatusVerb>();
}

} // namespace windsock
