// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/NodeImageStore.h"

#include "core/tools/Docker.h"
#include "core/tools/JsonAnswer.h"

#include <QRegularExpression>

using namespace std::chrono_literals;

namespace windsock {

void NodeLayers::add(const QString &digest, const QString &diffId, qint64 size)
{
    m_digests.insert(digest);
    const bool plain = diffId == digest;
    // the plain form, where the node has both, costs no decompression
    if (!diffId.isEmpty() && (plain || !m_layers.contains(diffId)))
        m_layers.insert(diffId, {digest, size, !plain});
}

int NodeLayers::missing(const QStringList &diffIds) const
{
    return int(std::count_if(diffIds.begin(), diffIds.end(), [this](const QString &diffId) { return !hasLayer(diffId); }));
}

namespace nodestore {

namespace {
Command inNode(const QString &node, const QStringList &argv)
{
    return docker::exec({.container = node, .argv = argv});
}

Command ctr(const QString &node, const QStringList &argv)
{
    return inNode(node, QStringList{"ctr", "--namespace=k8s.io"} + argv); // kubelet's images live in that namespace
}
} // namespace

Command listImages(const QString &node)
{
    return inNode(node, {"crictl", "images", "-o", "json"});
}

Result<QList<NodeImage>> parseImages(const QByteArray &json)
{
    const Result<QJsonObject> answer = readObject(json, QStringLiteral("crictl images"));
    if (!answer)
        return answer.error();
    QList<NodeImage> images;
    const QJsonArray list = answer->value("images").toArray();
    for (const QJsonValue &entry : list) {
        NodeImage image{entry.toObject().value("id").toString(), {}};
        const QJsonArray names = entry.toObject().value("repoTags").toArray();
        for (const QJsonValue &name : names)
            image.names += name.toString();
        images += image;
    }
    return images;
}

Command listContent(const QString &node)
{
    return ctr(node, {"content", "ls"});
}

Command listBlobFiles(const QString &node)
{
    return inNode(node, {"find", "/var/lib/containerd/io.containerd.content.v1.content/blobs/sha256", "-type", "f", "-printf", "%f %s\\n"});
}

// "sha256:…  625.8MB  6 minutes  containerd.io/uncompressed=sha256:…,containerd.io/…"
NodeLayers parseLayers(const QByteArray &content, const QByteArray &files)
{
    QHash<QString, qint64> sizes;
    for (const QByteArray &line : files.split('\n')) {
        const qsizetype space = line.indexOf(' ');
        if (space > 0)
            sizes.insert(QStringLiteral("sha256:") + QString::fromLatin1(line.first(space)), line.mid(space + 1).toLongLong());
    }
    static const QRegularExpression blob(QStringLiteral(R"(^(sha256:[0-9a-f]{64})\s)"));
    static const QRegularExpression plain(QStringLiteral(R"(containerd\.io/uncompressed=(sha256:[0-9a-f]{64}))"));
    NodeLayers layers;
    for (const QByteArray &line : content.split('\n')) {
        const QString text = QString::fromUtf8(line);
        const QString digest = blob.match(text).captured(1);
        if (!sizes.contains(digest))
            continue; // known by name only: not here
        const QString diffId = plain.match(text).captured(1);
        // without the label it is a layer that was never unpacked, or no layer at all: then its own digest is harmless
        layers.add(digest, diffId.isEmpty() ? digest : diffId, sizes.value(digest));
    }
    return layers;
}

Command showConfig(const QString &node)
{
    return inNode(node, {"containerd", "config", "dump"});
}

// Of the section that kubelet's images are unpacked by; its name changed with containerd 2.
QString parseSnapshotter(const QByteArray &config)
{
    static const QRegularExpression section(QStringLiteral(R"(^\s*\[(.*)\]\s*$)"));
    static const QRegularExpression setting(QStringLiteral(R"(^\s*snapshotter\s*=\s*["']([\w-]+)["'])"));
    QString current;
    for (const QByteArray &line : config.split('\n')) {
        const QString text = QString::fromUtf8(line);
        if (const auto match = section.match(text); match.hasMatch())
            current = match.captured(1).remove(u'"').remove(u'\'').remove(u' ');
        const bool here = current == QStringLiteral("plugins.io.containerd.grpc.v1.cri.containerd")
                          || current == QStringLiteral("plugins.io.containerd.cri.v1.images");
        if (const auto match = setting.match(text); here && match.hasMatch())
            return match.captured(1);
    }
    return QStringLiteral("overlayfs");
}

// As kind itself does it, but for --digests: our archives name their image, and a second name would keep it for ever.
Command importImage(const QString &node, const QString &snapshotter)
{
    Command command =
        docker::exec({.container = node,
                      .argv = {"ctr", "--namespace=k8s.io", "images", "import", "--all-platforms", "--snapshotter=" + snapshotter, "-"},
                      .interactive = true});
    command.limit = 0s;
    return command;
}

Command tagImage(const QString &node, const QString &from, const QString &to)
{
    return ctr(node, {"images", "tag", "--force", from, to});
}

Command removeImage(const QString &node, const QString &name)
{
    return ctr(node, {"images", "rm", name});
}

Command checkImage(const QString &node, const QString &snapshotter, const QString &name)
{
    return ctr(node, {"images", "check", "--snapshotter=" + snapshotter, "name==" + name});
}

// "REF  TYPE  DIGEST  complete (3/3)  597.6 MiB/597.6 MiB  true"
bool parseIsComplete(const QByteArray &check)
{
    static const QRegularExpression complete(QStringLiteral(R"(\scomplete \((\d+)/\1\)\s.*\strue\s*$)"),
                                             QRegularExpression::MultilineOption);
    return complete.match(QString::fromUtf8(check)).hasMatch();
}

} // namespace nodestore
} // namespace windsock
