// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/WebPath.h"

#include <QUrl>

namespace windsock {

QString webPath(const Workspace &workspace)
{
    const bool isOfficial = workspace.chart().flavor == ChartFlavor::Official;
    const QList<YamlPath> places = isOfficial ? QList<YamlPath>{{"config", "api", "base_url"}, {"config", "webserver", "base_url"}}
                                              : QList<YamlPath>{{"airflow", "config", "AIRFLOW__API__BASE_URL"},
                                                                {"airflow", "config", "AIRFLOW__WEBSERVER__BASE_URL"}};
    for (const YamlPath &place : places) {
        const QString value = workspace.mergedValues().text(place).value_or(QString());
        if (value.isEmpty() || value.contains(QLatin1String("{{")))
            continue;
        QString path = QUrl(value).path();
        while (path.endsWith(u'/'))
            path.chop(1);
        return path;
    }
    return {};
}

} // namespace windsock
