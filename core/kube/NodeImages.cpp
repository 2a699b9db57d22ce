// SPDX-License-Identifier: Apache-2.0
#include "core/kube/NodeImages.h"

#include "core/kube/KubeClient.h"
#include "core/net/JsonReader.h"

namespace windsock {

namespace {

Result<QList<NodeImages>> readAll(const KubeList &list)
{
    QList<NodeImages> all;
    for (const QJsonObject &object : list.items) {
        auto node = NodeImages::fromJson(object);
        if (!node)
            return node.error();
        all += std::move(*node);
    }
    return all;
}

} // namespace

Result<NodeImages> NodeImages::fromJson(const QJsonObject &node)
{
    const JsonReader root(node, QStringLiteral("the API server"));
    NodeImages images{root["metadata"]["name"].text(), {}};
    for (const JsonReader &image : root["status"]["images"].items()) {
        for (const JsonReader &name : image["names"].items())
            images.names += name.text();
    }
    return root.result(std::move(images));
}

bool NodeImages::has(const QString &image) const
{
    return names.contains(fullImageName(image));
}

// As Docker reads names: a first part with '.' or ':' (or "localhost") is a registry; one word is in "library".
QString fullImageName(const QString &image)
{
    QString name = image;
    const QString first = name.section(u'/', 0, 0);
    const bool hasRegistry = name.contains(u'/') && (first.contains(u'.') || first.contains(u':') || first == QStringLiteral("localhost"));
    if (!hasRegistry)
        name.prepend(name.contains(u'/') ? QStringLiteral("docker.io/") : QStringLiteral("docker.io/library/"));
    const QString last = name.section(u'/', -1);
    return last.contains(u':') || last.contains(u'@') ? name : name + QStringLiteral(":latest");
}

Async<QList<NodeImages>> listNodeImages(KubeClient &client)
{
    return andThen(client.list({kube::nodes()}), &client, readAll);
}

} // namespace windsock
