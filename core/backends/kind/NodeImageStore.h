// SPDX-License-Identifier: Apache-2.0
// What we ask and tell the image store (containerd) of a kind node, through `docker exec`. Builders and parsers only.
#pragma once

#include "core/backends/kind/OciArchive.h"
#include "core/base/Result.h"
#include "core/process/Command.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace windsock {

struct NodeImage
{
    QString id;        // "sha256:…": digest of its config, as Docker's ids are
    QStringList names; // "docker.io/library/airflow-local:4f2a9c1e0b7d"
};

// The blobs in the node and which layers they are.
class NodeLayers
{
public:
    void add(const QString &digest, const QString &diffId, qint64 size);

    bool hasBlob(const QString &digest) const { return m_digests.contains(digest); }
    bool hasLayer(const QString &diffId) const { return m_layers.contains(diffId); }
    LayerBlob layer(const QString &diffId) const { return m_layers.value(diffId); }
    int missing(const QStringList &diffIds) const;

private:
    QSet<QString> m_digests;
    QHash<QString, LayerBlob> m_layers; // by diff id: the digest of the layer when it is not compressed
};

namespace nodestore {

// What kubelet sees, names and ids at once: the cheapest question that is exact.
Command listImages(const QString &node);
Result<QList<NodeImage>> parseImages(const QByteArray &json);

// Digests with what they are uncompressed, and exact sizes, which containerd's own list rounds.
Command listContent(const QString &node);
Command listBlobFiles(const QString &node);
NodeLayers parseLayers(const QByteArray &content, const QByteArray &files);

Command showConfig(const QString &node);
QString parseSnapshotter(const QByteArray &config); // "overlayfs" where it does not say

// Reads an archive from stdin; no limit of its own.
Command importImage(const QString &node, const QString &snapshotter);
Command tagImage(const QString &node, const QString &from, const QString &to);
Command removeImage(const QString &node, const QString &name);

// Whether every blob of the image is there and its file system is unpacked.
Command checkImage(const QString &node, const QString &snapshotter, const QString &name);
bool parseIsComplete(const QByteArray &check);

} // namespace nodestore
} // namespace windsock
