// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/Ports.h"

namespace windsock {

namespace {
bool isOnLoopback(const PortMapping &mapping)
{
    static const QStringList addresses{{}, "0.0.0.0", "127.0.0.1", "::", "::1", "localhost"};
    return mapping.protocol.compare(u"TCP", Qt::CaseInsensitive) == 0 && mapping.hostPort > 0 && addresses.contains(mapping.listenAddress);
}
} // namespace

QList<int> loopbackPorts(const QList<PortMapping> &mappings)
{
    QList<int> ports;
    for (const PortMapping &mapping : mappings) {
        if (isOnLoopback(mapping))
            ports += mapping.hostPort;
    }
    return ports;
}

std::optional<int> loopbackPort(const QList<PortMapping> &mappings, int nodePort)
{
    for (const PortMapping &mapping : mappings) {
        if (mapping.containerPort == nodePort && isOnLoopback(mapping))
            return mapping.hostPort;
    }
    return {};
}

} // namespace windsock
