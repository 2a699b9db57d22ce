// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/BootPatchWaits.h"

#include "core/backends/kind/BootPatchScript.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace windsock::bootPatch {

namespace {
using Kind = ManifestNode::Kind;

constexpr int webPatience = 60;        // seconds that late starters leave to the web part
constexpr int entrypointPatience = 60; // apache/airflow's entrypoint asks 20 times, with 3 s between, before it goes on
constexpr char waitForWeb[] = "windsock-wait-for-web";

QString argumentsOf(const ManifestNode &container)
{
    const ManifestNode *args = container.find("args");
    return args ? args->texts().join(u' ') : QString();
}

// Seconds out of what the charts write, 0 for anything else.
int patienceOf(const ManifestNode &container, const char *pattern)
{
    const QRegularExpressionMatch match = QRegularExpression(QString::fromLatin1(pattern)).match(argumentsOf(container));
    return match.captured(1).toInt();
}

// Community chart 8.x: args [bash, -c, …].
constexpr char connectionCheck[] = "^bash -c exec timeout (\\d+)s airflow db check$";
// The same, and Apache Airflow's own chart: args [airflow, db, check-migrations, …].
constexpr char migrationCheck[] = "^(?:bash -c exec )?airflow db check-migrations (?:-t |--migration-wait-timeout[= ])(\\d+)$";

// What the container would run: its command, or the image's entrypoint where it names none.
QStringList chartsOwn(const ManifestNode &container, const QStringList &entrypoint)
{
    static const QStringList airflowEntrypoint{QStringLiteral("/usr/bin/dumb-init"), QStringLiteral("--"), QStringLiteral("/entrypoint")};
    const ManifestNode *command = container.find("command");
    const ManifestNode *args = container.find("args");
    QStringList argv = command ? command->texts() : QStringList();
    if (argv.isEmpty())
        argv = entrypoint.isEmpty() ? airflowEntrypoint : entrypoint;
    return args ? argv + args->texts() : argv;
}

void run(ManifestNode &container, const QJsonObject &plan, const QStringList &chartsOwn)
{
    container.set("command", ManifestNode::list(waitCommand(plan)));
    container.set("args", ManifestNode::list(chartsOwn));
}

ManifestNode *initContainers(ManifestNode &spec)
{
    ManifestNode *list = spec.find("initContainers");
    return list && list->kind == Kind::List ? list : nullptr;
}

// An init container of the same image that asks nothing but the web part's port.
ManifestNode webWaiter(const ManifestNode &container, const QString &web)
{
    ManifestNode made = ManifestNode::map();
    made.set("name", ManifestNode::string(QString::fromLatin1(waitForWeb)));
    for (const char *key : {"image", "imagePullPolicy", "securityContext"}) {
        if (const ManifestNode *same = container.find(key))
            made.set(key, *same);
    }
    const QJsonObject plan{
        {QStringLiteral("check"), QStringLiteral("nothing")}, {QStringLiteral("web"), web}, {QStringLiteral("webPatience"), webPatience}};
    run(made, plan, {});
    return made;
}

bool startsLate(Part part)
{
    return part == Part::Triggerer || part == Part::Sync || part == Part::DagProcessor;
}
} // namespace

QJsonObject Waits::connectionPlan(int patience) const
{
    QJsonObject plan{{QStringLiteral("check"), QStringLiteral("connection")}, {QStringLiteral("patience"), patience}};
    if (m_scene.hasPgBouncer && !m_scene.postgres.isEmpty())
        plan[QStringLiteral("postgres")] = m_scene.postgres;
    return plan;
}

QJsonObject Waits::migrationPlan(int patience, Part part) const
{
    QJsonObject plan = connectionPlan(patience);
    plan[QStringLiteral("check")] = QStringLiteral("migrations");
    plan[QStringLiteral("heads")] = m_facts.heads->toJson();
    if (startsLate(part) && !m_scene.web.isEmpty()) {
        plan[QStringLiteral("web")] = m_scene.web;
        plan[QStringLiteral("webPatience")] = webPatience;
    }
    return plan;
}

bool Waits::quickChecks(ManifestNode &spec, Part part) const
{
    ManifestNode *inits = initContainers(spec);
    bool changed = false;
    int spare = 0; // seconds of a check that the next one includes
    for (std::size_t i = 0; inits && i < inits->items.size(); ++i) {
        ManifestNode &container = inits->items[i];
        const int connection = patienceOf(container, connectionCheck);
        const int migrations = patienceOf(container, migrationCheck);
        const bool known = m_facts.heads && container.textAt({"image"}) == m_scene.airflowImage;
        const QStringList own = chartsOwn(container, m_facts.entrypoint);
        if (connection > 0 && known && i + 1 < inits->items.size() && patienceOf(inits->items[i + 1], migrationCheck) > 0
            && inits->items[i + 1].textAt({"image"}) == m_scene.airflowImage) {
            // Who reads the revision has connected: one container less to start.
            spare = connection;
            inits->items.erase(inits->items.begin() + std::ptrdiff_t(i--));
        } else if (connection > 0) {
            run(container, connectionPlan(connection), own);
        } else if (migrations > 0 && known) {
            run(container, migrationPlan(migrations + spare, part), own);
        } else {
            continue;
        }
        changed = true;
    }
    return changed;
}

bool Waits::migrateWhenPostgresAnswers(ManifestNode &spec) const
{
    ManifestNode *containers = spec.find("containers");
    if (!containers || containers->items.size() != 1 || containers->items.front().textAt({"image"}) != m_scene.airflowImage)
        return false;
    ManifestNode &container = containers->items.front();
    ManifestNode *inits = initContainers(spec);
    const int connection = inits && inits->items.size() == 1 ? patienceOf(inits->items.front(), connectionCheck) : 0;
    const bool alone = !inits || inits->items.empty();
    if (connection <= 0 && !alone)
        return false;
    QJsonObject plan = connectionPlan(alone ? entrypointPatience : connection);
    plan[QStringLiteral("then")] = true;
    if (m_facts.heads && !m_scene.web.isEmpty()) {
        plan[QStringLiteral("heads")] = m_facts.heads->toJson();
        plan[QStringLiteral("web")] = m_scene.web;
        plan[QStringLiteral("webPatience")] = webPatience;
    }
    if (!alone)
        plan[QStringLiteral("first")] = QJsonArray::fromStringList(chartsOwn(inits->items.front(), m_facts.entrypoint));
    run(container, plan, chartsOwn(container, m_facts.entrypoint));
    if (!alone)
        inits->items.clear();
    return true;
}

bool Waits::startAfterWeb(ManifestNode &spec, Part part) const
{
    const ManifestNode *containers = spec.find("containers");
    if (!startsLate(part) || m_scene.web.isEmpty() || !containers || containers->items.empty())
        return false;
    ManifestNode *inits = initContainers(spec);
    for (std::size_t i = 0; inits && i < inits->items.size(); ++i) {
        const ManifestNode *command = inits->items[i].find("command");
        if (command && command->texts().join(u' ').contains(QStringLiteral("\"webPatience\":")))
            return true; // a check that waits for the web part too
    }
    const ManifestNode waiter = webWaiter(containers->items.front(), m_scene.web); // before set(), which moves the others
    if (!inits)
        inits = &spec.set("initContainers", ManifestNode::list());
    inits->items.insert(inits->items.begin(), waiter);
    return true;
}

bool Waits::pgBouncerAfterPostgres(ManifestNode &spec) const
{
    const QString start = QStringLiteral("exec pgbouncer ");
    ManifestNode *containers = spec.find("containers");
    ManifestNode *args = containers && !containers->items.empty() ? containers->items.front().find("args") : nullptr;
    if (m_scene.postgres.isEmpty() || !args || args->kind != Kind::List || args->items.empty())
        return false;
    QString script = QString::fromUtf8(args->items.back().text);
    if (args->texts().value(1) != QStringLiteral("-c") || script.count(start) != 1)
        return false;
    // An image without these tools starts pgbouncer at once, as the chart does.
    const QString wait = QStringLiteral("(command -v pg_isready >/dev/null && "
                                        "timeout 60 sh -c 'until pg_isready -q -h %1 -p %2; do sleep 0.2; done'; true) && \\\n")
                             .arg(m_scene.postgres.section(u':', 0, 0), m_scene.postgres.section(u':', 1));
    script.replace(start, wait + start);
    args->items.back() = ManifestNode::string(script);
    return true;
}

bool Waits::tolerateLoading(ManifestNode &spec) const
{
    for (const char *group : {"initContainers", "containers"}) {
        const ManifestNode *containers = spec.find(group);
        for (std::size_t i = 0; containers && i < containers->items.size(); ++i) {
            if (m_scene.airflowImage.isEmpty() || containers->items[i].textAt({"image"}) == m_scene.airflowImage)
                return false;
        }
    }
    ManifestNode toleration = ManifestNode::map();
    toleration.set("key", ManifestNode::string(QString::fromLatin1(loadingTaintKey)));
    toleration.set("operator", ManifestNode::string(QStringLiteral("Equal")));
    toleration.set("value", ManifestNode::string(QString::fromLatin1(loadingTaintValue)));
    toleration.set("effect", ManifestNode::string(QStringLiteral("NoSchedule")));
    ManifestNode *there = spec.find("tolerations");
    if (!there || there->kind != Kind::List)
        there = &spec.set("tolerations", ManifestNode::list());
    there->items.push_back(toleration);
    return true;
}

} // namespace windsock::bootPatch
