// SPDX-License-Identifier: Apache-2.0
// Users, connections, variables and pools of both charts' values, and what of them only the cluster knows.
#include "core/workspace/AirflowObjects.h"

#include "tests/core/workspace/OpenWorkspace.h"

using namespace windsock;

class tst_AirflowObjects : public QObject
{
    Q_OBJECT
private slots:
    void readsUsers();
    void readsTheOfficialUser_data();
    void readsTheOfficialUser();
    void readsConnections();
    void readsVariablesAndPools();
    void fillsTemplates();
    void leavesOutWhatTheChartRefuses();
    void takesTheEnvironments();
    void survivesOddShapes();
};

static QString plain(const SecretPtr &secret)
{
    return secret ? secret->reveal([](QByteArrayView bytes) { return QString::fromUtf8(bytes); }) : QString("-");
}

static AirflowObjects objectsOf(const Workspace &workspace)
{
    return AirflowObjects::of(workspace, AirflowSettings::of(workspace));
}

static QString usersOf(const AirflowObjects &objects)
{
    QStringList list;
    for (const AirflowUser &user : objects.users)
        list += QStringList{user.name, user.roles.join(u'+'), user.email, user.firstName, user.lastName, plain(user.password)}.join(u'/');
    return list.join(" , ");
}

static QString notesOf(const AirflowObjects &objects)
{
    QStringList list;
    for (const LeftOut &note : objects.leftOut)
        list += note.id + u' ' + note.key + u' ' + QString::number(note.place.line);
    return list.join(" , ");
}

void tst_AirflowObjects::readsUsers()
{
    const OpenWorkspace bench;
    const AirflowObjects found = objectsOf(
        bench.open("airflow:\n  users:\n    - username: a\n      password: 2.10\n      role: Admin\n      email: a@x\n      firstName: A\n"
                   "      lastName: B\n    - {username: b, password: q, role: [User, Op], email: b@x, firstName: C, lastName: D}\n"));
    QCOMPARE(usersOf(found), "a/Admin/a@x/A/B/2.1 , b/User+Op/b@x/C/D/q"); // Helm reads 2.10 as a number
    QCOMPARE(found.users.first().place.text(), "local.values.yaml:3:7");
    QVERIFY(found.leftOut.isEmpty());
    QCOMPARE(usersOf(objectsOf(bench.open("airflow: {executor: x}\n"))), "admin/Admin/admin@example.com/admin/admin/admin");
    QCOMPARE(usersOf(objectsOf(bench.open("airflow: {users: []}\n"))), "");
}

void tst_AirflowObjects::readsTheOfficialUser_data()
{
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<QString>("users");
    QTest::newRow("default") << QByteArray("executor: x\n") << "admin/Admin/admin@example.com/admin/user/admin";
    QTest::newRow("given") << QByteArray(
        "createUserJob: {defaultUser: {username: u, password: p, role: Op, email: e, firstName: f, lastName: l}}\n")
                           << "u/Op/e/f/l/p";
    QTest::newRow("half") << QByteArray("createUserJob: {defaultUser: {password: p}}\n") << "admin/Admin/admin@example.com/admin/user/p";
    QTest::newRow("older key") << QByteArray(
        "webserver: {defaultUser: {username: w, password: p}}\ncreateUserJob: {defaultUser: {username: u}}\n")
                               << "w/Admin/admin@example.com/admin/user/p";
    QTest::newRow("older key off") << QByteArray("webserver: {defaultUser: {enabled: false, username: w}}\n") << "";
    QTest::newRow("no job") << QByteArray("createUserJob: {enabled: false}\n") << "";
}

void tst_AirflowObjects::readsTheOfficialUser()
{
    QFETCH(QByteArray, values);
    const OpenWorkspace bench;
    QTEST(usersOf(objectsOf(bench.open(values, officialChart))), "users");
}

void tst_AirflowObjects::readsConnections()
{
    const OpenWorkspace bench;
    const AirflowObjects found = objectsOf(
        bench.open("airflow:\n  connections:\n    - id: db\n      type: postgres\n      description: why\n      host: h\n      login: l\n"
                   "      password: p$$1\n      schema: s\n      port: 5432\n    - id: aws\n      type: aws\n      extra: |-\n        "
                   "{\"a\": \"b\"}\n"));
    QCOMPARE(found.connections.size(), 2);
    const AirflowConnection &db = found.connections.first();
    QCOMPARE((QStringList{db.id, db.type, db.description, db.host, db.login, plain(db.password), db.schema}.join(u'/')),
             "db/postgres/why/h/l/p$$1/s");
    QCOMPARE(db.port, std::optional(5432));
    QVERIFY(!db.extra && !db.uri);
    QCOMPARE(plain(found.connections.last().extra), "{\"a\": \"b\"}");
    QVERIFY(!found.connections.last().port && !found.connections.last().password);
    QCOMPARE(found.connections.last().place.text(), "local.values.yaml:11:7");
}

void tst_AirflowObjects::readsVariablesAndPools()
{
    const OpenWorkspace bench;
    const AirflowObjects found = objectsOf(bench.open(
        "airflow:\n  variables: [{key: stage, value: dev}, {key: n, value: 3}]\n  pools:\n    - {name: p, description: d, slots: 5}\n"
        "    - {name: q, description: '', slots: -1, include_deferred: true, policies: [{name: x, slots: 9, recurrence: '0 1 * * *'}]}\n"));
    QCOMPARE(found.variables.size(), 2);
    QCOMPARE(found.variables.first().key + u'=' + plain(found.variables.first().value), "stage=dev");
    QCOMPARE(plain(found.variables.last().value), "3");
    QCOMPARE(found.pools.size(), 2);
    QVERIFY(found.pools.first().slotCount == 5 && !found.pools.first().includeDeferred && found.pools.first().description == "d");
    QVERIFY(found.pools.last().slotCount == -1 && found.pools.last().includeDeferred);
    QCOMPARE(notesOf(found), "pool.policies airflow.pools.1.policies 5");
    QVERIFY(objectsOf(bench.open("airflow: {poolsUpdate: false, pools: [{name: q, description: d, slots: 1, policies: [{name: x}]}]}\n"))
                .leftOut.isEmpty());
}

void tst_AirflowObjects::fillsTemplates()
{
    const OpenWorkspace bench;
    const AirflowObjects found = objectsOf(bench.open(
        "airflow:\n  connections:\n    - id: a\n      type: t\n      host: ${HOST}:$PORT-$$-$OTHER\n      password: $SECRET\n      login: "
        "$LOCAL\n"
        "  connectionsTemplates:\n    HOST: {kind: configmap, name: maps, key: host}\n    PORT: {kind: configmap, name: maps, key: port}\n"
        "    SECRET: {kind: secret, name: db, key: password}\n    LOCAL: {kind: secret, name: own, key: login}\n"
        "  variables:\n    - {key: v, value: $V}\n  variablesTemplates:\n    V: {kind: secret, name: x, key: y}\n"
        "  users:\n    - {username: u, password: $P, role: Admin, email: e, firstName: f, lastName: l}\n  usersTemplates:\n    P: {kind: "
        "secret, name: x, key: y}\n"
        "extraManifests:\n  - |\n    kind: ConfigMap\n    metadata: {name: maps}\n    data: {host: h, port: '1'}\n  - {kind: Secret, "
        "metadata: {name: own}, data: {login: bWU=}}\n"));
    QCOMPARE(found.connections.first().host, "h:1-$-$OTHER");
    QCOMPARE(found.connections.first().login, "me");
    QVERIFY(!found.connections.first().password); // better none than the text of a template
    QVERIFY(found.variables.isEmpty() && found.users.isEmpty());
    QCOMPARE(notesOf(found), "secret.ref airflow.users.0.password 18 , object.incomplete airflow.users.0.password 18 , "
                             "secret.ref airflow.connections.0.password 6 , secret.ref airflow.variables.0.value 14");
    QVERIFY(found.leftOut.at(2).meaning.contains("the Secret db, key password"));
}

void tst_AirflowObjects::leavesOutWhatTheChartRefuses()
{
    const OpenWorkspace bench;
    const AirflowObjects found = objectsOf(
        bench.open("airflow:\n  users: [{username: u, role: Admin}, {username: v, password: p}]\n  connections: [{id: c}, {type: t}]\n"
                   "  variables: [{key: k}, {value: v}]\n  pools: [{name: p}, {name: q, slots: many}]\n"));
    QVERIFY(found.users.isEmpty() && found.connections.isEmpty() && found.variables.isEmpty() && found.pools.isEmpty());
    QCOMPARE(found.leftOut.size(), 8);
    for (const LeftOut &note : found.leftOut)
        QVERIFY(note.id == "object.incomplete" && note.place.line > 1 && !note.meaning.isEmpty());
}

void tst_AirflowObjects::takesTheEnvironments()
{
    const OpenWorkspace bench;
    const AirflowObjects found = objectsOf(bench.open("createUserJob: {enabled: false}\nenv:\n  - {name: AIRFLOW_CONN_MY_DB, value: "
                                                      "'postgres://u:p@h/d'}\n  - {name: AIRFLOW_VAR_STAGE, value: dev}\n"
                                                      "  - {name: AIRFLOW_VAR_API_TOKEN, value: t}\n  - {name: AIRFLOW_CONN_, value: x}\n",
                                                      officialChart));
    QCOMPARE(found.connections.size(), 1);
    QCOMPARE(found.connections.first().id, "my_db");
    QVERIFY(found.connections.first().type.isEmpty());
    QCOMPARE(plain(found.connections.first().uri), "postgres://u:p@h/d");
    QCOMPARE(found.connections.first().place.line, 3);
    QCOMPARE(found.variables.size(), 2);
    QCOMPARE(found.variables.first().key + plain(found.variables.first().value) + found.variables.last().key, "api_tokentstage");
}

void tst_AirflowObjects::survivesOddShapes()
{
    const OpenWorkspace bench;
    for (const QByteArray &values :
         {QByteArray("airflow: {users: {a: b}, connections: x, variables: [a, [b]], pools: [~]}\n"),
          QByteArray("airflow: {users: [{username: [], password: {}, role: {}}], usersTemplates: [a], connectionsTemplates: {A: b}}\n"),
          QByteArray("createUserJob: [a]\nwebserver: x\n"), QByteArray("createUserJob: {defaultUser: [a]}\n")}) {
        (void)objectsOf(bench.open(values));
        (void)objectsOf(bench.open(values, officialChart));
    }
}

QTEST_GUILESS_MAIN(tst_AirflowObjects)
#include "tst_AirflowObjects.moc"
