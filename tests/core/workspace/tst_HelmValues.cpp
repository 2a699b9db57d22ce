// SPDX-License-Identifier: Apache-2.0
// Merging against what Helm itself answered (data/workspace/helm-merge-3.19.4.json), truth, and places across files.
#include "core/workspace/HelmValues.h"
#include "core/yaml/YamlTree.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace windsock;

namespace {
ValuesFile file(const QString &name, const QByteArray &text)
{
    const Result<YamlDocument> document = YamlDocument::parse(text, name);
    if (!document)
        qFatal("%s", qPrintable(document.error().report()));
    return {u'/' + name, name, *document};
}

QJsonValue toJson(const YAML::Node &node)
{
    if (yaml::isNull(node))
        return QJsonValue::Null;
    if (const auto flag = yaml::boolean(node))
        return *flag;
    bool isNumber = false;
    const double number = yaml::scalar(node).toDouble(&isNumber);
    if (node.IsScalar())
        return isNumber && yaml::isPlain(node) ? QJsonValue(number) : QJsonValue(yaml::scalar(node));
    QJsonArray list;
    for (std::size_t i = 0; node.IsSequence() && i < node.size(); ++i)
        list += toJson(node[i]);
    QJsonObject map;
    for (const yaml::Pair &pair : yaml::pairs(node))
        map.insert(yaml::scalar(pair.key), toJson(pair.value));
    return node.IsMap() ? QJsonValue(map) : QJsonValue(list);
}
} // namespace

class tst_HelmValues : public QObject
{
    Q_OBJECT
private slots:
    void mergesAsHelm();
    void leavesTheFilesAlone();
    void mergesLargeFilesQuickly();
    void judgesTruth_data();
    void judgesTruth();
    void printsNumbersAsHelm_data();
    void printsNumbersAsHelm();
    void findsPlaces();
};

void tst_HelmValues::mergesAsHelm()
{
    QFile data(QStringLiteral(TEST_DATA "/workspace/helm-merge-3.19.4.json"));
    QVERIFY(data.open(QIODevice::ReadOnly));
    const QJsonArray cases = QJsonDocument::fromJson(data.readAll()).array();
    QCOMPARE(cases.size(), 90);
    for (const QJsonValue &entry : cases) {
        QList<ValuesFile> files;
        for (const QJsonValue &values : entry[QStringLiteral("files")].toArray())
            files += file(QStringLiteral("f.yaml"), QJsonDocument(values.toObject()).toJson());
        const QJsonValue merged = toJson(mergeValues(files).root());
        QVERIFY2(merged == entry[QStringLiteral("merged")], QJsonDocument(entry.toObject()).toJson().constData());
    }
}

void tst_HelmValues::leavesTheFilesAlone()
{
    const QList<ValuesFile> files{file("a.yaml", "x: {y: 1, z: 2}\n"), file("b.yaml", "x: {y: 3}\n")};
    const YamlDocument merged = mergeValues(files);
    QCOMPARE(merged.integer({"x", "y"}), 3);
    QCOMPARE(merged.integer({"x", "z"}), 2);
    QCOMPARE(files[0].document.integer({"x", "y"}), 1);
    QVERIFY(!files[1].document.has({"x", "z"}));
    QVERIFY(!mergeValues({}).has({"x"}));
    QVERIFY(!mergeValues({file("c.yaml", "")}).has({"x"}));
    QCOMPARE(mergeValues({file("d.yaml", "base: &b {p: 1}\nuse: {<<: *b, q: 2}\n")}).integer({"use", "p"}), 1);
}

void tst_HelmValues::mergesLargeFilesQuickly()
{
    QByteArray text;
    for (int i = 0; i < 20'000; ++i)
        text += "k" + QByteArray::number(i) + ": " + QByteArray::number(i) + '\n';
    const YamlDocument merged = mergeValues({file("a.yaml", text), file("b.yaml", text)});
    QCOMPARE(merged.count({}), 20'000);
}

void tst_HelmValues::judgesTruth_data()
{
    QTest::addColumn<bool>("truth");
    for (const char *value : {"true", "yes", "1", "-1", "0.5", "text", "\"false\"", "\"0\"", "[0]", "{a: null}", "on"})
        QTest::newRow(value) << true;
    for (const char *value : {"false", "no", "off", "0", "0.0", "null", "~", "", "\"\"", "''", "[]", "{}"})
        QTest::newRow(value) << false;
}

void tst_HelmValues::judgesTruth()
{
    QFETCH(bool, truth);
    const YamlDocument values = mergeValues({file("v.yaml", QByteArray("part:\n  key: ") + QTest::currentDataTag() + "\nnothing:\n")});
    QCOMPARE(helmTruth(values, {"part", "key"}, !truth), truth);
    QVERIFY(helmTruth(values, {"part", "other"}, true) && !helmTruth(values, {"part", "other"}, false));
    QVERIFY(helmTruth(values, {"absent", "key"}, true));
    QVERIFY(!helmTruth(values, {"nothing", "key"}, true)); // the defaults went with the null
}

void tst_HelmValues::printsNumbersAsHelm_data()
{
    QTest::addColumn<QString>("printed");
    QTest::newRow("2.10") << "2.1";
    QTest::newRow("3.0") << "3";
    QTest::newRow("\"2.10\"") << "2.10";
    QTest::newRow("2.10.5") << "2.10.5";
    QTest::newRow("10") << "10";
    QTest::newRow("local") << "local";
    QTest::newRow("~") << "";
}

void tst_HelmValues::printsNumbersAsHelm()
{
    QFETCH(QString, printed);
    QCOMPARE(helmText(*file("v.yaml", QByteArray("a: ") + QTest::currentDataTag()).document.at({"a"})), printed);
}

void tst_HelmValues::findsPlaces()
{
    const QList<ValuesFile> files{file("base.yaml", "workers:\n  enabled: true\n  replicas: 2\n"),
                                  file("local.yaml", "# local\nworkers:\n  enabled: true\nredis: {}\n")};
    QCOMPARE(keyPlace(files, {"workers", "enabled"}).text(), QStringLiteral("local.yaml:3:3"));
    QCOMPARE(keyPlace(files, {"workers", "replicas"}).text(), QStringLiteral("base.yaml:3:3"));
    QCOMPARE(keyPlace(files, {"workers", "other"}).text(), QStringLiteral("local.yaml:2:1"));
    QCOMPARE(keyPlace(files, {"redis", "enabled"}).text(), QStringLiteral("local.yaml:4:1"));
    QCOMPARE(keyPlace(files, {"flower", "enabled"}).text(), QStringLiteral("local.yaml"));
    QCOMPARE(keyPlace({}, {"flower"}).text(), QString());
}

QTEST_GUILESS_MAIN(tst_HelmValues)
#include "tst_HelmValues.moc"
