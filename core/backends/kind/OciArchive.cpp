// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/OciArchive.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace windsock {

namespace tar {

namespace {
constexpr qsizetype block = 512;

void put(QByteArray &header, qsizetype at, const QByteArray &text)
{
    header.replace(at, text.size(), text);
}

QByteArray octal(qint64 number, int digits)
{
    return QByteArray::number(number, 8).rightJustified(digits, '0');
}

// Twelve bytes; beyond 8 GiB as GNU tar does it, in binary.
QByteArray sizeField(qint64 size)
{
    if (size < (qint64(1) << 33))
        return octal(size, 11) + '\0';
    QByteArray field(12, '\0');
    for (qsizetype i = 11; size > 0; --i, size >>= 8)
        field[i] = char(size & 0xFF);
    field[0] = char(0x80);
    return field;
}
} // namespace

QByteArray header(const QByteArray &name, qint64 size)
{
    Q_ASSERT(name.size() <= 100);
    QByteArray made(block, '\0');
    put(made, 0, name);
    put(made, 100, "0000644");
    put(made, 108, "0000000");
    put(made, 116, "0000000");
    put(made, 124, sizeField(size));
    put(made, 136, octal(0, 11)); // no time: the same image gives the same bytes
    put(made, 148, QByteArray(8, ' '));
    put(made, 156, "0");
    put(made, 257,
        QByteArray("ustar\0"
                   "00",
                   8));
    uint sum = 0;
    for (const char byte : std::as_const(made))
        sum += uchar(byte);
    put(made, 148, octal(sum, 6) + '\0');
    return made;
}

QByteArray padding(qint64 size)
{
    return QByteArray((block - size % block) % block, '\0');
}

QByteArray file(const QByteArray &name, const QByteArray &bytes)
{
    return header(name, bytes.size()) + bytes + padding(bytes.size());
}

QByteArray end()
{
    return QByteArray(2 * block, '\0');
}

} // namespace tar

namespace {
QJsonObject descriptor(const QString &type, const QString &digest, qint64 size)
{
    return {{"mediaType", type}, {"digest", digest}, {"size", size}};
}

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray blob(const QByteArray &bytes)
{
    return tar::file("blobs/sha256/" + digestOf(bytes).mid(7).toLatin1(), bytes);
}

QByteArray manifestOf(const OciImage &image)
{
    QJsonArray layers;
    for (const LayerBlob &layer : image.layers) {
        const QString type =
            QStringLiteral("application/vnd.oci.image.layer.v1.tar") + (layer.compressed ? QStringLiteral("+gzip") : QString());
        layers.append(descriptor(type, layer.digest, layer.size));
    }
    return text({{"schemaVersion", 2},
                 {"mediaType", "application/vnd.oci.image.manifest.v1+json"},
                 {"config", descriptor("application/vnd.oci.image.config.v1+json", digestOf(image.config), image.config.size())},
                 {"layers", layers}});
}
} // namespace

QString digestOf(const QByteArray &bytes)
{
    return QStringLiteral("sha256:") + QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QByteArray ociTail(const OciImage &image)
{
    const QByteArray manifest = manifestOf(image);
    QJsonObject entry = descriptor("application/vnd.oci.image.manifest.v1+json", digestOf(manifest), manifest.size());
    // the first is containerd's own and taken as it is; the second is for readers that know only the standard
    entry.insert("annotations", QJsonObject{{"io.containerd.image.name", image.name},
                                            {"org.opencontainers.image.ref.name", image.name.section(u':', -1)}});
    const QByteArray index =
        text({{"schemaVersion", 2}, {"mediaType", "application/vnd.oci.image.index.v1+json"}, {"manifests", QJsonArray{entry}}});
    return blob(image.config) + blob(manifest) + tar::file("index.json", index)
           + tar::file("oci-layout", R"({"imageLayoutVersion":"1.0.0"})") + tar::end();
}

QString fullImageName(const QString &name)
{
    const QString first = name.section(u'/', 0, 0);
    const bool hasSlash = name.contains(u'/');
    const bool isHost = hasSlash && (first.contains(u'.') || first.contains(u':') || first == QStringLiteral("localhost"));
    if (isHost)
        return name;
    return (hasSlash ? QStringLiteral("docker.io/") : QStringLiteral("docker.io/library/")) + name;
}

} // namespace windsock
