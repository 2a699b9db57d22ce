// SPDX-License-Identifier: Apache-2.0
// What other releases of the tools say, as their users report it, and words that only look like a known failure.
#include "core/checks/FailureRules.h"

#include <QtTest>

using namespace windsock;

class tst_FailureWords : public QObject
{
    Q_OBJECT
private slots:
    void rules_data();
    void rules();
    void wordsInBracketsStay();
};

void tst_FailureWords::rules_data()
{
    QTest::addColumn<Tool>("tool");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("tells"); // a part of the card
    const auto row = [](const char *name, Tool tool, const char *said, const char *rule, const char *tells = "") {
        QTest::newRow(name) << tool << QString::fromUtf8(said) << QString::fromLatin1(rule) << QString::fromUtf8(tells);
    };
    row("Docker 28: a port", Tool::Docker, "failed to bind host port for 127.0.0.1:8080:172.18.0.4:8080/tcp: address already in use",
        "port.taken", "8080");
    row("Docker 28: on all addresses", Tool::Docker, "failed to bind host port 0.0.0.0:53/tcp: address already in use", "port.taken", "53");
    row("BuildKit: an ARG without a value", Tool::Docker,
        "ERROR: failed to build: failed to solve: failed to parse stage name \"apache/airflow:\": invalid reference format", "image.name",
        "apache/airflow:");
    row("a collector's own configuration", Tool::Kubectl, "Error: invalid configuration: service::pipelines::traces: references exporter",
        "");
    row("no kubeconfig", Tool::Helm, "Error: Kubernetes cluster unreachable: invalid configuration: no configuration has been provided",
        "cluster.unreachable");
    row("a warning of Docker's is not why pip failed", Tool::Docker,
        " ---> [Warning] The requested image's platform (linux/amd64) does not match the detected host platform (linux/arm64/v8) and no "
        "specific platform was requested\nThe command '/bin/sh -c pip install nope' returned a non-zero code: 1",
        "image.build", "pip install nope");
    row("the cluster's own certificate", Tool::Helm,
        "Error: Kubernetes cluster unreachable: Get \"https://127.0.0.1:43215/version\": tls: failed to verify certificate: x509: "
        "certificate has expired or is not yet valid: current time 2027-11-28T09:00:00Z is after 2027-11-27T19:00:00Z",
        "cluster.certificate", "2027-11-27");
    row("a company's", Tool::Helm, "Error: Get \"https://charts.example/index.yaml\": x509: certificate signed by unknown authority",
        "tls.unknown");
}

void tst_FailureWords::rules()
{
    QFETCH(Tool, tool);
    QFETCH(QString, said);
    QFETCH(QString, tells);
    FailedStep step;
    step.step = QStringLiteral("work");
    step.tool = tool;
    step.output = said;
    const Error error = explainFailure(step);
    QTEST(error.rule, "rule");
    QVERIFY2(error.report().contains(tells), qPrintable(error.report()));
}

// A colour without its escape is "[0m"; what merely begins so is text.
void tst_FailureWords::wordsInBracketsStay()
{
    FailedStep step;
    step.step = QStringLiteral("image.build");
    step.output =
        QStringLiteral("\x1b[31mstep\x1b[0m [0mThe command 'pip install \"apache-airflow[mysql]\" [main]' returned a non-zero code: 1");
    const Error error = explainFailure(step);
    QCOMPARE(error.rule, QStringLiteral("image.build"));
    QVERIFY2(error.report().contains(QStringLiteral("apache-airflow[mysql]\" [main]")), qPrintable(error.report()));
    QVERIFY(!error.report().contains(QStringLiteral("[0m")) && !error.report().contains(QStringLiteral("[31m")));
}

QTEST_GUILESS_MAIN(tst_FailureWords)
#include "tst_FailureWords.moc"
