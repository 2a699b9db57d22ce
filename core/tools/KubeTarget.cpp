// SPDX-License-Identifier: Apache-2.0
#include "core/tools/KubeTarget.h"

#include <QFileInfo>

namespace windsock {

KubeTarget::KubeTarget(QString kubeconfig, QString context) : m_kubeconfig(std::move(kubeconfig)), m_context(std::move(context))
{
    // An empty value would make both tools fall back to the user's own cluster.
    Q_ASSERT(!m_kubeconfig.isEmpty() && !m_context.isEmpty());
    if (m_kubeconfig.isEmpty())
        m_kubeconfig = QStringLiteral("/dev/null");
    if (m_context.isEmpty())
        m_context = QStringLiteral("none");
}

QMap<QString, QString> KubeTarget::environment() const
{
    // KUBECACHEDIR: client-go's cli-runtime, read by kubectl and by Helm
    const QString cache = QFileInfo(m_kubeconfig).path() + QStringLiteral("/kube-cache");
    return {{QStringLiteral("KUBECONFIG"), m_kubeconfig}, {QStringLiteral("KUBECACHEDIR"), cache}};
}

} // namespace windsock
