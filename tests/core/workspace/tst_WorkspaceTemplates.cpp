// SPDX-License-Identifier: Apache-2.0
// New workspaces open, pass every rule, equal examples/demo, and never damage what is there.
#include "core/workspace/WorkspaceTemplates.h"
#include "tests/support/TempWorkspace.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

#include <sys/stat.h>

using namespace windsock;

namespace {
QMap<QString, QByteArray> contents(const QString &folder)
{
    QMap<QString, QByteArray> all;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        const QString name = QDir(folder).relativeFilePath(file.fileName());
        const bool written = name.startsWith(QStringLiteral("logs/")) && !name.endsWith(QStringLiteral(".gitkeep"));
        if (!written && !name.contains(QStringLiteral("__pycache__")) && file.open(QIODevice::ReadOnly))
            all.insert(name, file.readAll());
    }
    return all;
}
} // namespace

class tst_WorkspaceTemplates : public QObject
{
    Q_OBJECT
private slots:
    void makesAWorkspace_data();
    void makesAWorkspace();
    void equalsTheDemo();
    void takesOptions();
    void refusesOptions_data();
    void refusesOptions();
    void overwritesNothing();
    void leavesNothingHalfMade();
    void usesExistingFolders();
};

void tst_WorkspaceTemplates::makesAWorkspace_data()
{
    QTest::addColumn<int>("flavor");
    QTest::addColumn<QString>("version");
    QTest::newRow("community") << int(ChartFlavor::Community) << "2.10.5";
    QTest::newRow("official") << int(ChartFlavor::Official) << "3.2.2";
}

void tst_WorkspaceTemplates::makesAWorkspace()
{
    QFETCH(int, flavor);
    TempWorkspace temp;
    const QString folder = temp.path(QStringLiteral("new/my dags"));
    const Result<QStringList> made = createWorkspace(folder, ChartFlavor(flavor));
    QVERIFY2(made, made ? "" : qPrintable(made.error().report()));
    QStringList files = contents(folder).keys();
    QCOMPARE(*made, files);
    for (const char *name :
         {".gitignore", ".dockerignore", "windsock.yaml", "dags/example_etl.py", "dbt/.gitkeep", "logs/.gitkeep", "python_tasks/orders.py"})
        QVERIFY2(made->contains(QString::fromLatin1(name)), name);
    for (const QByteArray &text : contents(folder)) {
        QVERIFY2(!QRegularExpression(QStringLiteral("@[A-Z_]+@")).match(QString::fromUtf8(text)).hasMatch(), text.constData());
        QVERIFY(!text.contains("/work/") && !text.contains("127.0.0.1"));
    }
    const Result<Workspace> workspace = Workspace::open(folder);
    QVERIFY2(workspace, workspace ? "" : qPrintable(workspace.error().report()));
    QCOMPARE(int(workspace->chart().flavor), flavor);
    QTEST(workspace->airflowVersion(), "version");
    QVERIFY(workspace->warnings().isEmpty());
    QCOMPARE(workspace->image().text(), QStringLiteral("airflow-local:local"));
    QCOMPARE(workspace->login().password, QStringLiteral("admin"));
    QCOMPARE(workspace->mounts().size(), 4);
    for (const Mount &mount : workspace->mounts())
        QVERIFY(QFileInfo(mount.hostAbsolute).isDir() && !mount.podPath.isEmpty());
    struct stat info = {};
    QCOMPARE(::stat(QFile::encodeName(folder + QStringLiteral("/logs")).constData(), &info), 0);
    QCOMPARE(int(info.st_mode & 07777), 01777);
}

void tst_WorkspaceTemplates::equalsTheDemo()
{
    TempWorkspace temp;
    QVERIFY(createWorkspace(temp.path(QStringLiteral("demo")), ChartFlavor::Community));
    const auto made = contents(temp.path(QStringLiteral("demo")));
    const auto kept = contents(QStringLiteral(SOURCE_ROOT "/examples/demo"));
    QCOMPARE(kept.keys(), made.keys());
    for (auto file = made.begin(); file != made.end(); ++file)
        QVERIFY2(kept[file.key()] == *file, qPrintable(file.key()));
}

void tst_WorkspaceTemplates::takesOptions()
{
    TempWorkspace temp;
    QVERIFY(createWorkspace(temp.path(), ChartFlavor::Community, {"team-2", "kindest/node:v1.30.0", 9090}));
    const Result<Workspace> workspace = Workspace::open(temp.path());
    QVERIFY(workspace);
    QCOMPARE(workspace->clusterName(), QStringLiteral("team-2"));
    QCOMPARE(workspace->nodeImage(), QStringLiteral("kindest/node:v1.30.0"));
    QCOMPARE(workspace->webPort(), 9090);
    QVERIFY(temp.read("README.md").contains("team-2-control-plane"));
}

void tst_WorkspaceTemplates::refusesOptions_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("image");
    QTest::addColumn<int>("port");
    const QString image = QStringLiteral("kindest/node:v1.32.2");
    QTest::newRow("option") << "--kubeconfig=x" << image << 8080;
    QTest::newRow("shell") << "; rm -rf ~" << image << 8080;
    QTest::newRow("long") << QString(300, u'a') << image << 8080;
    QTest::newRow("yaml") << "a\nb: c" << image << 8080;
    QTest::newRow("empty") << "" << image << 8080;
    QTest::newRow("image") << "a"
                           << "x\ny: z" << 8080;
    QTest::newRow("port 0") << "a" << image << 0;
    QTest::newRow("port 70000") << "a" << image << 70000;
}

void tst_WorkspaceTemplates::refusesOptions()
{
    QFETCH(QString, name);
    QFETCH(QString, image);
    QFETCH(int, port);
    TempWorkspace temp;
    const Result<QStringList> made = createWorkspace(temp.path(QStringLiteral("new")), ChartFlavor::Community, {name, image, port});
    QVERIFY(!made);
    QCOMPARE(made.error().code, Error::Code::BadInput);
    QVERIFY(!QFileInfo::exists(temp.path(QStringLiteral("new"))));
}

void tst_WorkspaceTemplates::overwritesNothing()
{
    TempWorkspace temp;
    temp.write("Dockerfile", "mine");
    temp.write("dags/example_etl.py", "mine too");
    const Result<QStringList> made = createWorkspace(temp.path(), ChartFlavor::Official);
    QVERIFY(!made);
    QCOMPARE(made.error().code, Error::Code::Conflict);
    QVERIFY2(made.error().why == u"Dockerfile, dags/example_etl.py", qPrintable(made.error().why));
    QCOMPARE(temp.files(), (QStringList{"Dockerfile", "dags/example_etl.py"}));
    QCOMPARE(temp.read("Dockerfile"), QByteArray("mine"));
    QVERIFY(QFile::link(temp.path(QStringLiteral("nowhere")), temp.path(QStringLiteral("README.md"))));
    QVERIFY(createWorkspace(temp.path(), ChartFlavor::Official).error().why.contains(u"README.md"));
}

void tst_WorkspaceTemplates::leavesNothingHalfMade()
{
    TempWorkspace temp;
    temp.write("logs", "a file where a folder is needed");
    const Result<QStringList> made = createWorkspace(temp.path(), ChartFlavor::Community);
    QVERIFY(!made);
    QCOMPARE(temp.files(), QStringList{"logs"});
    QCOMPARE(createWorkspace(temp.path(QStringLiteral("logs")), ChartFlavor::Community).error().code, Error::Code::BadInput);
    QVERIFY(!createWorkspace(temp.path(QStringLiteral("logs/below")), ChartFlavor::Community));
    QVERIFY(!createWorkspace(QStringLiteral("/proc/windsock-new"), ChartFlavor::Community)); // not even root may write there
}

void tst_WorkspaceTemplates::usesExistingFolders()
{
    TempWorkspace temp;
    temp.write("dags/mine.py", "x");
    const QString logs = temp.makeFolder("logs");
    QCOMPARE(::chmod(QFile::encodeName(logs).constData(), 0750), 0);
    QVERIFY(createWorkspace(temp.path(), ChartFlavor::Community));
    QCOMPARE(temp.read("dags/mine.py"), QByteArray("x"));
    struct stat info = {};
    QCOMPARE(::stat(QFile::encodeName(logs).constData(), &info), 0);
    QCOMPARE(int(info.st_mode & 07777), 0750); // somebody chose it
}

QTEST_GUILESS_MAIN(tst_WorkspaceTemplates)
#include "tst_WorkspaceTemplates.moc"
