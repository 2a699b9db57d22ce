// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/BootPatchProbes.h"

#include <algorithm>

namespace windsock::bootPatch {

namespace {
using Kind = ManifestNode::Kind;

constexpr int startupDelay = 15, livenessDelay = 30; // seconds

// Kubernetes' defaults where the chart names nothing.
int patience(const ManifestNode &probe)
{
    return probe.numberAt("initialDelaySeconds", 0) + probe.numberAt("periodSeconds", 10) * probe.numberAt("failureThreshold", 3);
}

void askEachSecond(ManifestNode &probe, int patience)
{
    probe.set("initialDelaySeconds", ManifestNode::number(1));
    probe.set("periodSeconds", ManifestNode::number(1));
    probe.set("failureThreshold", ManifestNode::number(patience));
}

bool isProbe(const ManifestNode *probe)
{
    return probe && probe->kind == Kind::Map;
}

// A start-up probe holds back readiness and liveness until it succeeds once; the kubelet asks readiness right after it.
// Where the chart has none, the readiness question becomes one, as patient as liveness is before its first kill.
bool hasten(ManifestNode &container)
{
    ManifestNode *startup = container.find("startupProbe");
    ManifestNode *readiness = container.find("readinessProbe");
    const ManifestNode *liveness = container.find("livenessProbe");
    if (isProbe(startup)) {
        if (startup->numberAt("periodSeconds", 10) <= 1)
            return false;
        askEachSecond(*startup, patience(*startup));
    } else {
        if (!isProbe(readiness) || !isProbe(liveness))
            return false; // without liveness the chart never kills: a start-up probe would
        ManifestNode made = *readiness;
        askEachSecond(made, patience(*liveness));
        made.set("successThreshold", ManifestNode::number(1));
        container.set("startupProbe", made);
        readiness = container.find("readinessProbe");
    }
    if (isProbe(readiness) && readiness->numberAt("initialDelaySeconds", 0) > 1)
        readiness->set("initialDelaySeconds", ManifestNode::number(1));
    return true;
}
// A probe of the scheduler that starts all of Airflow (an exec; the charts have no other there) takes the processor from
// the very start it asks about. It gets no less patience than before.
bool letStartFirst(ManifestNode &container)
{
    bool changed = false;
    for (const char *name : {"startupProbe", "livenessProbe"}) {
        ManifestNode *probe = container.find(name);
        const int delay = QByteArrayView(name) == "startupProbe" ? startupDelay : livenessDelay;
        if (!isProbe(probe) || !probe->find("exec") || probe->numberAt("initialDelaySeconds", 0) >= delay)
            continue;
        const int period = std::max(1, probe->numberAt("periodSeconds", 10));
        const int left = std::max(0, patience(*probe) - delay);
        if (QByteArrayView(name) == "startupProbe")
            probe->set("failureThreshold", ManifestNode::number(std::max(1, (left + period - 1) / period)));
        probe->set("initialDelaySeconds", ManifestNode::number(delay));
        changed = true;
    }
    return changed;
}
} // namespace

bool delayHeavyProbes(ManifestNode &spec, Part part)
{
    ManifestNode *containers = spec.find("containers");
    return part == Part::Scheduler && containers && !containers->items.empty() && letStartFirst(containers->items.front());
}

bool hastenFirstAnswer(ManifestNode &spec, Part part)
{
    ManifestNode *containers = spec.find("containers");
    const bool cheap = part == Part::Postgres || part == Part::PgBouncer || part == Part::Redis || part == Part::Web;
    return cheap && containers && !containers->items.empty() && hasten(containers->items.front());
}

} // namespace windsock::bootPatch
