// SPDX-License-Identifier: Apache-2.0
// Turns `docker save` of one image into an archive for containerd on the way, leaving out layers that the node has. Reads
// both formats of docker save: the one of Docker < 25 (ID/layer.tar, ID.json) and the OCI layout since (blobs/sha256/…).
//
// The manifest and the index are always written anew, from manifest.json and the config that both formats carry: so the image
// has one platform (kind#3795: containerd refuses an index whose other platforms were not saved) and the id that Docker says.
// A layer that is left out although it is missing cannot go unnoticed: finish() fails unless each is here or there.
#pragma once

#include "core/backends/kind/NodeImageStore.h"
#include "core/backends/kind/TarReader.h"
#include "core/process/CommandRunner.h"

namespace windsock {

class LayerFilter : public ByteFilter, private TarSink
{
public:
    struct Setup
    {
        QString name;            // full name in the node
        QString imageId = {};    // what the config's digest has to be; empty: any (containerd's image store counts otherwise)
        QStringList layers = {}; // diff ids, lowest first, as far as known
        NodeLayers node = {};
        std::function<void(qint64)> progress = {}; // bytes read so far, now and then
    };
    explicit LayerFilter(Setup setup);

    Result<QByteArray> push(QByteArrayView bytes) override;
    Result<QByteArray> finish() override;

    qint64 bytesLeftOut() const { return m_leftOut; }
    QString configDigest() const { return m_configDigest; } // the image id in the node; after finish()

private:
    enum class Doing { Ignoring, Collecting, LeavingOut, Passing };
    struct File
    {
        qint64 size = 0;
        QString digest; // from the name, in the OCI layout
        bool compressed = false;
        bool leftOut = false;
    };
    Result<> entryBegins(const TarEntry &entry) override;
    Result<> entryBytes(QByteArrayView bytes) override;
    Result<> entryEnds() override;
    Doing decide(const TarEntry &entry) const;
    bool nodeHas(const QByteArray &name) const;
    void sniff(QByteArrayView bytes);
    void keepText();
    Result<OciImage> image() const;
    Result<QList<LayerBlob>> layersOf(const QByteArrayList &paths, const QStringList &diffIds) const;
    QByteArray followed(QByteArray name) const;

    Setup m_setup;
    TarReader m_reader;
    QByteArray m_out;
    TarEntry m_entry;
    Doing m_doing = Doing::Ignoring;
    QByteArray m_start; // of the entry's bytes, as far as sniff() needs them
    QByteArray m_collected;
    QHash<QByteArray, QByteArray> m_texts; // manifest.json, configs
    QHash<QByteArray, QByteArray> m_links;
    QHash<QByteArray, File> m_files;
    QByteArray m_bottom; // the old format's folder of the lowest layer
    qint64 m_seen = 0, m_reported = 0, m_textBytes = 0, m_leftOut = 0;
    QString m_configDigest;
};

} // namespace windsock
