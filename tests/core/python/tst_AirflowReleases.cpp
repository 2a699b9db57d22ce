// SPDX-License-Identifier: Apache-2.0
// What is known of Airflow's releases: a table that makes sense, and the nearest rule for what is not in it.
#include "core/python/AirflowReleases.h"

#include <QTest>

using namespace windsock;

class tst_AirflowReleases : public QObject
{
    Q_OBJECT
private slots:
    void everyRowMakesSense()
    {
        Version last{0, 0, 0};
        for (const AirflowRelease &release : airflowReleases()) {
            const QByteArray name = release.version.text().toLatin1();
            QVERIFY2(last < release.version, name);
            last = release.version;
            QVERIFY2(release.lowest.major == 3 && release.lowest < release.highest, name);
            QVERIFY2(release.supports(release.image), name);
            QVERIFY2(release.uploaded.isValid() && release.uploaded.offsetFromUtc() == 0, name);
            QVERIFY2(release.uploaded.date() > QDate(2023, 8, 1) && release.uploaded.date() < QDate(2027, 1, 1), name);
            const auto facts = airflowFacts(release.version.text());
            QVERIFY2(facts && facts->areExact() && facts->note().isEmpty(), name);
            QCOMPARE(facts->release.uploaded, release.uploaded);
        }
        QCOMPARE(airflowReleases().first().version, Version({2, 7, 0}));
    }

    void pythons_data()
    {
        QTest::addColumn<QString>("airflow");
        QTest::addColumn<QString>("lowest");
        QTest::addColumn<QString>("highest");
        QTest::addColumn<QString>("image");
        QTest::addColumn<QString>("of");
        const auto row = [](const char *airflow, const char *lowest, const char *highest, const char *image, const char *of) {
            QTest::newRow(airflow) << QString::fromUtf8(airflow) << QString::fromUtf8(lowest) << QString::fromUtf8(highest)
                                   << QString::fromUtf8(image) << QString::fromUtf8(of);
        };
        row("2.7.0", "3.8", "3.11", "3.8", "2.7.0");
        row("2.8.4", "3.8", "3.11", "3.8", "2.8.4");
        row("2.9.0", "3.8", "3.12", "3.12", "2.9.0");
        row("2.10.5", "3.8", "3.12", "3.12", "2.10.5");
        row("2.11.0", "3.9", "3.12", "3.12", "2.11.0");
        row("2.11.2", "3.10", "3.12", "3.12", "2.11.2");
        row("3.0.6", "3.9", "3.12", "3.12", "3.0.6");
        row("3.1.8", "3.10", "3.13", "3.12", "3.1.8");
        row("3.2.2", "3.10", "3.14", "3.12", "3.2.2");
        // newer than we are, of a minor version that is known
        row("2.10.17", "3.8", "3.12", "3.12", "2.10.5");
        row("3.1.99", "3.10", "3.13", "3.12", "3.1.8");
        // newer than all
        row("3.9.0", "3.10", "3.14", "3.12", "3.3.2");
        row("4.0.0", "3.10", "3.14", "3.12", "3.3.2");
        // before its release
        row("3.2.0rc1", "3.10", "3.14", "3.12", "3.2.0");
    }
    void pythons()
    {
        QFETCH(QString, lowest);
        QFETCH(QString, highest);
        QFETCH(QString, image);
        QFETCH(QString, of);
        const QString asked = QString::fromLatin1(QTest::currentDataTag());
        const auto facts = airflowFacts(asked);
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().report()));
        QCOMPARE(facts->asked, asked);
        QCOMPARE(facts->release.lowest.text(), lowest);
        QCOMPARE(facts->release.highest.text(), highest);
        QCOMPARE(facts->release.image.text(), image);
        QCOMPARE(facts->of.text(), of);
        const bool isKnown = asked == of;
        QCOMPARE(facts->release.uploaded.isValid(), isKnown);
        if (asked != facts->release.version.text())
            return;
        QCOMPARE(facts->areExact(), isKnown);
        QVERIFY(isKnown || (facts->note().contains(asked) && facts->note().contains(of)));
    }

    void refused_data()
    {
        QTest::addColumn<QString>("version");
        for (const char *version :
             {"", "latest", "2.10", "2", "2.10.5-python3.12", "../2.10.5", "2.10.5 ", "v2.10.5", "2.6.3", "1.10.15", "2.12.0"})
            QTest::newRow(version) << QString::fromLatin1(version);
    }
    void refused()
    {
        QFETCH(QString, version);
        const auto facts = airflowFacts(version);
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, Error::Code::BadInput);
        QVERIFY2(facts.error().todo.contains(QStringLiteral("2.7.0")), qPrintable(facts.error().report()));
        QVERIFY(!facts.error().why.isEmpty());
    }

    void newestForAPython()
    {
        QCOMPARE(newestReleaseFor({3, 8})->version, Version({2, 10, 5}));
        QCOMPARE(newestReleaseFor({3, 9})->version, Version({3, 0, 6}));
        QCOMPARE(newestReleaseFor({3, 11})->version, airflowReleases().last().version);
        QVERIFY(!newestReleaseFor({3, 7}));
        QVERIFY(!newestReleaseFor({3, 40}));
    }

    void versionsInText()
    {
        QCOMPARE(PythonVersion::find("python3.12")->text(), "3.12");
        QCOMPARE(PythonVersion::find("3.11.7")->text(), "3.11");
        QVERIFY(!PythonVersion::find("python3"));
        QVERIFY(!PythonVersion().isValid());
        QVERIFY((PythonVersion{3, 9} < PythonVersion{3, 10}));
    }
};

QTEST_GUILESS_MAIN(tst_AirflowReleases)
#include "tst_AirflowReleases.moc"
