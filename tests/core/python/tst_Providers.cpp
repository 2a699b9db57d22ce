// SPDX-License-Identifier: Apache-2.0
// Which providers an environment brings: with Airflow itself, as extras, by name; of both versions.
#include "core/python/Providers.h"

#include <QTest>

using namespace windsock;

class tst_Providers : public QObject
{
    Q_OBJECT
private slots:
    void brings_data()
    {
        QTest::addColumn<QString>("airflow");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("provider");
        QTest::addColumn<bool>("isThere");
        const auto row = [](const char *airflow, const char *line, const char *provider, bool isThere) {
            QTest::addRow("%s with '%s': %s", airflow, line, provider) << airflow << line << provider << isThere;
        };
        row("2.10.5", "", "http", true);
        row("2.10.5", "", "sqlite", true);
        row("2.10.5", "", "standard", false);
        row("3.2.2", "", "http", false);
        row("3.2.2", "", "standard", true);
        row("3.2.2", "", "common-sql", true);
        row("3.2.2", "", "smtp", true);
        row("3.2.2", "", "postgres", true); // an extra
        row("3.2.2", "", "cncf-kubernetes", true);
        row("3.2.2", "", "microsoft-azure", false);
        row("3.2.2", "Apache_Airflow_Providers_Microsoft.Azure==12.0 # why", "microsoft-azure", true);
        row("3.2.2", "apache-airflow-providers-microsoft-azure", "microsoft", false);
        row("3.2.2", "apache-airflow[amazon, microsoft.azure]", "microsoft-azure", true);
        row("3.2.2", "apache-airflow[all]", "anything", true);
        row("3.2.2", "apache-airflow-providers-google[amazon]>=10", "amazon", true);
        row("3.2.2", "other[amazon]", "amazon", false);
        row("3.2.2", "/wheels/apache_airflow_providers_ssh-4.0-py3-none-any.whl", "ssh", true);
        row("3.2.2", "apache-airflow-providers-sftp", "ssh", true);
        row("3.2.2", "--extra-index-url https://a.example/apache-airflow-providers-ssh", "ssh", false);
    }
    void brings()
    {
        QFETCH(QString, airflow);
        QFETCH(QString, line);
        QFETCH(QString, provider);
        EnvironmentSpec spec{.airflow = airflow, .python = {3, 11}, .extras = {"postgres", "CNCF_Kubernetes"}};
        spec.image = {{line, {"requirements.txt", 1}}};
        QTEST(bringsProvider(spec, "apache-airflow-providers-" + provider), "isThere");
        spec.requirements = std::exchange(spec.image, {});
        QTEST(bringsProvider(spec, "apache-airflow-providers-" + provider), "isThere");
    }
};

QTEST_GUILESS_MAIN(tst_Providers)
#include "tst_Providers.moc"
