// SPDX-License-Identifier: Apache-2.0
// Folders at the pods' paths: what bwrap is told for each shape of a machine, what is refused and why. Hundreds of generated machines
// are judged by what a path would lead to, not by the words.
#include "core/backends/standalone/PodPaths.h"

#include "tests/core/backends/standalone/BubblewrapModel.h"
#include "tests/support/TempWorkspace.h"

#include <QRandomGenerator>
#include <QTest>

#include <unistd.h>

using namespace windsock;

Q_DECLARE_METATYPE(windsock::FakeHost)

namespace {
WorkspaceFolder folder(const QString &podPath, bool readOnly = false, const QString &host = {})
{
    return {host.isEmpty() ? QStringLiteral("/home/sam/ws") + podPath : host, QStringLiteral("./") + podPath.section(u'/', -1), podPath,
            readOnly};
}

FakeHost usual()
{
    FakeHost host;
    for (const char *path :
         {"/bin", "/etc/ssl", "/home/sam/ws", "/opt/google", "/opt/java", "/media", "/proc", "/srv", "/usr/lib", "/var/opt"})
        host.folder(QString::fromLatin1(path));
    return host.folder("/tmp", true)
        .folder("/home/sam", true)
        .link("/lib", "usr/lib")
        .link("/mnt", "media/../srv")
        .link("/data", "/var/opt/data")
        .file("/opt/note");
}

const QStringList kept{"/home/sam", "/home/sam/.local/state/windsock", "/opt/java/bin/python3"};

QString bindsOf(const PodPaths &paths)
{
    QStringList words = paths.arguments;
    words.removeAll(QStringLiteral("--die-with-parent"));
    return words.join(u' ');
}

// What is left of them when that folder is gone.
QStringList withoutFolder(QStringList arguments, const QString &host)
{
    for (qsizetype at = 0; at + 2 < arguments.size(); ++at) {
        if (arguments[at].endsWith(u"bind-try") && arguments[at + 1] == host)
            arguments.remove(at, 3);
    }
    return arguments;
}

QString failureWithOneGone(const PodPaths &paths, const FakeHost &host)
{
    for (const WorkspaceFolder &gone : paths.shown) {
        if (const BubblewrapModel inside(withoutFolder(paths.arguments, gone.host), host); !inside.failure().isEmpty())
            return inside.failure() + QStringLiteral("\nwithout ") + gone.host;
    }
    return {};
}
} // namespace

class tst_PodPaths : public QObject
{
    Q_OBJECT
private slots:
    void tellsBubblewrap_data();
    void tellsBubblewrap();
    void refusesWithAReason_data();
    void refusesWithAReason();
    void generated_data();
    void generated();
    void saysWhatIsShown();
    void foldersAsTheProcessesSeeThem();
    void goesAroundAComponent();
    void readsThisMachine();
};

void tst_PodPaths::tellsBubblewrap_data()
{
    QTest::addColumn<QList<WorkspaceFolder>>("folders");
    QTest::addColumn<QString>("binds");
    using Folders = QList<WorkspaceFolder>;
    const QString root = "--dev-bind / / ";
    const QString opt = "--tmpfs /opt --dev-bind-try /opt/google /opt/google --dev-bind-try /opt/java /opt/java "
                        "--dev-bind-try /opt/note /opt/note ";
    const QString dags = "--bind-try /home/sam/ws/opt/airflow/dags /opt/airflow/dags ";
    QTest::newRow("none") << Folders{} << "";
    QTest::newRow("one is missing") << Folders{folder("/opt/airflow")}
                                    << root + opt + "--bind-try /home/sam/ws/opt/airflow /opt/airflow --remount-ro /opt";
    QTest::newRow("two are missing") << Folders{folder("/opt/airflow/dags")} << root + opt + dags + "--remount-ro /opt";
    QTest::newRow("one base for two") << Folders{folder("/opt/airflow/dags"), folder("/opt/airflow/dbt", true)}
                                      << root + opt + dags
                                             + "--ro-bind-try /home/sam/ws/opt/airflow/dbt /opt/airflow/dbt --remount-ro /opt";
    QTest::newRow("inner after outer") << Folders{folder("/opt/airflow/dags"), folder("/opt/airflow")}
                                       << root + opt + "--bind-try /home/sam/ws/opt/airflow /opt/airflow " + dags + "--remount-ro /opt";
    QTest::newRow("it is there") << Folders{folder("/opt/google")} << root + "--bind-try /home/sam/ws/opt/google /opt/google";
    QTest::newRow("inner in what is there")
        << Folders{folder("/srv/a/b"), folder("/srv"), folder("/srv/a")}
        << root
               + "--tmpfs /srv --dir /srv/a --dir /srv/a/b --remount-ro /srv --bind-try /home/sam/ws/srv /srv "
                 "--bind-try /home/sam/ws/srv/a /srv/a --bind-try /home/sam/ws/srv/a/b /srv/a/b";
    QTest::newRow("twice the same") << Folders{folder("/srv"), folder("/srv/", false, "/home/sam/ws/srv")}
                                    << root + "--bind-try /home/sam/ws/srv /srv";
    QTest::newRow("by a link, with dots") << Folders{folder("/mnt")} << root + "--bind-try /home/sam/ws/mnt /srv";
    QTest::newRow("by a link to nothing yet") << Folders{
        folder("/data/x")} << root + "--tmpfs /var/opt --bind-try /home/sam/ws/data/x /var/opt/data/x --remount-ro /var/opt";
    QTest::newRow("odd names") << Folders{folder("/srv", false, "/home/sam/ws/a b\n'\"$(x) \u00e4\\")}
                               << root + "--bind-try /home/sam/ws/a b\n'\"$(x) \u00e4\\ /srv";
    QTest::newRow("in the root itself")
        << Folders{folder("/dbt/x")}
        << "--dev-bind-try /bin /bin --symlink /var/opt/data /data --dev-bind-try /etc /etc --dev-bind-try /home /home "
           "--symlink usr/lib /lib --dev-bind-try /media /media --symlink media/../srv /mnt --dev-bind-try /opt /opt --dev-bind-try /proc "
           "/proc "
           "--dev-bind-try /srv /srv --dev-bind-try /tmp /tmp --dev-bind-try /usr /usr --dev-bind-try /var /var "
           "--bind-try /home/sam/ws/dbt/x /dbt/x --remount-ro /";
}

void tst_PodPaths::tellsBubblewrap()
{
    QFETCH(QList<WorkspaceFolder>, folders);
    const FakeHost host = usual();
    const PodPaths paths = PodPaths::of(folders, kept, host.root());
    QVERIFY(paths.refused.isEmpty());
    QTEST(bindsOf(paths), "binds");
    QCOMPARE(paths.arguments.isEmpty(), paths.shown.isEmpty());
    QVERIFY(paths.arguments.isEmpty() || paths.arguments.contains("--die-with-parent"));
}

void tst_PodPaths::refusesWithAReason_data()
{
    QTest::addColumn<FakeHost>("host");
    QTest::addColumn<QList<WorkspaceFolder>>("folders"); // the last one is refused
    QTest::addColumn<QString>("why");
    QTest::addColumn<QString>("todo");
    using Folders = QList<WorkspaceFolder>;
    for (const char *path :
         {"/", "/proc/x", "/dev", "/sys/fs", "/usr", "/usr/local/x", "/bin", "/etc", "/run/x", "/home", "/tmp", "/var", "/lib/x", "/lib"})
        QTest::addRow("the system's: %s", path) << usual() << Folders{folder(QString::fromLatin1(path))} << "of the system"
                                                << "";
    QTest::newRow("the system's by a link") << usual().link("/opt/l", "../usr") << Folders{folder("/opt/l/x")} << "of the system"
                                            << "";
    QTest::newRow("home") << usual() << Folders{folder("/home/sam")} << "hide /home/sam,"
                          << "";
    QTest::newRow("above the state") << usual().folder("/home/sam/.local/state") << Folders{folder("/home/sam/.local")}
                                     << "hide /home/sam/.local/state/windsock"
                                     << "";
    QTest::newRow("Python") << usual() << Folders{folder("/opt")} << "hide /opt/java/bin/python3"
                            << "";
    QTest::newRow("files would be lost") << usual() << Folders{folder("/tmp/x/y")} << "missing in /tmp"
                                         << "/tmp/x/y";
    QTest::newRow("in home") << usual().folder("/home/sam/a") << Folders{folder("/home/sam/a/b")} << "missing in /home/sam/a"
                             << "/home/sam/a/b";
    QTest::newRow("etc") << usual() << Folders{folder("/etc/airflow")} << "missing in /etc"
                         << "/etc/airflow";
    QTest::newRow("may not be listed") << usual().closed("/srv") << Folders{folder("/srv/x")} << "missing in /srv"
                                       << "/srv/x";
    FakeHost full = usual();
    for (int at = 0; at < 201; ++at)
        full.folder(QStringLiteral("/srv/%1").arg(at));
    QTest::newRow("too many") << full << Folders{folder("/srv/x")} << "missing in /srv"
                              << "/srv/x";
    QTest::newRow("a file") << usual() << Folders{folder("/opt/note")} << "/opt/note is not a folder"
                            << "";
    QTest::newRow("a file on the way") << usual() << Folders{folder("/opt/note/x")} << "/opt/note is not a folder"
                                       << "";
    QTest::newRow("a circle") << usual().link("/opt/l", "l") << Folders{folder("/opt/l/x")} << "leads nowhere"
                              << "";
    QTest::newRow("into itself") << usual().link("/srv/l", ".") << Folders{folder("/srv/l")} << "leads nowhere"
                                 << "";
    QTest::newRow("back out of nothing") << usual().link("/opt/l", "no/../../x") << Folders{folder("/opt/l")} << "leads nowhere"
                                         << "";
    QTest::newRow("no place in a read-only one") << usual() << Folders{folder("/srv", true), folder("/srv/x/y")} << "./srv is read-only"
                                                 << "/home/sam/ws/srv/x/y";
    QTest::newRow("a link in an outer one") << usual().link("/home/sam/ws/srv/x", "/etc") << Folders{folder("/srv"), folder("/srv/x")}
                                            << "srv/x is a link"
                                            << "";
    QTest::newRow("a file in an outer one") << usual().file("/home/sam/ws/srv/x") << Folders{folder("/srv"), folder("/srv/x")}
                                            << "ws/srv/x is not a folder"
                                            << "";
    QTest::newRow("two at one place") << usual() << Folders{folder("/srv"), folder("/mnt")} << "./srv is shown there"
                                      << "";
    QTest::newRow("over another one") << usual().link("/s", "/srv/a/b") << Folders{folder("/s"), folder("/srv/a")} << "./s is shown there"
                                      << "";
}

void tst_PodPaths::refusesWithAReason()
{
    QFETCH(FakeHost, host);
    QFETCH(QList<WorkspaceFolder>, folders);
    QFETCH(QString, why);
    QFETCH(QString, todo);
    const PodPaths paths = PodPaths::of(folders, kept, host.root());
    QCOMPARE(paths.refused.size(), 1);
    QCOMPARE(paths.refused.first().folder, folders.last());
    QVERIFY2(paths.refused.first().why.contains(why), qPrintable(paths.refused.first().why));
    QVERIFY2(paths.refused.first().todo.contains(todo) && paths.refused.first().todo.isEmpty() == todo.isEmpty(),
             qPrintable(paths.refused.first().todo));
    QCOMPARE(paths.shown.size(), folders.size() - 1);
    QVERIFY(!paths.shows(folders.last().podPath) || folders.size() > 1);
}

void tst_PodPaths::generated_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 600; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void tst_PodPaths::generated()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const auto oneOf = [&random](const QStringList &list) { return list[random.bounded(int(list.size()))]; };
    const QStringList names{"opt", "srv", "a", "b", "airflow", "dags", "home", "sam"};
    const auto path = [&](int most) {
        QString made;
        for (int depth = random.bounded(1, most + 1); depth > 0; --depth)
            made += u'/' + oneOf(names);
        return made;
    };
    FakeHost host = usual();
    for (int count = random.bounded(12); count > 0; --count)
        host.folder(path(4), random.bounded(8) == 0);
    for (int count = random.bounded(4); count > 0; --count) {
        const QString at = path(3);
        const QString parent = at.count(u'/') > 1 ? at.section(u'/', 0, -2) : QStringLiteral("/");
        if (at.startsWith(u"/home") || BubblewrapModel({"--dev-bind", "/", "/"}, host).follow(parent).host != parent)
            continue; // below a link there is nothing
        if (host.at(at).kind == HostPlace::Kind::Missing)
            host.link(at, random.bounded(2) == 0 ? path(3) : oneOf({"a", "../opt", "../../srv/b", "airflow/dags", "."}));
    }
    QList<WorkspaceFolder> folders;
    for (int count = random.bounded(1, 6); count > 0; --count) {
        const QString own = QStringLiteral("/home/sam/ws/%1 'x'").arg(count);
        host.folder(own);
        for (int inner = random.bounded(3); inner > 0; --inner)
            host.folder(own + path(2));
        folders += folder(path(4), random.bounded(3) == 0, own);
    }

    const PodPaths paths = PodPaths::of(folders, kept, host.root());
    const BubblewrapModel inside(paths.arguments, host);
    const QString told = paths.arguments.join(u' ');
    QVERIFY2(inside.failure().isEmpty(), qPrintable(inside.failure() + u'\n' + told));
    // Nothing is dropped in silence; hosts differ here, so that no two are the same.
    QCOMPARE(paths.shown.size() + paths.refused.size(), folders.size());
    QStringList hosts;
    for (const WorkspaceFolder &one : paths.shown) {
        const SeenPlace seen = inside.follow(one.podPath);
        QVERIFY2(seen.host == one.host && seen.readOnly == one.readOnly, qPrintable(one.podPath + u' ' + seen.host + u'\n' + told));
        hosts += one.host;
    }
    const QString oneGone = failureWithOneGone(paths, host);
    QVERIFY2(oneGone.isEmpty(), qPrintable(oneGone + u'\n' + told));
    if (paths.shown.isEmpty())
        return;
    for (const QString &outside : host.paths()) {
        const SeenPlace seen = inside.at(outside);
        bool isCovered = false;
        for (QString way = outside; way != u"/" && !isCovered; way = way.left(std::max<qsizetype>(1, way.lastIndexOf(u'/'))))
            isCovered = hosts.contains(inside.at(way).host);
        const bool isSame = seen.kind == host.at(outside).kind && (seen.host == outside || seen.target == host.at(outside).target);
        QVERIFY2(isCovered || isSame, qPrintable(outside + QStringLiteral(" is now ") + seen.host + u'\n' + told));
        // What is in memory cannot be written to, and holds nothing that programs would write to.
        QVERIFY2(seen.what != SeenPlace::What::Memory || (seen.readOnly && !host.at(outside).takesEntries), qPrintable(outside));
        QVERIFY2(!isCovered || !kept.contains(outside), qPrintable(outside));
    }
}

void tst_PodPaths::saysWhatIsShown()
{
    const FakeHost host = usual();
    const PodPaths paths = PodPaths::of({folder("/opt/airflow/dags"), folder("/usr/x")}, kept, host.root());
    for (const char *path : {"/opt/airflow/dags", "/opt/airflow/dags/a/b.py", "/opt/airflow", "/opt/airflow/", "/opt/airflow/dags/../dags"})
        QVERIFY2(paths.shows(QString::fromLatin1(path)), path);
    for (const char *path : {"/opt/airflow/dbt", "/opt/airflow/dagsx", "/usr/x", "/opt/airflow/dags/../dbt", "opt"})
        QVERIFY2(!paths.shows(QString::fromLatin1(path)), path);
    QVERIFY(!PodPaths().shows("/"));
}

void tst_PodPaths::foldersAsTheProcessesSeeThem()
{
    const FakeHost host = usual();
    WorkspaceFolders folders;
    folders.dags = folder("/opt/airflow/dags");
    folders.logs = folder("/usr/logs");
    folders.others = {folder("/opt/airflow/libs")};
    const WorkspaceFolders seen = PodPaths::of(folders.all(), kept, host.root()).seen(folders);
    QCOMPARE(seen.dags->host, QString("/opt/airflow/dags"));
    QCOMPARE(seen.logs->host, QString("/home/sam/ws/usr/logs")); // refused: by its own path
    QVERIFY(!seen.plugins);
    QCOMPARE(seen.onHostList("/opt/airflow/libs/x:/usr/logs/y:/elsewhere"),
             QString("/opt/airflow/libs/x:/home/sam/ws/usr/logs/y:/elsewhere"));
    const WorkspaceFolders same = PodPaths().seen(folders);
    QCOMPARE(same.all(), folders.all());
}

void tst_PodPaths::goesAroundAComponent()
{
    const FakeHost host = usual();
    const PodPaths paths = PodPaths::of({folder("/srv")}, kept, host.root());
    Component plain{.id = "web", .title = "Web", .program = "/e/bin/python", .args = {"-m", "airflow"}, .workDir = "/w", .logFile = "/l"};
    const Component made = paths.around(plain, "/usr/bin/bwrap", "/opt/airflow");
    QCOMPARE(made.program, plain.program);
    const qsizetype bwrap = made.args.indexOf("/usr/bin/bwrap"), inner = made.args.indexOf("/e/bin/python");
    QVERIFY(bwrap > 0 && inner > bwrap);
    QVERIFY(made.args[bwrap - 1].contains("SIG_BLOCK") && made.args.mid(bwrap + 1, paths.arguments.size()) == paths.arguments);
    QCOMPARE(made.args.mid(inner - 2, 2), (QStringList{"--chdir", "/opt/airflow"}));
    QVERIFY(made.args[inner + 4].contains("SIG_UNBLOCK"));
    QCOMPARE(made.args.mid(inner + 5), (QStringList{"/e/bin/python", "-m", "airflow"}));
    QVERIFY(!objectionTo(made, "test") && made.fingerprint() != plain.fingerprint());
    QVERIFY(!paths.around(plain, "/usr/bin/bwrap", {}).args.contains("--chdir"));
    QCOMPARE(PodPaths().around(plain, "/usr/bin/bwrap", "/opt/airflow"), plain);
    // Nothing but the arguments changes: log, grace and marks are the component's.
    plain.args = made.args;
    QCOMPARE(made, plain);
}

void tst_PodPaths::readsThisMachine()
{
    const TempWorkspace files;
    files.makeFolder("b");
    files.write("a/file", "x");
    QVERIFY(QFile::link("b", files.path("link")) && QFile::link("/no/such", files.path("nowhere")));
    const HostRoot root = HostRoot::ofThisMachine();
    QCOMPARE(root.entries(files.path()), std::optional(QStringList{"a", "b", "link", "nowhere"}));
    QVERIFY(!root.entries(files.path("no")) && !root.entries(files.path("a/file")));
    QCOMPARE(root.place(files.path("a")).kind, HostPlace::Kind::Folder);
    QCOMPARE(root.place(files.path("a/file")).kind, HostPlace::Kind::Other);
    QCOMPARE(root.place(files.path("nowhere")).target, QString("/no/such"));
    QCOMPARE(root.place(files.path("link")).target, QString("b"));
    QCOMPARE(root.place(files.path("no")).kind, HostPlace::Kind::Missing);
    QCOMPARE(root.place(files.path("a")).takesEntries, ::geteuid() != 0);
    QVERIFY(root.place("/tmp").takesEntries);
}

QTEST_GUILESS_MAIN(tst_PodPaths)
#include "tst_PodPaths.moc"
