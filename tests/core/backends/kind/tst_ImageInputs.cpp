// SPDX-License-Identifier: Apache-2.0
// The hash changes exactly when a build would see something else; a second look reads nothing.
#include "core/backends/kind/ImageInputs.h"
#include "tests/support/Await.h"
#include "tests/support/TempWorkspace.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace windsock;

class tst_ImageInputs : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void changesThatCount_data();
    void changesThatCount();
    void goneCounts();
    void basesCount();
    void secondLookReadsNothing();
    void freshFileIsReadAgain();
    void damagedMemoCostsTimeOnly();
    void manyFiles();
    void linksAreNotFollowedOut();
    void namedLinkCountsItsTarget();
    void linkLoopEnds();
    void socketsAreSkipped();
    void unreadableFileIsNamed();
    void missingDockerfileAndContext();
    void remoteIsNotDecisive();
    void canceled();

private:
    ImageInputs look(const QString &memo = {}) const;
    ImageInputsRequest request(const QString &memo = {}) const;
    void settle() const; // as if all files had been there for long
    std::unique_ptr<TempWorkspace> m_folder;
};

void tst_ImageInputs::init()
{
    m_folder = std::make_unique<TempWorkspace>();
    m_folder->write("Dockerfile", "FROM apache/airflow:2.10.5\nCOPY requirements.txt /\nCOPY dags/*/sql /sql/\nCOPY plugins /plugins\n");
    m_folder->write(".dockerignore", "**/*.md\nplugins/private\n!plugins/private/shared.py\n");
    m_folder->write("requirements.txt", "dbt-core\n");
    m_folder->write("dags/sales/sql/a.sql", "select 1");
    m_folder->write("dags/sales/daily.py", "x = 1");
    m_folder->write("plugins/p.py", "x = 1");
    m_folder->write("plugins/README.md", "text");
    m_folder->write("plugins/private/key.py", "x = 1");
    m_folder->write("plugins/private/shared.py", "x = 1");
    m_folder->write("logs/big.log", "text");
}

ImageInputsRequest tst_ImageInputs::request(const QString &memo) const
{
    return {.dockerfile = m_folder->path("Dockerfile"), .context = m_folder->path(), .baseImageIds = {"sha256:1"}, .memoFile = memo};
}

ImageInputs tst_ImageInputs::look(const QString &memo) const
{
    QObject context;
    const auto found = await(lookAtImageInputs(request(memo), &context));
    if (!found)
        qWarning("%s", qPrintable(found.error().report()));
    return found.value_or({});
}

void tst_ImageInputs::changesThatCount_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("counts");
    QTest::newRow("Dockerfile") << "Dockerfile" << true;
    QTest::newRow("ignore file") << ".dockerignore" << true;
    QTest::newRow("a file") << "requirements.txt" << true;
    QTest::newRow("in a folder by pattern") << "dags/sales/sql/a.sql" << true;
    QTest::newRow("new, by pattern") << "dags/new/sql/b.sql" << true;
    QTest::newRow("in a folder") << "plugins/p.py" << true;
    QTest::newRow("new in a folder") << "plugins/a/b/c.py" << true;
    QTest::newRow("taken back in") << "plugins/private/shared.py" << true;
    QTest::newRow("ignored") << "plugins/README.md" << false;
    QTest::newRow("ignored folder") << "plugins/private/key.py" << false;
    QTest::newRow("not named") << "dags/sales/daily.py" << false;
    QTest::newRow("not named, new") << "logs/new.log" << false;
}

void tst_ImageInputs::changesThatCount()
{
    QFETCH(QString, file);
    const QString before = look().hash;
    QCOMPARE(before.size(), 64);
    QCOMPARE(look().hash, before);
    m_folder->write(file, m_folder->read(file) + "\n# changed\n");
    QTEST(look().hash != before, "counts");
}

void tst_ImageInputs::goneCounts()
{
    const QString before = look().hash;
    QVERIFY(QFile::remove(m_folder->path("dags/sales/sql/a.sql")));
    const QString without = look().hash;
    QVERIFY(without != before);
    QVERIFY(QFile::remove(m_folder->path("logs/big.log")));
    QCOMPARE(look().hash, without);
    QVERIFY(QFile::setPermissions(m_folder->path("plugins/p.py"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(look().hash != without); // an image keeps modes
}

void tst_ImageInputs::basesCount()
{
    QObject context;
    ImageInputsRequest other = request();
    const QString before = await(hashImageInputs(other, &context)).value_or({});
    other.baseImageIds = {"sha256:2"};
    QVERIFY(await(hashImageInputs(other, &context)).value_or({}) != before);
    other = request();
    other.wholeContext = true;
    const auto whole = await(lookAtImageInputs(other, &context));
    QVERIFY(whole && whole->files > look().files);
    QCOMPARE(baseImagesOf(other.dockerfile), QStringList{"apache/airflow:2.10.5"});
    QCOMPARE(baseImagesOf(m_folder->path("none")), QStringList());
}

void tst_ImageInputs::settle() const
{
    // FileHashes trusts no stamp that is younger than two seconds; the change time cannot be set, so wait for it.
    QTRY_VERIFY_WITH_TIMEOUT(look(m_folder->path("memo")).filesRead == 0, 10000);
}

void tst_ImageInputs::secondLookReadsNothing()
{
    const ImageInputs first = look(m_folder->path("memo"));
    QCOMPARE(first.files, 4);
    QCOMPARE(first.filesRead, 4);
    settle();
    QCOMPARE(look(m_folder->path("memo")).hash, first.hash);
    m_folder->write("plugins/p.py", "x = 2"); // same size
    const ImageInputs changed = look(m_folder->path("memo"));
    QCOMPARE(changed.filesRead, 1);
    QVERIFY(changed.hash != first.hash);
}

void tst_ImageInputs::freshFileIsReadAgain()
{
    const QString memo = m_folder->path("memo");
    const ImageInputs first = look(memo);
    QCOMPARE(look(memo).filesRead, first.files); // they may still change within a tick of the clock
}

void tst_ImageInputs::damagedMemoCostsTimeOnly()
{
    const QString memo = m_folder->path("memo");
    const QString hash = look(memo).hash;
    settle();
    for (const QByteArray &damaged :
         {QByteArray(), QByteArray("no memo"), m_folder->read("memo").chopped(20), QByteArray("wsh2\xff\xff\xff\xff", 8)}) {
        m_folder->write("memo", damaged);
        QCOMPARE(look(memo).hash, hash);
    }
}

void tst_ImageInputs::manyFiles()
{
    for (int i = 0; i < 5000; ++i)
        m_folder->write(QStringLiteral("plugins/m%1/f%2.py").arg(i % 50).arg(i), QByteArray::number(i));
    const QString memo = m_folder->path("memo");
    QCOMPARE(look(memo).files, 5004);
    settle();
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(look(memo).filesRead, 0);
    qInfo("5,000 files, nothing changed: %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 2000);
}

void tst_ImageInputs::linksAreNotFollowedOut()
{
    const TempWorkspace outside;
    outside.write("secret", "one");
    QVERIFY(QFile::link(outside.path("secret"), m_folder->path("plugins/link")));
    QVERIFY(QFile::link(outside.path(), m_folder->path("plugins/folder")));
    QFile::remove(m_folder->path("requirements.txt"));
    QVERIFY(QFile::link(outside.path("secret"), m_folder->path("requirements.txt")));
    const QString before = look().hash;
    outside.write("secret", "two");
    QCOMPARE(look().hash, before);
    QFile::remove(m_folder->path("plugins/link"));
    QVERIFY(QFile::link(outside.path("other"), m_folder->path("plugins/link")));
    QVERIFY(look().hash != before); // where it points is part of the image
}

void tst_ImageInputs::namedLinkCountsItsTarget()
{
    m_folder->write("shared/list.txt", "one");
    QFile::remove(m_folder->path("requirements.txt"));
    QCOMPARE(::symlink("shared/list.txt", QFile::encodeName(m_folder->path("requirements.txt")).constData()), 0);
    const QString before = look().hash;
    m_folder->write("shared/list.txt", "two");
    QVERIFY(look().hash != before);
}

void tst_ImageInputs::linkLoopEnds()
{
    QFile::remove(m_folder->path("requirements.txt"));
    QVERIFY(QFile::link("requirements.txt", m_folder->path("requirements.txt")));
    QVERIFY(QFile::link("..", m_folder->path("plugins/up")));
    QVERIFY(!look().hash.isEmpty());
}

void tst_ImageInputs::socketsAreSkipped()
{
    const QString before = look().hash;
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, "plugins/s", sizeof address.sun_path);
    const QString current = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder->path())); // its name would be too long otherwise
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    QCOMPARE(::bind(socket, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    QDir::setCurrent(current);
    const QString after = look().hash;
    ::close(socket);
    QCOMPARE(after, before);
    QCOMPARE(::mkfifo(QFile::encodeName(m_folder->path("plugins/pipe")).constData(), 0600), 0);
    QVERIFY(look().hash != before); // and is not opened: that would hang
}

void tst_ImageInputs::unreadableFileIsNamed()
{
    if (::geteuid() == 0)
        QSKIP("root can read everything");
    QVERIFY(QFile::setPermissions(m_folder->path("plugins/p.py"), {}));
    QObject context;
    const auto found = await(lookAtImageInputs(request(), &context));
    QVERIFY(!found);
    QCOMPARE(found.error().code, Error::Code::BadInput);
    QCOMPARE(found.error().place.file, m_folder->path("plugins/p.py"));
}

void tst_ImageInputs::missingDockerfileAndContext()
{
    QObject context;
    ImageInputsRequest gone = request();
    gone.context = m_folder->path("gone");
    QVERIFY(!await(lookAtImageInputs(gone, &context)));
    gone = request();
    gone.dockerfile = m_folder->path("gone");
    const auto found = await(lookAtImageInputs(gone, &context));
    QVERIFY(!found);
    QCOMPARE(found.error().place.file, gone.dockerfile);
}

void tst_ImageInputs::remoteIsNotDecisive()
{
    m_folder->write("Dockerfile", "FROM a\nADD https://example.org/x /\n");
    QVERIFY(!look().decisive);
    QObject context;
    QCOMPARE(await(hashImageInputs(request(), &context)).value_or("error"), QString());
}

void tst_ImageInputs::canceled()
{
    QObject context;
    const Cancel cancel;
    cancel.request();
    const auto found = await(lookAtImageInputs(request(), &context, cancel));
    QVERIFY(!found);
    QVERIFY(found.error().isCancel());
}

QTEST_GUILESS_MAIN(tst_ImageInputs)
#include "tst_ImageInputs.moc"
