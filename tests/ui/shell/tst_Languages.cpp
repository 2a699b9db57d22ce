// SPDX-License-Identifier: Apache-2.0
// The translations travel inside the program, and are found by both kinds of callers: classes and free functions.
#include "ui/shell/Languages.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>

using namespace windsock;

class tst_Languages : public QObject
{
    Q_OBJECT
private slots:
    void koreanTravelsAlong_data();
    void koreanTravelsAlong();
};

void tst_Languages::koreanTravelsAlong_data()
{
    QTest::addColumn<QByteArray>("context");
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<int>("count");
    QTest::newRow("a class of the window") << QByteArray("windsock::MainWindow") << QByteArray("Open a workspace") << -1;
    QTest::newRow("a free function of core") << QByteArray("StartPlan") << QByteArray("Wait until Airflow answers") << -1;
    QTest::newRow("filed under the namespace") << QByteArray("ClusterState") << QByteArray("Running") << -1;
    QTest::newRow("a place to run") << QByteArray("Mode") << QByteArray("Without containers") << -1;
    QTest::newRow("with a number") << QByteArray("Findings") << QByteArray("%n things stand in the way") << 3;
}

void tst_Languages::koreanTravelsAlong()
{
    QFETCH(QByteArray, context);
    QFETCH(QByteArray, source);
    QFETCH(int, count);
    QVERIFY(QFile::exists(QStringLiteral(":/windsock/translations/windsock_ko.qm")));
    installLanguage(*QCoreApplication::instance(), QStringLiteral("ko"));
    const QString text = QCoreApplication::translate(context.constData(), source.constData(), nullptr, count);
    const bool isKorean = std::any_of(text.begin(), text.end(), [](QChar letter) { return letter.script() == QChar::Script_Hangul; });
    QVERIFY2(isKorean, qPrintable(text));
    QVERIFY(count < 0 || text.contains(QString::number(count)));
}

QTEST_MAIN(tst_Languages)
#include "tst_Languages.moc"
