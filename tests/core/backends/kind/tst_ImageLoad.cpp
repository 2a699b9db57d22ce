// SPDX-License-Identifier: Apache-2.0
// Which way an image takes into the node, and that nothing is called done before the node says so.
#include "core/backends/kind/ImageLoad.h"
#include "core/backends/kind/OciArchive.h"
#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ScriptedRunner.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace windsock;

namespace {
// of docker-20.10-save.tar
const QString id = QStringLiteral("sha256:fa61c53c1780141b0a81f7ad0c2d9ef47a1c9afda721929db2101fb3c02f6330");
const QString base = QStringLiteral("sha256:127639a3f8cb9e0f7216c4af907c7cbc809a77c81538a2619e09c1b31588cb8d");
const QStringList layers{base, QStringLiteral("sha256:72933990d0ac1377f82bfae5bc83f47ce8547a7151c71505ee86df414d5de3b9"),
                         QStringLiteral("sha256:988847d273e696bb0a4923cbf5091a1710fb0c7c8da23b32accf90308e8cd55f")};
const QString name = QStringLiteral("airflow-local:fa61c53c1780");
const QString fullName = QStringLiteral("docker.io/library/airflow-local:fa61c53c1780");

QByteArray images(const QString &imageId, const QStringList &names)
{
    const QJsonObject image{{"id", imageId}, {"repoTags", QJsonArray::fromStringList(names)}};
    return QJsonDocument(QJsonObject{{"images", QJsonArray{image}}}).toJson();
}

QByteArray inspected(const QStringList &tags)
{
    const QJsonObject image{{"Id", id},      {"RepoTags", QJsonArray::fromStringList(tags)},
                            {"Size", 6000},  {"Architecture", "amd64"},
                            {"Os", "linux"}, {"RootFS", QJsonObject{{"Layers", QJsonArray::fromStringList(layers)}}}};
    return QJsonDocument(QJsonArray{image}).toJson();
}

QByteArray engine(const QByteArray &version, const QByteArray &more)
{
    return "{\"ServerVersion\":\"" + version + "\",\"OperatingSystem\":\"Debian GNU/Linux 12 (bookworm)\",\"Architecture\":\"x86_64\""
           + more + '}';
}
const QByteArray containerdStore = R"(,"Driver":"overlayfs","DriverStatus":[["driver-type","io.containerd.snapshotter.v1"]])";
const QByteArray whole = "docker.io/library/airflow-local:fa61c53c1780 application/x sha256:1 complete (4/4) 6.0 KiB/6.0 KiB true\n";

QByteArray recorded()
{
    QFile file(QStringLiteral(TEST_DATA "/image/docker-20.10-save.tar"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

class tst_ImageLoad : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void alreadyThere();
    void tagged();
    void listedButGoneIsSent();
    void coldNodeGetsAllOfIt();
    void pushThatFailsFallsBack_data();
    void pushThatFailsFallsBack();
    void noPushWhere_data();
    void noPushWhere();
    void containerdStoreTrustsContentName();
    void incompleteIsSentWhole();
    void neverDoneUnlessTheNodeSaysSo();
    void importFails();
    void wrongImageIsRefused();
    void nodeDoesNotAnswer();
    void canceled();
    void newNode();
    void newNodeNeverComesUp_data();
    void newNodeNeverComesUp();

private:
    void setUpNode(const QByteArray &imagesBefore);
    void nodeHas(const QStringList &digests);
    Result<LoadOutcome> load() { return await(loadImage(*m_context, {"n-control-plane", id, name})); }

    std::unique_ptr<ScriptedRunner> m_runner;
    FakeClock m_clock;
    Cancel m_cancel;
    std::unique_ptr<RunContext> m_context;
};

void tst_ImageLoad::init()
{
    m_runner = std::make_unique<ScriptedRunner>();
    m_cancel = Cancel();
    m_context = std::make_unique<RunContext>("image.load", *m_runner, m_clock, m_cancel, nullptr);
    setUpNode("{\"images\":[]}");
}

// A node without the image before the load and with it after; a docker that cannot reach us.
void tst_ImageLoad::setUpNode(const QByteArray &imagesBefore)
{
    m_runner->once(Tool::Docker, {"exec", "crictl", "images"}, {.out = imagesBefore});
    m_runner->on(Tool::Docker, {"exec", "crictl", "images"}, {.out = images(id, {fullName})});
    m_runner->on(Tool::Docker, {"exec", "images", "check"}, {.out = whole});
    m_runner->on(Tool::Docker, {"exec", "config", "dump"}, {.out = "[plugins.'io.containerd.cri.v1.images']\nsnapshotter = 'native'\n"});
    m_runner->on(Tool::Docker, {"exec", "images", "import"});
    m_runner->on(Tool::Docker, {"image", "inspect"}, {.out = inspected({name})});
    m_runner->on(Tool::Docker, {"info"}, {.out = engine("20.10.24", {})});
    m_runner->on(Tool::Docker, {"save"}, {.out = recorded()});
    m_runner->on(Tool::Docker, {"image", "tag"});
    m_runner->on(Tool::Docker, {"image", "rm"});
    m_runner->on(Tool::Docker, {"push"}, {.err = "connection refused", .exitCode = 1});
    nodeHas({});
}

void tst_ImageLoad::nodeHas(const QStringList &digests)
{
    QByteArray content = "DIGEST SIZE AGE LABELS\n", files;
    for (const QString &digest : digests) {
        content += digest.toLatin1() + "\t2kB\t1 minute\tcontainerd.io/uncompressed=" + digest.toLatin1() + '\n';
        files += digest.mid(7).toLatin1() + " 2048\n";
    }
    m_runner->on(Tool::Docker, {"exec", "content", "ls"}, {.out = content});
    m_runner->on(Tool::Docker, {"exec", "find"}, {.out = files});
}

void tst_ImageLoad::alreadyThere()
{
    m_runner = std::make_unique<ScriptedRunner>();
    m_context = std::make_unique<RunContext>("image.load", *m_runner, m_clock, m_cancel, nullptr);
    m_runner->on(Tool::Docker, {"exec", "crictl", "images"}, {.out = images(id, {"docker.io/library/x:1", fullName})});
    const auto outcome = load();
    QVERIFY(outcome);
    QCOMPARE(outcome->way, LoadOutcome::Way::AlreadyThere);
    QCOMPARE(m_runner->commands().size(), 1); // one question, nothing else
}

void tst_ImageLoad::tagged()
{
    m_runner = std::make_unique<ScriptedRunner>();
    m_context = std::make_unique<RunContext>("image.load", *m_runner, m_clock, m_cancel, nullptr);
    m_runner->on(Tool::Docker, {"exec", "crictl", "images"}, {.out = images(id, {"docker.io/library/x:1"})});
    m_runner->on(Tool::Docker, {"exec", "images", "tag", "--force", "docker.io/library/x:1", fullName});
    const auto outcome = load();
    QVERIFY(outcome);
    QCOMPARE(outcome->way, LoadOutcome::Way::Tagged);
    QCOMPARE(m_runner->commands().size(), 2);
}

// kubelet's list lags behind containerd's.
void tst_ImageLoad::listedButGoneIsSent()
{
    m_runner = std::make_unique<ScriptedRunner>();
    m_context = std::make_unique<RunContext>("image.load", *m_runner, m_clock, m_cancel, nullptr);
    setUpNode(images(id, {}));
    m_runner->on(Tool::Docker, {"exec", "images", "tag", "--force", id, fullName}, {.err = "ctr: image: not found", .exitCode = 1});
    const auto outcome = load();
    QVERIFY(outcome);
    QCOMPARE(outcome->way, LoadOutcome::Way::Piped);
}

void tst_ImageLoad::coldNodeGetsAllOfIt()
{
    const auto outcome = load();
    QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(outcome.error().report()));
    QCOMPARE(outcome->way, LoadOutcome::Way::Piped);
    QCOMPARE(outcome->bytes, m_runner->piped().first().size());
    QVERIFY(outcome->primingHelps);
    QCOMPARE(m_runner->count(Tool::Docker, {"push"}), 0);
    QCOMPARE(m_runner->count(Tool::Docker, {"exec", "import", "--snapshotter=native", "-"}), 1);
    QVERIFY(m_runner->shown().contains("docker save -- " + id));
    QVERIFY(m_runner->piped().first().size() > 6144);
}

void tst_ImageLoad::pushThatFailsFallsBack_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("not reachable") << QByteArray("dial tcp 127.0.0.1:40123: connect: connection refused");
    QTest::newRow("silent") << QByteArray();
}

void tst_ImageLoad::pushThatFailsFallsBack()
{
    QFETCH(QByteArray, words);
    nodeHas({base});
    m_runner->on(Tool::Docker, {"push"}, {.err = words, .exitCode = 1});
    const auto outcome = load();
    QVERIFY(outcome);
    QCOMPARE(outcome->way, LoadOutcome::Way::Piped);
    QVERIFY(!outcome->primingHelps); // it would not work either
    QCOMPARE(m_runner->count(Tool::Docker, {"push"}), 1);
    QCOMPARE(m_runner->count(Tool::Docker, {"image", "rm"}), 1);
    QVERIFY(!m_runner->piped().first().contains("one\n")); // the lowest layer stays out
    QVERIFY(m_runner->piped().first().contains("three\n"));
}

void tst_ImageLoad::noPushWhere_data()
{
    QTest::addColumn<QByteArray>("info");
    QTest::addColumn<QStringList>("tags");
    QTest::addColumn<QString>("save");
    const QStringList named{name};
    QTest::newRow("Docker Desktop") << QByteArray(
        R"({"ServerVersion":"27.4.0","OperatingSystem":"Docker Desktop","Name":"docker-desktop"})")
                                    << named << "docker save -- " + id;
    QTest::newRow("rootless") << engine("27.4.0", R"(,"SecurityOptions":["name=rootless"])") << named << "docker save -- " + id;
    QTest::newRow("images in containerd") << engine("29.0.1", containerdStore) << named << "docker save --platform linux/amd64 -- " + id;
    QTest::newRow("images in an older containerd") << engine("27.4.0", containerdStore) << named << "docker save -- " + id;
    QTest::newRow("image without a name") << engine("20.10.24", {}) << QStringList() << "docker save -- " + id;
    QTest::newRow("only a push's name") << engine("20.10.24", {}) << QStringList{"127.0.0.1:4000/windsock-1/image:push"}
                                        << "docker save -- " + id;
}

void tst_ImageLoad::noPushWhere()
{
    QFETCH(QByteArray, info);
    QFETCH(QStringList, tags);
    QFETCH(QString, save);
    nodeHas({base});
    m_runner->on(Tool::Docker, {"info"}, {.out = info});
    m_runner->on(Tool::Docker, {"image", "inspect"}, {.out = inspected(tags)});
    const auto outcome = load();
    QVERIFY(outcome);
    QCOMPARE(outcome->way, LoadOutcome::Way::Piped);
    QVERIFY(!outcome->primingHelps);
    QCOMPARE(m_runner->count(Tool::Docker, {"push"}), 0);
    QVERIFY2(m_runner->shown().contains(save), qPrintable(m_runner->shown().join(u'\n')));
}

void tst_ImageLoad::containerdStoreTrustsContentName()
{
    m_runner = std::make_unique<ScriptedRunner>();
    m_context = std::make_unique<RunContext>("image.load", *m_runner, m_clock, m_cancel, nullptr);
    nodeHas({});
    m_runner->on(Tool::Docker, {"exec", "crictl", "images"}, {.out = images("sha256:config", {fullName})});
    m_runner->on(Tool::Docker, {"exec", "config", "dump"});
    m_runner->on(Tool::Docker, {"image", "inspect"}, {.out = inspected({name})});
    m_runner->on(Tool::Docker, {"info"}, {.out = engine("29.0.1", containerdStore)});
    const auto outcome = load();
    QVERIFY(outcome);
    QCOMPARE(outcome->way, LoadOutcome::Way::AlreadyThere);
}

void tst_ImageLoad::incompleteIsSentWhole()
{
    nodeHas({base});
    m_runner->once(Tool::Docker, {"exec", "images", "check"}, {.out = "x incomplete (2/4) 1 KiB/6 KiB true\n"});
    const auto outcome = load();
    QVERIFY(outcome);
    QCOMPARE(m_runner->piped().size(), 2);
    QVERIFY(!m_runner->piped().at(0).contains("one\n"));
    QVERIFY(m_runner->piped().at(1).contains("one\n"));
}

void tst_ImageLoad::neverDoneUnlessTheNodeSaysSo()
{
    m_runner->on(Tool::Docker, {"exec", "crictl", "images"}, {.out = images("sha256:other", {fullName})});
    const auto outcome = load();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().rule, QStringLiteral("image.incomplete"));
    QCOMPARE(m_runner->piped().size(), 1); // there was no short cut to go back on
}

void tst_ImageLoad::importFails()
{
    m_runner->on(Tool::Docker, {"exec", "images", "import"}, {.err = "ctr: content digest sha256:1: not found", .exitCode = 1});
    const auto outcome = load();
    QVERIFY(!outcome);
    QVERIFY(!outcome.error().isCancel());
}

void tst_ImageLoad::wrongImageIsRefused()
{
    m_runner->on(Tool::Docker, {"save"}, {.out = tar::file("manifest.json", "[]") + tar::end()});
    const auto outcome = load();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().rule, QStringLiteral("image.unreadable"));
}

void tst_ImageLoad::nodeDoesNotAnswer()
{
    m_runner = std::make_unique<ScriptedRunner>();
    m_context = std::make_unique<RunContext>("image.load", *m_runner, m_clock, m_cancel, nullptr);
    m_runner->on(Tool::Docker, {"exec", "crictl", "images"},
                 {.err = "Error response from daemon: No such container: n-control-plane", .exitCode = 1});
    QVERIFY(!load());
    QCOMPARE(m_runner->commands().size(), 1);
}

void tst_ImageLoad::canceled()
{
    m_runner->on(Tool::Docker, {"save"}, {.hangs = true});
    const auto future = loadImage(*m_context, {"n-control-plane", id, name});
    QTRY_COMPARE(m_runner->count(Tool::Docker, {"save"}), 1);
    m_cancel.request();
    const auto outcome = await(future);
    QVERIFY(!outcome);
    QVERIFY(outcome.error().isCancel());
}

// Docker is asked for the image before there is a node; what the node says of itself still counts.
void tst_ImageLoad::newNode()
{
    m_runner = std::make_unique<ScriptedRunner>();
    m_context = std::make_unique<RunContext>("image.load", *m_runner, m_clock, m_cancel, nullptr);
    setUpNode(images(id, {fullName})); // it is not asked before
    const Promise<> up;
    const auto future = loadImage(*m_context, {.node = "n-control-plane", .imageId = id, .name = name, .nodeUp = up.future()});
    QTRY_COMPARE(m_runner->count(Tool::Docker, {"save"}), 1);
    drainEvents();
    QCOMPARE(m_runner->count(Tool::Docker, {"exec"}), 0);
    QVERIFY(m_runner->piped().isEmpty() && !future.isFinished());
    up.resolve({});
    const auto outcome = await(future);
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().report()));
    QCOMPARE(outcome->way, LoadOutcome::Way::Piped);
    QVERIFY(outcome->primingHelps);
    QCOMPARE(outcome->bytes, m_runner->piped().first().size());
    QCOMPARE(m_runner->count(Tool::Docker, {"exec", "import", "--snapshotter=native", "-"}), 1);
    QCOMPARE(m_runner->count(Tool::Docker, {"exec", "images", "check"}), 1);
}

void tst_ImageLoad::newNodeNeverComesUp_data()
{
    QTest::addColumn<bool>("isCancel");
    QTest::newRow("canceled") << true;
    QTest::newRow("containerd does not answer") << false;
}

void tst_ImageLoad::newNodeNeverComesUp()
{
    QFETCH(bool, isCancel);
    m_runner->on(Tool::Docker, {"exec", "config", "dump"}, {.err = "containerd.sock: connection refused", .exitCode = 1});
    const Promise<> up;
    const auto future = loadImage(*m_context, {.node = "n-control-plane", .imageId = id, .name = name, .nodeUp = up.future()});
    QTRY_COMPARE(m_runner->count(Tool::Docker, {"save"}), 1);
    drainEvents();
    if (isCancel)
        m_cancel.request();
    else
        up.resolve({});
    const auto outcome = await(future);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().isCancel(), isCancel);
    QCOMPARE(m_runner->count(Tool::Docker, {"exec", "import"}), 0);
    QVERIFY(m_runner->piped().isEmpty());
}

QTEST_GUILESS_MAIN(tst_ImageLoad)
#include "tst_ImageLoad.moc"
