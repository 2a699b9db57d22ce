// SPDX-License-Identifier: Apache-2.0
// Against a real Airflow: login, DAGs, one run. Skipped unless WINDSOCK_TEST_AIRFLOW is its address; user, password and DAG
// come from WINDSOCK_TEST_USER, WINDSOCK_TEST_PASSWORD (admin, admin) and WINDSOCK_TEST_DAG (hello).
#include "core/airflow/AirflowClient.h"

#include "tests/support/Await.h"

#include <QTest>

using namespace windsock;

class tst_RealAirflow : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;
    HttpClient m_http{Tls(), m_clock};
    std::unique_ptr<UrlTransport> m_transport;

    AirflowLogin login(const QByteArray &password) const
    {
        return {qEnvironmentVariable("WINDSOCK_TEST_USER", "admin"), std::make_shared<const SecretString>(QByteArray(password))};
    }
    template <class T>
    static QByteArray why(const Result<T> &result)
    {
        return result ? QByteArray() : result.error().report().toUtf8();
    }

private slots:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("WINDSOCK_TEST_AIRFLOW"))
            QSKIP("WINDSOCK_TEST_AIRFLOW is not set: no Airflow to test against");
        m_transport = std::make_unique<UrlTransport>(m_http, QUrl(qEnvironmentVariable("WINDSOCK_TEST_AIRFLOW")));
    }

    void runsADag()
    {
        AirflowClient client(*m_transport, login(qEnvironmentVariable("WINDSOCK_TEST_PASSWORD", "admin").toUtf8()));
        const auto health = await(client.health());
        QVERIFY2(health, why(health));
        QVERIFY(health->healthy());
        const auto dags = await(client.dags());
        QVERIFY2(dags, why(dags));
        const QString dag = qEnvironmentVariable("WINDSOCK_TEST_DAG", "hello");
        QVERIFY(std::any_of(dags->begin(), dags->end(), [&](const Dag &each) { return each.id == dag; }));
        QVERIFY(await(client.setPaused(dag, false)));
        const auto run = await(client.trigger(dag));
        QVERIFY2(run, why(run));
        const auto state = [&] { return await(client.run(dag, run->runId)).value_or({}).state; };
        QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("success"), 300000);
        const auto tasks = await(client.taskInstances(dag, run->runId));
        QVERIFY2(tasks, why(tasks));
        QVERIFY(!tasks->isEmpty());
        const auto last = await(client.lastRun());
        QVERIFY2(last, why(last));
        QCOMPARE((*last)->runId, run->runId);
        const auto errors = await(client.importErrors());
        QVERIFY2(errors, why(errors));
    }

    void refusesAWrongPassword()
    {
        AirflowClient client(*m_transport, login("certainly wrong"));
        const auto dags = await(client.dags());
        QVERIFY(!dags);
        QCOMPARE(dags.error().rule, QStringLiteral("airflow.login"));
    }
};

QTEST_GUILESS_MAIN(tst_RealAirflow)
#include "tst_RealAirflow.moc"
