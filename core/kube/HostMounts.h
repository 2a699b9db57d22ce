// SPDX-License-Identifier: Apache-2.0
// Which folders of the node a pod sees, and where. Pure.
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>

namespace windsock {

QMap<QString, QString> hostMountsOf(const QJsonObject &pod); // hostPath → mountPath of the first container

} // namespace windsock
