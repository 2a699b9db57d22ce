// SPDX-License-Identifier: Apache-2.0
// Which cluster a child acts on. There is no way to build a kubectl or helm command without one, and none to make one
// without both halves: the user's current context is never what we mean.
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace windsock {

class KubeTarget
{
public:
    KubeTarget(QString kubeconfig, QString context);
    const QString &kubeconfig() const { return m_kubeconfig; } // absolute path of our own file
    const QString &context() const { return m_context; }       // "kind-airflow"
    bool operator==(const KubeTarget &) const = default;

    // For children of both tools: discovery caches beside our kubeconfig instead of ~/.kube/cache, and KUBECONFIG set to
    // our file, so that whatever a child starts in turn cannot reach another cluster.
    QMap<QString, QString> environment() const;

private:
    QString m_kubeconfig;
    QString m_context;
};

} // namespace windsock
