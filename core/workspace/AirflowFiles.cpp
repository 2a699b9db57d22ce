// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/AirflowFiles.h"

#include "core/tools/Version.h"
#include "core/workspace/EmbeddedYaml.h"
#include "core/workspace/HelmValues.h"

#include <QCoreApplication>

namespace windsock {

namespace {
void add(const Workspace &workspace, const YamlPath &key, const char *path, AirflowFiles &into)
{
    const QString text = workspace.mergedValues().text(key).value_or(QString());
    if (text.trimmed().isEmpty())
        return;
    const SourcePlace place = keyPlace(workspace.values(), key);
    const bool isTemplate = workspace.chart().flavor == ChartFlavor::Official; // the community chart takes it as it is
    const auto filled = isTemplate ? simpleTemplate(text, helmFacts(workspace)) : std::optional(text);
    if (filled)
        into.files += AirflowFile{QLatin1String(path), filled->toUtf8(), key.join(u'.'), place};
    else
        into.leftOut += LeftOut{QStringLiteral("template"), LeftOut::Weight::Lost, key.join(u'.'),
                                QCoreApplication::translate("AirflowFiles", "Not used: only Helm can tell what its template gives"), place};
}
} // namespace

AirflowFiles AirflowFiles::of(const Workspace &workspace)
{
    constexpr auto localSettings = "config/airflow_local_settings.py", webConfig = "webserver_config.py";
    AirflowFiles found;
    if (workspace.chart().flavor != ChartFlavor::Official) {
        add(workspace, {"airflow", "localSettings", "stringOverride"}, localSettings, found);
        add(workspace, {"web", "webserverConfig", "stringOverride"}, webConfig, found);
        return found;
    }
    add(workspace, {"airflowLocalSettings"}, localSettings, found);
    const auto version = Version::find(workspace.airflowVersion());
    const bool isOld = version && version->major < 3;
    add(workspace, isOld ? YamlPath{"webserver", "webserverConfig"} : YamlPath{"apiServer", "apiServerConfig"}, webConfig, found);
    return found;
}

} // namespace windsock
