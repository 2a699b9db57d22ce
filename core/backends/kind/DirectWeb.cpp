// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/DirectWeb.h"

namespace windsock {

namespace {
// airflow-helm 8.x: web.service; apache-airflow 1.x: webserver.service or apiServer.service with a list of ports.
std::optional<int> nodePort(const YamlDocument &values)
{
    const QString type = QStringLiteral("NodePort");
    if (values.text({"web", "service", "type"}) == type)
        return values.integer({"web", "service", "nodePort", "http"});
    for (const char *part : {"apiServer", "webserver"}) {
        const QString section = QString::fromLatin1(part);
        if (values.text({section, "service", "type"}) == type)
            return values.integer({section, "service", "ports", "0", "nodePort"});
    }
    return {};
}
} // namespace

std::optional<int> directWebPort(const Workspace &workspace)
{
    const auto port = nodePort(workspace.mergedValues());
    return port ? workspace.mappedHostPort(*port) : std::nullopt;
}

} // namespace windsock
