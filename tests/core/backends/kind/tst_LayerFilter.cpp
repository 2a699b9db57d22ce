// SPDX-License-Identifier: Apache-2.0
// What `docker save` writes, on its way into containerd: both formats, any cut of the stream, layers left out or not, and
// archives that are damaged or lie.
#include "core/backends/kind/LayerFilter.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace windsock;

namespace {
const QString name = QStringLiteral("docker.io/library/airflow-local:4f2a9c1e0b7d");
// of docker-20.10-save.tar: FROM scratch and three COPY
const QString recordedId = QStringLiteral("sha256:fa61c53c1780141b0a81f7ad0c2d9ef47a1c9afda721929db2101fb3c02f6330");
const QStringList recordedLayers{QStringLiteral("sha256:127639a3f8cb9e0f7216c4af907c7cbc809a77c81538a2619e09c1b31588cb8d"),
                                 QStringLiteral("sha256:72933990d0ac1377f82bfae5bc83f47ce8547a7151c71505ee86df414d5de3b9"),
                                 QStringLiteral("sha256:988847d273e696bb0a4923cbf5091a1710fb0c7c8da23b32accf90308e8cd55f")};

QByteArray recorded()
{
    QFile file(QStringLiteral(TEST_DATA "/image/docker-20.10-save.tar"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Blobs by digest, other files by name: what containerd would make of an archive.
class Unpacked : private TarSink
{
public:
    static Unpacked of(const QByteArray &archive)
    {
        Unpacked made;
        TarReader reader(made);
        made.m_ok = reader.push(archive).has_value() && reader.hasEnded();
        return made;
    }
    bool isWhole() const { return m_ok; }
    QByteArray blob(const QString &digest) const { return m_blobs.value(digest); }
    QJsonObject json(const QString &digest) const { return QJsonDocument::fromJson(blob(digest)).object(); }
    QJsonObject entry() const
    {
        return QJsonDocument::fromJson(m_files.value("index.json")).object()["manifests"].toArray().at(0).toObject();
    }
    QJsonObject manifest() const { return json(entry()["digest"].toString()); }
    QString configDigest() const { return manifest()["config"].toObject()["digest"].toString(); }
    QList<LayerBlob> layers() const
    {
        QList<LayerBlob> found;
        for (const QJsonValue &layer : manifest()["layers"].toArray())
            found += LayerBlob{layer["digest"].toString(), layer["size"].toInteger(), layer["mediaType"].toString().endsWith("+gzip")};
        return found;
    }
    bool hasFile(const QByteArray &file) const { return m_files.contains(file); }

private:
    Result<> entryBegins(const TarEntry &entry) override
    {
        m_entry = entry;
        m_bytes.clear();
        return {};
    }
    Result<> entryBytes(QByteArrayView bytes) override
    {
        m_bytes.append(bytes);
        return {};
    }
    Result<> entryEnds() override
    {
        m_files.insert(m_entry.name, m_bytes);
        m_blobs.insert(digestOf(m_bytes), m_bytes);
        return {};
    }
    bool m_ok = false;
    TarEntry m_entry;
    QByteArray m_bytes;
    QHash<QByteArray, QByteArray> m_files;
    QHash<QString, QByteArray> m_blobs;
};

Result<QByteArray> filtered(const QByteArray &archive, LayerFilter &filter, qsizetype cut = 4096)
{
    QByteArray out;
    for (qsizetype at = 0; at < archive.size(); at += cut) {
        const auto part = filter.push(QByteArrayView(archive).sliced(at, std::min(cut, archive.size() - at)));
        if (!part)
            return part.error();
        out += *part;
    }
    const auto rest = filter.finish();
    return rest ? Result<QByteArray>(out + *rest) : rest;
}

Result<QByteArray> filtered(const QByteArray &archive, const LayerFilter::Setup &setup)
{
    LayerFilter filter(setup);
    return filtered(archive, filter);
}

QByteArray blobFile(const QByteArray &bytes)
{
    return tar::file("blobs/sha256/" + digestOf(bytes).mid(7).toLatin1(), bytes);
}

QByteArray configOf(const QStringList &diffIds)
{
    return QJsonDocument(QJsonObject{{"architecture", "arm64"},
                                     {"rootfs", QJsonObject{{"type", "layers"}, {"diff_ids", QJsonArray::fromStringList(diffIds)}}}})
        .toJson();
}

// As Docker ≥ 25 writes it: every blob under its digest, manifest.json beside index.json.
QByteArray ociSave(const QByteArrayList &layers, const QByteArray &config)
{
    QByteArray archive = blobFile(config) + blobFile("{\"schemaVersion\": 2}");
    QJsonArray paths;
    for (const QByteArray &layer : layers) {
        archive += blobFile(layer);
        paths.append("blobs/sha256/" + digestOf(layer).mid(7));
    }
    const QJsonObject image{{"Config", "blobs/sha256/" + digestOf(config).mid(7)}, {"RepoTags", QJsonValue::Null}, {"Layers", paths}};
    return archive + tar::file("index.json", "{}") + tar::file("manifest.json", QJsonDocument(QJsonArray{image}).toJson())
           + tar::file("oci-layout", "{}") + tar::end();
}
} // namespace

class tst_LayerFilter : public QObject
{
    Q_OBJECT
private slots:
    void recordedWhole();
    void anyCut_data();
    void anyCut();
    void lowestLayerIsLeftOut();
    void lowestLayerAsTheNodeHasIt();
    void oldFormatLinks();
    void ociWhole();
    void ociLeavesOut();
    void ociCompressed();
    void otherConfigIsRefused();
    void badArchives_data();
    void badArchives();
    void reportsBytes();
    void largeSizes();
    void longNames();
};

void tst_LayerFilter::recordedWhole()
{
    const auto out = filtered(recorded(), {.name = name, .imageId = recordedId, .layers = recordedLayers});
    QVERIFY2(out.has_value(), out ? "" : qPrintable(out.error().report()));
    const Unpacked image = Unpacked::of(*out);
    QVERIFY(image.isWhole());
    QCOMPARE(image.configDigest(), recordedId);
    QCOMPARE(image.entry()["annotations"].toObject()["io.containerd.image.name"].toString(), name);
    QCOMPARE(image.layers().size(), 3);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(image.layers().at(i), (LayerBlob{recordedLayers.at(i), 2048, false}));
        QCOMPARE(image.blob(recordedLayers.at(i)).size(), 2048);
    }
    QVERIFY(!image.hasFile("manifest.json")); // containerd would read the image a second time
    QVERIFY(image.hasFile("oci-layout"));
}

void tst_LayerFilter::anyCut_data()
{
    QTest::addColumn<int>("cut");
    for (const int cut : {1, 3, 511, 512, 513, 100000})
        QTest::addRow("%d", cut) << cut;
}

void tst_LayerFilter::anyCut()
{
    QFETCH(int, cut);
    LayerFilter filter({.name = name, .imageId = recordedId});
    LayerFilter reference({.name = name, .imageId = recordedId});
    const auto out = filtered(recorded(), filter, cut);
    QVERIFY(out);
    QCOMPARE(*out, filtered(recorded(), reference).value_or({}));
    QCOMPARE(filter.configDigest(), recordedId);
}

void tst_LayerFilter::lowestLayerIsLeftOut()
{
    NodeLayers node;
    for (const QString &layer : recordedLayers)
        node.add(layer, layer, 2048);
    LayerFilter filter({.name = name, .imageId = recordedId, .layers = recordedLayers, .node = node});
    const Unpacked image = Unpacked::of(filtered(recorded(), filter).value_or({}));
    QCOMPARE(filter.bytesLeftOut(), 2048);
    QCOMPARE(image.layers().size(), 3);
    QCOMPARE(image.blob(recordedLayers.at(0)), QByteArray());
    QCOMPARE(image.blob(recordedLayers.at(2)).size(), 2048); // comes before anything says which one it is
}

void tst_LayerFilter::lowestLayerAsTheNodeHasIt()
{
    NodeLayers node; // compressed, from an earlier push
    node.add("sha256:" + QString(64, u'c'), recordedLayers.first(), 77);
    const auto out = filtered(recorded(), {.name = name, .layers = recordedLayers, .node = node});
    QCOMPARE(Unpacked::of(out.value_or({})).layers().at(0), (LayerBlob{"sha256:" + QString(64, u'c'), 77, true}));
}

void tst_LayerFilter::oldFormatLinks()
{
    QByteArray link = tar::header("b/layer.tar", 0); // a layer that occurs twice is written once
    link.replace(156, 1, "2");
    link.replace(157, 14, "../a/layer.tar");
    uint sum = 0;
    link.replace(148, 8, QByteArray(8, ' '));
    for (const char byte : std::as_const(link))
        sum += uchar(byte);
    link.replace(148, 7, QByteArray::number(sum, 8).rightJustified(6, '0') + '\0');
    const QByteArray layer = "layer";
    const QByteArray config = configOf({digestOf(layer), digestOf(layer)});
    const QByteArray archive = tar::file("a/layer.tar", layer) + link + tar::file("c.json", config)
                               + tar::file("manifest.json", R"([{"Config":"c.json","Layers":["a/layer.tar","b/layer.tar"]}])") + tar::end();
    const Unpacked image = Unpacked::of(filtered(archive, {.name = name, .imageId = digestOf(config)}).value_or({}));
    QCOMPARE(image.layers().size(), 2);
    QCOMPARE(image.layers().at(1), (LayerBlob{digestOf(layer), 5, false}));
}

void tst_LayerFilter::ociWhole()
{
    const QByteArrayList layers{QByteArray(5 * 1024 * 1024, 'x'), "small", "{\"not\": \"a tar\""};
    const QByteArray config = configOf({digestOf(layers.at(0)), digestOf(layers.at(1)), digestOf(layers.at(2))});
    const Unpacked image = Unpacked::of(filtered(ociSave(layers, config), {.name = name, .imageId = digestOf(config)}).value_or({}));
    QVERIFY(image.isWhole());
    QCOMPARE(image.configDigest(), digestOf(config));
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(image.layers().at(i), (LayerBlob{digestOf(layers.at(i)), layers.at(i).size(), false}));
        QCOMPARE(image.blob(digestOf(layers.at(i))), layers.at(i));
    }
}

void tst_LayerFilter::ociLeavesOut()
{
    const QByteArrayList layers{QByteArray(5 * 1024 * 1024, 'x'), "top"};
    const QByteArray config = configOf({digestOf(layers.at(0)), digestOf(layers.at(1))});
    NodeLayers node;
    node.add(digestOf(layers.at(0)), digestOf(layers.at(0)), layers.at(0).size());
    const auto out = filtered(ociSave(layers, config), {.name = name, .imageId = digestOf(config), .node = node});
    QVERIFY(out);
    QVERIFY(out->size() < 10000);
    const Unpacked image = Unpacked::of(*out);
    QCOMPARE(image.layers().at(0), (LayerBlob{digestOf(layers.at(0)), layers.at(0).size(), false}));
    QCOMPARE(image.blob(digestOf(layers.at(1))), layers.at(1));
}

// Images in containerd: blobs are compressed, ids are not the config's digest.
void tst_LayerFilter::ociCompressed()
{
    const QByteArrayList layers{QByteArray("\x1f\x8b\x08 base"), QByteArray("\x28\xb5\x2f\xfd top")};
    const QByteArray config = configOf({"sha256:" + QString(64, u'1'), "sha256:" + QString(64, u'2')});
    NodeLayers node;
    node.add(digestOf(layers.at(0)), "sha256:" + QString(64, u'1'), layers.at(0).size());
    LayerFilter filter({.name = name, .node = node});
    const Unpacked image = Unpacked::of(filtered(ociSave(layers, config), filter).value_or({}));
    QCOMPARE(image.layers().at(0), (LayerBlob{digestOf(layers.at(0)), layers.at(0).size(), true}));
    QCOMPARE(image.layers().at(1), (LayerBlob{digestOf(layers.at(1)), layers.at(1).size(), true}));
    QCOMPARE(image.blob(digestOf(layers.at(0))), QByteArray());
    QCOMPARE(filter.configDigest(), digestOf(config));
}

void tst_LayerFilter::otherConfigIsRefused()
{
    const auto out = filtered(recorded(), {.name = name, .imageId = "sha256:" + QString(64, u'0')});
    QVERIFY(!out);
    QVERIFY(out.error().why.contains(recordedId));
}

void tst_LayerFilter::badArchives_data()
{
    QTest::addColumn<QByteArray>("archive");
    const QByteArray whole = recorded();
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not tar") << QByteArray("<html>").repeated(200);
    QTest::newRow("cut in a header") << whole.first(700);
    QTest::newRow("cut in a layer") << whole.first(6000);
    QTest::newRow("cut before its end") << whole.first(whole.indexOf("manifest.json"));
    QTest::newRow("only an end") << tar::end();
    QTest::newRow("two images") << tar::file("manifest.json", "[{},{}]") + tar::end();
    QTest::newRow("no config") << tar::file("manifest.json", R"([{"Config":"c.json","Layers":[]}])") + tar::end();
    QTest::newRow("layer missing") << tar::file("c.json", configOf({"sha256:1"}))
                                          + tar::file("manifest.json", R"([{"Config":"c.json","Layers":["a/layer.tar"]}])") + tar::end();
    QTest::newRow("too few layers") << tar::file("c.json", configOf({"sha256:1"}))
                                           + tar::file("manifest.json", R"([{"Config":"c.json","Layers":[]}])") + tar::end();
    QTest::newRow("endless texts") << tar::file("a.json", '[' + QByteArray(4 * 1024 * 1024 - 10, ' ') + ']').repeated(17) + tar::end();
    QByteArray flipped = whole;
    flipped[100] = char(flipped.at(100) ^ 1);
    QTest::newRow("damaged header") << flipped;
}

void tst_LayerFilter::badArchives()
{
    QFETCH(QByteArray, archive);
    const auto out = filtered(archive, {.name = name});
    QVERIFY(!out);
    QVERIFY(!out.error().what.isEmpty());
}

void tst_LayerFilter::reportsBytes()
{
    QList<qint64> seen;
    LayerFilter filter({.name = name, .progress = [&seen](qint64 bytes) { seen += bytes; }});
    const QByteArrayList layers{QByteArray(40 * 1024 * 1024, 'x')};
    const QByteArray archive = ociSave(layers, configOf({digestOf(layers.first())}));
    QVERIFY(filtered(archive, filter, 1024 * 1024));
    QVERIFY(seen.size() >= 3 && seen.size() <= 5);
    QCOMPARE(seen.last(), archive.size());
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));
}

namespace {
struct Names : TarSink
{
    QList<std::pair<QByteArray, qint64>> seen;
    Result<> entryBegins(const TarEntry &entry) override
    {
        seen.append({entry.name, entry.size});
        return {};
    }
    Result<> entryBytes(QByteArrayView) override { return {}; }
    Result<> entryEnds() override { return {}; }
};
} // namespace

void tst_LayerFilter::largeSizes()
{
    for (const qint64 size : {qint64(0), qint64(1), (qint64(1) << 33) - 1, qint64(1) << 33, qint64(1) << 40}) {
        Names names;
        TarReader reader(names);
        QVERIFY(reader.push(tar::header("a", size)));
        QCOMPARE(names.seen.first().second, size);
    }
}

void tst_LayerFilter::longNames()
{
    const auto extended = [](char type, const QByteArray &text) {
        QByteArray header = tar::header("x", text.size());
        header.replace(156, 1, QByteArray(1, type));
        header.replace(148, 8, QByteArray(8, ' '));
        uint sum = 0;
        for (const char byte : std::as_const(header))
            sum += uchar(byte);
        header.replace(148, 7, QByteArray::number(sum, 8).rightJustified(6, '0') + '\0');
        return QByteArray(header + text + tar::padding(text.size()));
    };
    Names names;
    TarReader reader(names);
    QVERIFY(reader.push(extended('L', QByteArray(150, 'n') + '\0') + tar::file("cut", "1") + extended('x', "13 path=name\n13 size=0003\n")
                        + tar::file("cut", "123") + extended('x', "99999 path=x\n") + tar::file("own", "") + extended('x', "12 path=name\n")
                        + tar::file("own", "") + tar::end()));
    QVERIFY(reader.hasEnded());
    QCOMPARE(names.seen, (QList<std::pair<QByteArray, qint64>>{{QByteArray(150, 'n'), 1}, {"name", 3}, {"own", 0}, {"nam", 0}}));
}

QTEST_GUILESS_MAIN(tst_LayerFilter)
#include "tst_LayerFilter.moc"
