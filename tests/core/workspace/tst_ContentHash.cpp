// SPDX-License-Identifier: Apache-2.0
// An edit is another content, wherever it is; what a build leaves behind is none, and the folder's own place neither.
#include "core/workspace/ContentHash.h"

#include "tests/support/TempWorkspace.h"

#include <QFile>
#include <QTest>

using namespace windsock;

class tst_ContentHash : public QObject
{
    Q_OBJECT
private slots:
    void files();
    void folders();
    void whatABuildLeaves();
    void aWorkspaceIsNoPackageAlone();
    void limits();
};

void tst_ContentHash::files()
{
    const TempWorkspace folder;
    const QString one = contentHash(folder.write("c.txt", "a==1\n"));
    QCOMPARE(one.size(), 16);
    QCOMPARE(contentHash(folder.write("other.txt", "a==1\n")), one);
    QVERIFY(contentHash(folder.write("c.txt", "a==2\n")) != one);
    QCOMPARE(contentHash(folder.write("c.txt", "a==1\n")), one);
    QVERIFY(contentHash(folder.path("none")).isEmpty());
}

void tst_ContentHash::folders()
{
    const TempWorkspace folder;
    folder.write("p/setup.py", "x");
    folder.write("p/src/a.py", "1");
    folder.write("q/src/a.py", "1");
    folder.write("q/setup.py", "x");
    const QString one = contentHash(folder.path("p"));
    QCOMPARE(contentHash(folder.path("q")), one);
    folder.write("p/src/a.py", "2");
    QVERIFY(contentHash(folder.path("p")) != one);
    folder.write("p/src/a.py", "1");
    QCOMPARE(contentHash(folder.path("p")), one);
    folder.write("p/src/b.py", "");
    QVERIFY(contentHash(folder.path("p")) != one);
    QVERIFY(QFile::rename(folder.path("q/src/a.py"), folder.path("q/src/b.py")));
    QVERIFY(contentHash(folder.path("q")) != one);
}

void tst_ContentHash::whatABuildLeaves()
{
    const TempWorkspace folder;
    folder.write("p/src/build/a.py", "1");
    const QString one = contentHash(folder.path("p"));
    for (const char *made : {"p/build/lib/a.py", "p/dist/x.whl", "p/src/x.egg-info/PKG-INFO", "p/src/__pycache__/a.pyc", "p/.git/HEAD"})
        folder.write(QString::fromLatin1(made), "x");
    QVERIFY(QFile::link(folder.path("p"), folder.path("p/.loop")));
    QCOMPARE(contentHash(folder.path("p")), one);
    QVERIFY(QFile::link(folder.path("p"), folder.path("p/loop")));
    QVERIFY(contentHash(folder.path("p")) != one);
    folder.write("r/src/build/a.py", "2");
    QVERIFY(contentHash(folder.path("r")) != one);
}

void tst_ContentHash::aWorkspaceIsNoPackageAlone()
{
    const TempWorkspace folder;
    for (const char *file : {"windsock.yaml", "setup.py", "src/a.py", "dags/a.py", "logs/a.log"})
        folder.write(QString::fromLatin1(file), "1");
    const QString one = contentHash(folder.path());
    for (const char *other : {"windsock.yaml", "dags/a.py", "logs/a.log", "logs/b.log"})
        folder.write(QString::fromLatin1(other), "2");
    QCOMPARE(contentHash(folder.path()), one);
    for (const char *source : {"setup.py", "src/a.py"}) {
        const QString before = contentHash(folder.path());
        folder.write(QString::fromLatin1(source), "2");
        QVERIFY2(contentHash(folder.path()) != before, source);
    }
}

void tst_ContentHash::limits()
{
    const TempWorkspace folder;
    folder.write("p/a", "12345678");
    folder.write("p/b", "12345678");
    const ContentLimits few{.files = 1}, small{.bytes = 10};
    const QString one = contentHash(folder.path("p"), few), two = contentHash(folder.path("p"), small);
    folder.write("p/b", "1234567");
    QCOMPARE(contentHash(folder.path("p"), few), one);
    QVERIFY(contentHash(folder.path("p"), small) != two); // by its size
    folder.write("p/a", "12345679");
    QVERIFY(contentHash(folder.path("p"), few) != one);
}

QTEST_GUILESS_MAIN(tst_ContentHash)
#include "tst_ContentHash.moc"
