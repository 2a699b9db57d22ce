// SPDX-License-Identifier: Apache-2.0
#include "core/checks/PortChecks.h"

#include <QCoreApplication>

#include <unistd.h>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("PortChecks", text);
}

QList<Remedy> nextRemedy(const PortFacts &facts)
{
    if (!facts.next || !facts.movable)
        return {};
    return {{"port.next", tr("Use port %1").arg(*facts.next), QString::number(*facts.next)}};
}

Finding taken(const PortFacts &facts)
{
    Finding finding{"port.taken", Severity::Failure, tr("Port %1 is in use").arg(facts.port), {}, {}, facts.place, facts.key};
    finding.why = tr("It is needed for %1, and %2 holds it").arg(facts.purpose, holderText(facts));
    if (facts.next && facts.movable)
        finding.todo = tr("Stop that program, or use another port, for example %1").arg(*facts.next);
    else
        finding.todo = tr("Stop that program, or write another port into the file");
    finding.remedies = nextRemedy(facts);
    return finding;
}

Finding forbidden(const PortFacts &facts)
{
    Finding finding{"port.forbidden", Severity::Failure, tr("Port %1 cannot be used").arg(facts.port), {}, {}, facts.place, facts.key};
    const bool exists = facts.port >= 1 && facts.port <= 65535;
    finding.why = exists ? tr("Ports below 1024 are kept for the system") : tr("Ports are numbers from 1 to 65535");
    finding.todo = tr("Use one from 1024 to 65535");
    finding.remedies = nextRemedy(facts);
    return finding;
}
} // namespace

QString holderText(const PortFacts &facts)
{
    if (facts.container)
        return tr("the container \"%1\"").arg(facts.container->name);
    return facts.holder ? facts.holder->text() : tr("a program that cannot be named");
}

Finding checkPort(const PortFacts &facts)
{
    if (facts.state == PortState::Forbidden)
        return forbidden(facts);
    if (facts.state == PortState::Taken && !facts.ours)
        return taken(facts);
    Finding finding{"port.free", Severity::Pass, tr("Port %1 is free").arg(facts.port), {}, {}, facts.place, facts.key};
    if (facts.ours) {
        finding.rule = "port.ours";
        finding.what = tr("Port %1 is held by this cluster itself").arg(facts.port);
    } else if (facts.holder && facts.holder->ipv6Only) {
        finding.rule = "port.ipv6";
        finding.severity = Severity::Warning;
        finding.what = tr("Port %1 is free on 127.0.0.1, but not on [::1]").arg(facts.port);
        finding.why = tr("A browser that opens \"localhost\" may reach %1 in place of Airflow").arg(holderText(facts));
        finding.todo = tr("Open http://127.0.0.1:%1, or use another port").arg(facts.port);
        finding.remedies = nextRemedy(facts);
    }
    return finding;
}

PortFacts gatherPort(int port, const QList<docker::ContainerRow> &containers, const QStringList &ourContainers)
{
    return gatherPort(port, containers, ourContainers, findPortHolder(port));
}

PortFacts gatherPort(int port, const QList<docker::ContainerRow> &containers, const QStringList &ourContainers,
                     const std::optional<PortHolder> &holder)
{
    PortFacts facts{.port = port, .state = portState(port)};
    facts.holder = holder;
    if (facts.state == PortState::Taken)
        facts.container = containerOnPort(port, containers);
    facts.ours = facts.container ? ourContainers.contains(facts.container->name)
                                 : facts.state == PortState::Taken && facts.holder && facts.holder->pid == qint64(::getpid());
    if (facts.state != PortState::Free || facts.holder)
        facts.next = nextFreePort(port);
    return facts;
}

} // namespace windsock
