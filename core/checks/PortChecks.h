// SPDX-License-Identifier: Apache-2.0
// Can the ports that this start needs be had? Tells our own forward from a stranger, and a container from a program.
#pragma once

#include "core/checks/Finding.h"
#include "core/tools/HostPorts.h"

#include <QList>

#include <optional>

namespace windsock {

struct PortFacts
{
    int port = 0;
    QString purpose = {};   // "the web page", "kind's extraPortMappings"
    SourcePlace place = {}; // where the user wrote it, if anywhere
    QString key = {};       // "webPort"
    PortState state = PortState::Free;
    bool ours = false; // our own forward or our own node holds it
    std::optional<PortHolder> holder = {};
    std::optional<docker::ContainerRow> container = {}; // that publishes it
    std::optional<int> next = {};
    bool movable = true; // false: a change costs the cluster (kind's mappings are fixed at creation)
};
Finding checkPort(const PortFacts &facts);
QString holderText(const PortFacts &facts); // "gunicorn (process 4242)", "the container \"web\""

// Asks the machine about each port: at once, no child. On macOS the holder stays unknown so; there portHolder() (HostPorts.h) is asked
// before, and its answer given along.
PortFacts gatherPort(int port, const QList<docker::ContainerRow> &containers, const QStringList &ourContainers = {});
PortFacts gatherPort(int port, const QList<docker::ContainerRow> &containers, const QStringList &ourContainers,
                     const std::optional<PortHolder> &holder);

} // namespace windsock
