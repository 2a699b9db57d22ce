// SPDX-License-Identifier: Apache-2.0
// The question to an image and what is made of its answers.
#include "core/backends/kind/MigrationHead.h"

#include <QFile>
#include <QTest>

using namespace windsock;

namespace {
QByteArray recorded(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA "/bootpatch/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
const QString fab = QStringLiteral("airflow.providers.fab.auth_manager.models.db.FABDBManager");
} // namespace

class TestMigrationHead : public QObject
{
    Q_OBJECT
private slots:
    void asksWithoutNetwork();
    void readsAirflow2();
    void readsAirflow3();
    void survivesJson_data();
    void survivesJson();
    void refuses_data();
    void refuses();
};

void TestMigrationHead::asksWithoutNetwork()
{
    const Command command = migrationHead::ask(QStringLiteral("sha256:be88"));
    QCOMPARE(command.tool, Tool::Docker);
    const QStringList first{"run", "--rm", "--network", "none", "--entrypoint", "python", "sha256:be88", "-c"};
    QCOMPARE(command.args.mid(0, 8), first);
    QCOMPARE(command.args.size(), 9);
    QVERIFY(command.args.last().contains(QStringLiteral("down_revision")));
}

void TestMigrationHead::readsAirflow2()
{
    const auto heads = migrationHead::parse(recorded(QStringLiteral("heads-2.10.5.txt")));
    QVERIFY(heads);
    QCOMPARE(heads->heads, QStringList{QStringLiteral("5f2621c13b39")});
    QVERIFY(!heads->asksManagers);
}

void TestMigrationHead::readsAirflow3()
{
    const auto heads = migrationHead::parse(recorded(QStringLiteral("heads-3.2.2.txt")));
    QVERIFY(heads);
    QCOMPARE(heads->heads, QStringList{QStringLiteral("1d6611b6ab7c")});
    QVERIFY(heads->asksManagers);
    QCOMPARE(heads->alwaysAsked, QStringList{fab});
    QCOMPARE(heads->managers.value(fab).table, QStringLiteral("alembic_version_fab"));
    QCOMPARE(heads->managers.value(fab).heads, QStringList{QStringLiteral("02ca36b0235b")});
    QCOMPARE(heads->authManagers.value(heads->defaultAuthManager, QStringLiteral("?")), QString());
}

void TestMigrationHead::survivesJson_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("2.10.5") << QStringLiteral("heads-2.10.5.txt");
    QTest::newRow("3.2.2") << QStringLiteral("heads-3.2.2.txt");
}

void TestMigrationHead::survivesJson()
{
    QFETCH(QString, file);
    const auto heads = migrationHead::parse(recorded(file));
    QVERIFY(heads);
    const auto again = MigrationHeads::fromJson(heads->toJson());
    QVERIFY(again);
    QVERIFY(*again == *heads);
}

void TestMigrationHead::refuses_data()
{
    QTest::addColumn<QByteArray>("out");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no airflow") << QByteArray("AttributeError: 'NoneType' object has no attribute 'submodule_search_locations'\n");
    QTest::newRow("a list") << QByteArray("[]\n");
    QTest::newRow("no head") << QByteArray("{\"heads\": []}\n");
    QTest::newRow("heads of another kind") << QByteArray("{\"heads\": [1]}\n");
    QTest::newRow("SQL") << QByteArray("{\"heads\": [\"a'; DROP TABLE dag; --\"]}\n");
    QTest::newRow("SQL in a table") << QByteArray(
        R"({"heads": ["a"], "external": true, "defaultAuth": "x", "managers": {"m": {"table": "t; DROP", "heads": ["b"]}}})");
    QTest::newRow("no auth manager") << QByteArray(R"({"heads": ["a"], "external": true, "always": [], "managers": {}, "auth": {}})");
    QTest::newRow("answer is not last") << QByteArray("{\"heads\": [\"a\"]}\nTraceback\n");
}

void TestMigrationHead::refuses()
{
    QFETCH(QByteArray, out);
    const auto heads = migrationHead::parse(out);
    QVERIFY(!heads);
    QCOMPARE(heads.error().code, Error::Code::NotFound);
    QVERIFY(!heads.error().todo.isEmpty());
}

QTEST_GUILESS_MAIN(TestMigrationHead)
#include "tst_MigrationHead.moc"
