// SPDX-License-Identifier: Apache-2.0
// The address that is shown, copied and opened: with the port of this computer and the path that Airflow serves its page below.
#include "core/backends/kind/KindBackend.h"
#include "tests/core/backends/kind/KindBench.h"

#include <QtTest>

using namespace windsock;

class tst_KindWeb : public QObject
{
    Q_OBJECT
private slots:
    void address_data();
    void address();
};

void tst_KindWeb::address_data()
{
    QTest::addColumn<QByteArray>("baseUrl"); // as the values give it; empty: they do not
    QTest::addColumn<QString>("url");
    QTest::newRow("as it comes") << QByteArray() << "http://localhost:18080";
    QTest::newRow("below a path") << QByteArray("http://localhost:8080/airflow/") << "http://localhost:18080/airflow";
    QTest::newRow("at the root") << QByteArray("https://airflow.example.com/") << "http://localhost:18080";
}

void tst_KindWeb::address()
{
    QFETCH(QByteArray, baseUrl);
    SystemClock clock;
    KindBench bench(clock); // the demo workspace, as `init` makes it
    QByteArray values = bench.folder.read("demo/local.values.yaml");
    if (!baseUrl.isEmpty()) {
        QVERIFY(values.contains("\n  config:\n"));
        values.replace("\n  config:\n", "\n  config:\n    AIRFLOW__WEBSERVER__BASE_URL: " + baseUrl + '\n');
        bench.folder.write("demo/local.values.yaml", values);
    }
    const auto workspace = Workspace::open(bench.folder.path("demo"));
    QVERIFY(workspace);
    QTEST(KindBackend(bench.session).web(workspace->withWebPort(18080)).url.toString(), "url");
}

QTEST_GUILESS_MAIN(tst_KindWeb)
#include "tst_KindWeb.moc"
