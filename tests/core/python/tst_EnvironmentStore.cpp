// SPDX-License-Identifier: Apache-2.0
// When an environment is there and when it is not: marks, half-made ones, killed makers, two makers at once, removal.
#include "core/python/EnvironmentMaking.h"
#include "core/python/EnvironmentMark.h"
#include "core/supervise/FolderLock.h"
#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"
#include "tests/support/TempWorkspace.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>
#include <QTimeZone>

#include <optional>

using namespace windsock;
using namespace std::chrono_literals;

class tst_EnvironmentStore : public QObject
{
    Q_OBJECT
private:
    struct Bench
    {
        TempWorkspace folder;
        EnvironmentStore store{folder.path("pythons")};
        FakeClock clock;
        QObject context;
        Cancel cancel;
        int works = 0;
        QStringList told;

        // As a real one is: a bin/python that leads somewhere, and a file.
        PythonEnvironment fill(const QString &making)
        {
            const QString made = EnvironmentStore::environmentIn(making);
            QDir().mkpath(made + "/bin");
            QFile::link("/bin/sh", made + "/bin/python");
            QFile file(made + "/lib.py");
            if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(1000, 'x')) != 1000)
                qFatal("no file");
            ++works;
            return {.airflow = "2.10.5", .python = {3, 11}, .lock = PackageLock::Date, .lockNote = "as of 2025-02-11"};
        }
        EnvironmentMaking making(const QString &id)
        {
            return {id, [this](const QString &room) { return ready(fill(room)); }, [this](const QString &text) { told += text; }, cancel};
        }
        Async<PythonEnvironment> make(const QString &id) { return makeInStore(store, clock, making(id), &context); }
        QStringList left() const
        {
            return QDir(store.folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
        }
    };
    std::optional<Bench> m_bench;

private slots:
    void init() { m_bench.emplace(); }
    void cleanup() { m_bench.reset(); }

    void madeOnceAndFound()
    {
        QVERIFY(!m_bench->store.find("a"));
        const auto made = await(m_bench->make("a"));
        QVERIFY2(made, made ? "" : qPrintable(made.error().report()));
        QCOMPARE(made->folder, m_bench->folder.path("pythons/a"));
        QCOMPARE(made->bytes, 1000);
        QCOMPARE(m_bench->left(), (QStringList{".locks", "a"}));
        const auto found = m_bench->store.find("a");
        QVERIFY(found);
        QCOMPARE(found->airflow, "2.10.5");
        QCOMPARE(found->python.text(), "3.11");
        QCOMPARE(found->lock, PackageLock::Date);
        QCOMPARE(found->lockNote, "as of 2025-02-11");
        QCOMPARE(found->bytes, 1000);
        QVERIFY(found->made.isValid() && found->made.secsTo(QDateTime::currentDateTimeUtc()) < 60);
        QCOMPARE(found->pythonProgram(), m_bench->folder.path("pythons/a/bin/python"));
        QVERIFY(await(m_bench->make("a")));
        QCOMPARE(m_bench->works, 1);
    }

    void notThere_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"no mark", "empty mark", "half a mark", "another id", "another format", "Python gone", "no bin"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void notThere()
    {
        QFETCH(QString, what);
        QVERIFY(await(m_bench->make("a")));
        const QString mark = environmentMarkIn("pythons/a");
        const QByteArray good = m_bench->folder.read(mark);
        if (what == "no mark")
            QFile::remove(m_bench->folder.path(mark));
        else if (what == "empty mark")
            m_bench->folder.write(mark, "");
        else if (what == "half a mark")
            m_bench->folder.write(mark, good.left(good.size() / 2));
        else if (what == "another id")
            m_bench->folder.write(mark, QByteArray(good).replace("\"id\": \"a\"", "\"id\": \"b\""));
        else if (what == "another format")
            m_bench->folder.write(mark, QByteArray(good).replace("\"format\": 1", "\"format\": 2"));
        else if (what == "no bin")
            QDir(m_bench->folder.path("pythons/a/bin")).removeRecursively();
        else
            QVERIFY(QFile::remove(m_bench->folder.path("pythons/a/bin/python"))
                    && QFile::link("/gone/python3.11", m_bench->folder.path("pythons/a/bin/python")));
        QVERIFY(!m_bench->store.find("a"));
        QVERIFY(m_bench->store.all().isEmpty());
        QVERIFY(await(m_bench->make("a"))); // made anew in its place
        QCOMPARE(m_bench->works, 2);
        QVERIFY(m_bench->store.find("a"));
        QCOMPARE(m_bench->left(), (QStringList{".locks", "a"}));
    }

    void failureLeavesNothing()
    {
        EnvironmentMaking making = m_bench->making("a");
        making.work = [this](const QString &room) {
            m_bench->fill(room);
            return failed<PythonEnvironment>({Error::Code::Network, "unplugged"});
        };
        const auto made = await(makeInStore(m_bench->store, m_bench->clock, making, &m_bench->context));
        QVERIFY(!made && made.error().what == "unplugged");
        QCOMPARE(m_bench->left(), QStringList{".locks"});
        QVERIFY(!FolderLock::isHeld(m_bench->store.lockFileOf("a")));
        QVERIFY(await(m_bench->make("a")));
    }

    void whatKilledOnesLeftGoes()
    {
        m_bench->folder.write("pythons/.making-a-1f/environment/x", "x");
        m_bench->folder.write("pythons/.gone-z-2e/x", "x");
        m_bench->folder.write("pythons/.making-b-3d/environment/x", "another one's, who may be at work");
        QVERIFY(await(m_bench->make("a")));
        QCOMPARE(m_bench->left(), (QStringList{".locks", ".making-b-3d", "a"}));
    }

    void theSecondWaitsAndTakesTheFirstOnes()
    {
        Promise<PythonEnvironment> slow;
        QString room;
        EnvironmentMaking making = m_bench->making("a");
        making.work = [&](const QString &given) {
            room = given;
            return slow.future();
        };
        const Async<PythonEnvironment> first = makeInStore(m_bench->store, m_bench->clock, making, &m_bench->context);
        QTRY_VERIFY(!room.isEmpty());
        const Async<PythonEnvironment> second = m_bench->make("a");
        m_bench->clock.advance(1s);
        QCOMPARE(m_bench->told.size(), 1); // said once, however long it takes
        QVERIFY(!second.isFinished());
        slow.resolve(m_bench->fill(room));
        QVERIFY(await(first));
        m_bench->clock.advance(1s);
        const auto taken = await(second);
        QVERIFY2(taken, taken ? "" : qPrintable(taken.error().report()));
        QCOMPARE(m_bench->works, 1);
    }

    void waitingCanBeCanceled()
    {
        QDir().mkpath(QFileInfo(m_bench->store.lockFileOf("a")).path());
        const auto other = FolderLock::take(m_bench->store.lockFileOf("a"));
        QVERIFY(other);
        const Async<PythonEnvironment> waiting = m_bench->make("a");
        m_bench->clock.advance(1s);
        QVERIFY(!waiting.isFinished());
        m_bench->cancel.request();
        m_bench->clock.advance(1s);
        const auto made = await(waiting);
        QVERIFY(!made && made.error().isCancel());
        QCOMPARE(m_bench->works, 0);
    }

    void canceledBefore()
    {
        m_bench->cancel.request();
        const auto made = await(m_bench->make("a"));
        QVERIFY(!made && made.error().isCancel());
        QCOMPARE(m_bench->works, 0);
        QVERIFY(!m_bench->store.find("a"));
    }

    void folderThatCannotBeMade()
    {
        m_bench->folder.write("pythons", "a file");
        const auto made = await(m_bench->make("a"));
        QVERIFY(!made);
        QVERIFY2(made.error().code == Error::Code::BadInput, qPrintable(made.error().report()));
    }

    void unusedOnesAreRemoved()
    {
        for (const char *id : {"a", "b", "c"})
            QVERIFY(await(m_bench->make(QString::fromLatin1(id))));
        QCOMPARE(m_bench->store.all().size(), 3);
        const QList<PythonEnvironment> unused = m_bench->store.unused({"b", "never"});
        QCOMPARE(unused.size(), 2);
        for (const PythonEnvironment &environment : unused)
            QVERIFY(await(m_bench->store.remove(environment.id, &m_bench->context)));
        QCOMPARE(m_bench->left(), (QStringList{".locks", "b"}));
        QVERIFY(await(m_bench->store.remove("a", &m_bench->context))); // gone already
    }

    void notRemovedWhileItIsMade()
    {
        QVERIFY(await(m_bench->make("a")));
        const auto other = FolderLock::take(m_bench->store.lockFileOf("a"));
        QVERIFY(other);
        const auto removed = await(m_bench->store.remove("a", &m_bench->context));
        QVERIFY(!removed && removed.error().code == Error::Code::Conflict);
        QVERIFY(m_bench->store.find("a"));
    }

    void marksTellNoMore()
    {
        const PythonEnvironment whole{.id = "x",
                                      .airflow = "3.2.2",
                                      .python = {3, 12},
                                      .lock = PackageLock::Constraints,
                                      .lockNote = "by “constraints”",
                                      .bytes = 5'000'000'000,
                                      .made = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), QTimeZone::utc()),
                                      .spec = {{"airflow", "3.2.2"}}};
        const auto read = parseEnvironmentMark(renderEnvironmentMark(whole));
        QVERIFY(read);
        QCOMPARE(read->lock, whole.lock);
        QCOMPARE(read->lockNote, whole.lockNote);
        QCOMPARE(read->bytes, whole.bytes);
        QCOMPARE(read->made, whole.made);
        QCOMPARE(read->spec, whole.spec);
        for (const char *bad : {"", "null", "[]", "{}", "{\"format\":1}", "{\"format\":1,\"id\":\"x\",\"lock\":\"luck\"}"})
            QVERIFY2(!parseEnvironmentMark(bad), bad);
    }
};

QTEST_GUILESS_MAIN(tst_EnvironmentStore)
#include "tst_EnvironmentStore.moc"
