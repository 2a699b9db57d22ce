// SPDX-License-Identifier: Apache-2.0
// Components as values and on disk, and the order in which they are stopped.
#include "core/supervise/ComponentList.h"

#include "tests/support/TempWorkspace.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace windsock;

namespace {
Component component(const QString &id, const QStringList &needs = {})
{
    return {.id = id, .title = "A " + id, .program = "/env/bin/python", .logFile = "/state/" + id + ".log", .needs = needs};
}
} // namespace

class TestComponent : public QObject
{
    Q_OBJECT
private slots:
    void thereAndBack();
    void leftOutFields();
    void badFields_data();
    void badFields();
    void fingerprint();
    void fileIsForTheOwnerOnly();
    void badLists_data();
    void badLists();
    void missingFile();
    void stopOrder_data();
    void stopOrder();
};

void TestComponent::thereAndBack()
{
    Component full = component("scheduler", {"postgres"});
    full.args = {"-m", "airflow", "a b", ""};
    full.workDir = "/state";
    full.stopSignal = StopSignal::Interrupt;
    full.grace = std::chrono::seconds(25);
    full.environment = {{"PATH", "/bin"}, {"EMPTY", ""}, {"LANG", QString::fromUtf8("größe")}};
    full.secrets = {"LANG"};
    full.keepsHelpers = true;
    const auto read = componentFromJson(toJson(full), "file");
    QVERIFY2(read, read ? "" : qPrintable(read.error().report()));
    QVERIFY(*read == full);
}

void TestComponent::leftOutFields()
{
    const auto read = componentFromJson({{"id", "web"}, {"program", "/bin/web"}, {"logFile", "/web.log"}}, "file");
    QVERIFY(read);
    QCOMPARE(read->title, QString("web"));
    QVERIFY(read->grace == std::chrono::seconds(10) && read->stopSignal == StopSignal::Terminate && !read->keepsHelpers);
    QVERIFY(read->secrets.isEmpty()); // as earlier versions wrote it
}

void TestComponent::badFields_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no id") << "id" << QJsonValue();
    QTest::newRow("empty id") << "id" << QJsonValue("");
    QTest::newRow("id with a slash") << "id" << QJsonValue("../web");
    QTest::newRow("id with a colon") << "id" << QJsonValue("a:b");
    QTest::newRow("id with a line") << "id" << QJsonValue("a\nb");
    QTest::newRow("long id") << "id" << QJsonValue(QString(41, 'a'));
    QTest::newRow("no program") << "program" << QJsonValue();
    QTest::newRow("relative program") << "program" << QJsonValue("bin/web");
    QTest::newRow("relative log") << "logFile" << QJsonValue("web.log");
    QTest::newRow("relative folder") << "workDir" << QJsonValue("state");
    QTest::newRow("args as text") << "args" << QJsonValue("-D /data");
    QTest::newRow("args with a number") << "args" << QJsonValue(QJsonArray{1});
    QTest::newRow("secrets with a number") << "secrets" << QJsonValue(QJsonArray{1});
    QTest::newRow("environment as a list") << "environment" << QJsonValue(QJsonArray{"A=b"});
    QTest::newRow("negative grace") << "graceSeconds" << QJsonValue(-1);
    QTest::newRow("grace of a day") << "graceSeconds" << QJsonValue(86400);
}

void TestComponent::badFields()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QJsonObject json = toJson(component("web"));
    json[field] = value;
    const auto read = componentFromJson(json, "components.json");
    QVERIFY(!read);
    QCOMPARE(read.error().code, Error::Code::BadInput);
    QCOMPARE(read.error().place.file, QString("components.json"));
    QVERIFY(!read.error().todo.isEmpty());
}

void TestComponent::fingerprint()
{
    const Component one = component("web");
    Component other = one;
    other.title = "Another";
    other.needs = {"postgres"};
    other.secrets = {"A"};
    other.keepsHelpers = true;
    QCOMPARE(other.fingerprint(), one.fingerprint()); // the same program
    QVERIFY(one.fingerprint().size() == 16 && one.fingerprint() != component("web2").fingerprint());
    other.environment["A"] = "1";
    QVERIFY(other.fingerprint() != one.fingerprint());
}

void TestComponent::fileIsForTheOwnerOnly()
{
    const TempWorkspace folder;
    const QString file = folder.path("state/components.json");
    const QList<Component> components{component("web", {"postgres"}), component("postgres")};
    QVERIFY(saveComponents(file, components));
    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther;
    QVERIFY(!(QFileInfo(file).permissions() & others));
    const auto read = loadComponents(file);
    QVERIFY(read);
    QVERIFY(*read == components);
    QCOMPARE(folder.files(), QStringList{"state/components.json"}); // nothing half-made beside it
}

void TestComponent::badLists_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no JSON") << QByteArray("{\"components\": [");
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("no list") << QByteArray("{\"components\": {}}");
    QTest::newRow("text in it") << QByteArray("{\"components\": [\"web\"]}");
    QTest::newRow("empty") << QByteArray();
    const auto list = [](const QList<Component> &components) {
        QJsonArray all;
        for (const Component &each : components)
            all += toJson(each);
        return QJsonDocument(QJsonObject{{"components", all}}).toJson();
    };
    QTest::newRow("twice") << list({component("web"), component("web")});
    QTest::newRow("needs itself") << list({component("web", {"web"})});
    QTest::newRow("circle") << list({component("a", {"b"}), component("b", {"c"}), component("c", {"a"})});
}

void TestComponent::badLists()
{
    QFETCH(QByteArray, text);
    const TempWorkspace folder;
    const auto read = loadComponents(folder.write("components.json", text));
    QVERIFY(!read);
    QCOMPARE(read.error().code, Error::Code::BadInput);
    QVERIFY(!read.error().what.isEmpty());
}

void TestComponent::missingFile()
{
    const TempWorkspace folder;
    QCOMPARE(loadComponents(folder.path("components.json")).error().code, Error::Code::NotFound);
}

void TestComponent::stopOrder_data()
{
    QTest::addColumn<QStringList>("ids");
    QTest::addColumn<QList<QStringList>>("groups");
    const QStringList all{"postgres", "web", "scheduler", "proxy"};
    QTest::newRow("all") << all << QList<QStringList>{{"proxy", "scheduler"}, {"web"}, {"postgres"}};
    QTest::newRow("some") << QStringList{"web", "postgres"} << QList<QStringList>{{"web"}, {"postgres"}};
    QTest::newRow("one") << QStringList{"postgres"} << QList<QStringList>{{"postgres"}};
    QTest::newRow("unknown") << QStringList{"none"} << QList<QStringList>{};
}

void TestComponent::stopOrder()
{
    QFETCH(QStringList, ids);
    QFETCH(QList<QStringList>, groups);
    QList<QStringList> order = windsock::stopOrder(
        {component("postgres"), component("web", {"postgres"}), component("scheduler", {"postgres"}), component("proxy", {"web"})}, ids);
    for (QStringList &group : order)
        group.sort();
    QCOMPARE(order, groups);
}

QTEST_GUILESS_MAIN(TestComponent)
#include "tst_Component.moc"
