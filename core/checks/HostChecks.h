// SPDX-License-Identifier: Apache-2.0
// Settings of this machine that make a node fail in ways nobody can read: inotify limits, proxies.
#pragma once

#include "core/checks/Finding.h"

#include <QList>
#include <QMap>

#include <optional>

namespace windsock {

struct HostFacts
{
    std::optional<qint64> inotifyWatches = {}, inotifyInstances = {}; // absent: not Linux
    QMap<QString, QString> proxies = {};                              // the variables by their names, as set
    QString node = {};                                                // "airflow-control-plane"
};
QList<Finding> checkHost(const HostFacts &facts); // empty: nothing to say

// Is `host` among the hosts that the list exempts ("*", "name", ".suffix", "*.suffix"; ports are ignored)?
bool isExempt(const QString &host, const QString &noProxy);

HostFacts gatherHost(const QString &node, const QMap<QString, QString> &environment, const QString &procFolder = QStringLiteral("/proc"));

} // namespace windsock
