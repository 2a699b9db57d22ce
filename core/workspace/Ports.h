// SPDX-License-Identifier: Apache-2.0
// Ports of the host that a kind config leads into the cluster. Asks nobody whether they are free.
#pragma once

#include "core/workspace/KindConfig.h"

#include <QList>

#include <optional>

namespace windsock {

constexpr bool isPort(int number)
{
    return number >= 1 && number <= 65535;
}

// Reachable on 127.0.0.1: TCP mappings that listen there or everywhere, with a fixed host port.
QList<int> loopbackPorts(const QList<PortMapping> &mappings);
std::optional<int> loopbackPort(const QList<PortMapping> &mappings, int nodePort);

} // namespace windsock
