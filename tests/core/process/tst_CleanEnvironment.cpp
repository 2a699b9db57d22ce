// SPDX-License-Identifier: Apache-2.0
// Which variables children see.
#include "core/process/CleanEnvironment.h"

#include <QTest>

using namespace windsock;

class TestCleanEnvironment : public QObject
{
    Q_OBJECT
private slots:
    void names_data();
    void names();
    void pathIsOurs();
};

void TestCleanEnvironment::names_data()
{
    QTest::addColumn<bool>("kept");
    for (const char *name :
         {"HOME", "LANG", "LC_ALL", "TMPDIR", "SSH_AUTH_SOCK", "http_proxy", "HTTPS_PROXY", "no_proxy", "DOCKER_HOST", "DOCKER_CONTEXT",
          "DOCKER_CONFIG", "DOCKER_CERT_PATH", "DOCKER_TLS_VERIFY", "XDG_RUNTIME_DIR", "WINDSOCK_RECORD"})
        QTest::newRow(name) << true;
    for (const char *name : {"KUBECONFIG",
                             "HELM_KUBECONTEXT",
                             "HELM_PLUGINS",
                             "KIND_EXPERIMENTAL_PROVIDER",
                             "KIND_CLUSTER_NAME",
                             "AIRFLOW__CORE__FERNET_KEY",
                             "AIRFLOW_HOME",
                             "PYTHONPATH",
                             "PYTHONHOME",
                             "VIRTUAL_ENV",
                             "VAULT_TOKEN",
                             "VAULT_ADDR",
                             "LD_LIBRARY_PATH",
                             "LD_PRELOAD",
                             "DYLD_INSERT_LIBRARIES",
                             "QT_PLUGIN_PATH",
                             "GIT_DIR",
                             "AWS_SECRET_ACCESS_KEY",
                             "AWS_SESSION_TOKEN",
                             "GITHUB_TOKEN",
                             "BASH_ENV",
                             "ENV",
                             "IFS",
                             "LCX",
                             "home",
                             "KUBE_EDITOR",
                             "POD_NAMESPACE"})
        QTest::newRow(name) << false;
}

void TestCleanEnvironment::names()
{
    QFETCH(bool, kept);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    QProcessEnvironment inherited;
    inherited.insert(name, QStringLiteral("value"));
    QCOMPARE(cleanEnvironment(inherited, {}).contains(name), kept);
    QCOMPARE(childrenMaySee(name), kept);
}

void TestCleanEnvironment::pathIsOurs()
{
    QProcessEnvironment inherited;
    inherited.insert(QStringLiteral("PATH"), QStringLiteral(".:/evil"));
    inherited.insert(QStringLiteral("HOME"), QStringLiteral("/home/x"));
    const auto clean = cleanEnvironment(inherited, {QStringLiteral("/a"), QStringLiteral("/b c")});
    QCOMPARE(clean.value(QStringLiteral("PATH")), QStringLiteral("/a:/b c"));
    QCOMPARE(clean.value(QStringLiteral("HOME")), QStringLiteral("/home/x"));
}

QTEST_GUILESS_MAIN(TestCleanEnvironment)
#include "tst_CleanEnvironment.moc"
