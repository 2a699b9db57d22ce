// SPDX-License-Identifier: Apache-2.0
// Writes image archives in the OCI layout, as `ctr images import` reads them. Layers that the node already has are named
// but not contained. Pure.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace windsock {

struct LayerBlob
{
    QString digest; // "sha256:…" of the bytes as they are stored
    qint64 size = 0;
    bool compressed = false;
    bool operator==(const LayerBlob &) const = default;
};

struct OciImage
{
    QString name;      // full: "docker.io/library/airflow-local:4f2a9c1e0b7d"
    QByteArray config; // verbatim: its digest is the image id
    QList<LayerBlob> layers;
};

namespace tar {
QByteArray header(const QByteArray &name, qint64 size); // of a file; `name` has at most 100 bytes
QByteArray padding(qint64 size);
QByteArray file(const QByteArray &name, const QByteArray &bytes);
QByteArray end();
} // namespace tar

QString digestOf(const QByteArray &bytes); // "sha256:…"
// Everything but the layers' blobs, and the end of the archive.
QByteArray ociTail(const OciImage &image);
// "airflow-local:x" → "docker.io/library/airflow-local:x": the name that containerd files it under.
QString fullImageName(const QString &name);

} // namespace windsock
