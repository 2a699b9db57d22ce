// SPDX-License-Identifier: Apache-2.0
#include "core/kube/HostMounts.h"

#include <QJsonArray>

namespace windsock {

QMap<QString, QString> hostMountsOf(const QJsonObject &pod)
{
    const QJsonObject spec = pod["spec"].toObject();
    QMap<QString, QString> byName, mounts;
    for (const QJsonValue &volume : spec["volumes"].toArray())
        byName[volume["name"].toString()] = volume["hostPath"]["path"].toString();
    for (const QJsonValue &mount : spec["containers"][0]["volumeMounts"].toArray()) {
        if (const QString path = byName.value(mount["name"].toString()); !path.isEmpty())
            mounts[path] = mount["mountPath"].toString();
    }
    return mounts;
}

} // namespace windsock
