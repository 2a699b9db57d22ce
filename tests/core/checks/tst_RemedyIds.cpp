// SPDX-License-Identifier: Apache-2.0
// The list of remedies is what core's sources really offer, and only harmless ones are done without asking.
#include "core/checks/RemedyIds.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

using namespace windsock;

class tst_RemedyIds : public QObject
{
    Q_OBJECT
private slots:
    void listIsWhatSourcesOffer();
    void othersAreNeverDone();
    void onlyHarmlessOnes_data();
    void onlyHarmlessOnes();
};

// A remedy is written {"id", tr("Label")…: an id with a dot, then a text for people.
static QSet<QString> offeredIn(const QString &folder)
{
    static const QRegularExpression remedy(QStringLiteral("\\{\\s*\"([a-z]+(?:\\.[a-z]+)+)\",\\s*(?:tr|QCoreApplication::translate)\\("));
    QSet<QString> ids;
    QDirIterator it(folder, {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("A source cannot be read");
        auto found = remedy.globalMatch(QString::fromUtf8(file.readAll()));
        while (found.hasNext())
            ids += found.next().captured(1);
    }
    return ids;
}

void tst_RemedyIds::listIsWhatSourcesOffer()
{
    QSet<QString> listed;
    for (const RemedyId &known : remedyIds)
        listed += QString::fromLatin1(known.id);
    const QSet<QString> offered = offeredIn(QStringLiteral(SOURCE_ROOT "/core"));
    for (const QString &id : offered - listed)
        QFAIL(qPrintable(id + " is offered, but not in core/checks/RemedyIds.h"));
    for (const QString &id : listed - offered)
        QFAIL(qPrintable(id + " is in core/checks/RemedyIds.h, but nobody offers it"));
    QCOMPARE(listed.size(), qsizetype(std::size(remedyIds)));
}

void tst_RemedyIds::othersAreNeverDone()
{
    for (const char *id : {"", "folders", "folders.create ", "cluster.delete"})
        QVERIFY(!mayFix(QString::fromLatin1(id), MayFix::Asked));
}

void tst_RemedyIds::onlyHarmlessOnes_data()
{
    QTest::addColumn<bool>("start");
    QTest::addColumn<bool>("doctor");
    QTest::newRow("folders.create") << true << true;
    QTest::newRow("folders.permit") << true << true;
    QTest::newRow("tools.download") << true << true;
    QTest::newRow("engine.start") << true << false;
    QTest::newRow("port.next") << true << false;
    QTest::newRow("images.prune") << false << false;
    QTest::newRow("cluster.reset") << false << false;
    QTest::newRow("file.open") << false << false;
    QTest::newRow("mode.change") << false << false;
    QTest::newRow("environments.clear") << false << false;
    QTest::newRow("logs.show") << false << false;
}

void tst_RemedyIds::onlyHarmlessOnes()
{
    QFETCH(bool, start);
    QFETCH(bool, doctor);
    const QString id = QString::fromLatin1(QTest::currentDataTag());
    QVERIFY(mayFix(id, MayFix::Asked));
    QCOMPARE(mayFix(id, MayFix::Start), start);
    QCOMPARE(mayFix(id, MayFix::Doctor), doctor);
}

QTEST_GUILESS_MAIN(tst_RemedyIds)
#include "tst_RemedyIds.moc"
