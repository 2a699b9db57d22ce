// SPDX-License-Identifier: Apache-2.0
// The patch over whole recorded charts, and over objects that it must not touch.
#include "core/backends/kind/BootPatch.h"
#include "core/backends/kind/BootPatchScene.h"
#include "core/backends/kind/ManifestText.h"
#include "tests/support/Golden.h"

#include <QFile>
#include <QTest>

using namespace windsock;

namespace {
QByteArray recorded(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA "/bootpatch/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QByteArray community = recorded(QStringLiteral("community-8.9.0.yaml"));
const QByteArray official = recorded(QStringLiteral("official-1.22.0.yaml"));

BootFacts factsOf(const QString &airflow)
{
    const auto heads = migrationHead::parse(recorded(QStringLiteral("heads-%1.txt").arg(airflow)));
    return {.airflowImage = QStringLiteral("airflow-local:local"), .heads = heads ? std::optional(*heads) : std::nullopt};
}

struct Totals
{
    int delay = 0, patience = 0;
};

// How long a probe lets its container be before it acts.
Totals totals(const ManifestNode &probe)
{
    const int delay = probe.numberAt("initialDelaySeconds", 0);
    return {delay, delay + probe.numberAt("periodSeconds", 10) * probe.numberAt("failureThreshold", 3)};
}

std::vector<ManifestNode> objectsOf(const QByteArray &stream)
{
    std::vector<ManifestNode> objects;
    for (const ManifestPiece &piece : splitManifests(stream)) {
        auto root = parseManifest(piece);
        if (root && root->kind == ManifestNode::Kind::Map)
            objects.push_back(std::move(*root));
    }
    return objects;
}

const char unknownObjects[] = R"(---
# a custom resource, with comments and odd quoting
apiVersion: example.com/v1
kind: Deployment   # not ours
metadata: {name: "x", labels: {app: airflow, chart: airflow-8.9.0, component: web}}
spec: {template: {spec: {containers: [{name: a, image: 'airflow-local:local', readinessProbe: {httpGet: {port: 1}}}]}}}
---
---
just text
---
- a
- "0777"
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: mine
  labels: {app: airflow, chart: other-1.0, component: web}
spec:
    template:
        spec:
            initContainers: [{name: check-db, args: [bash, -c, exec timeout 60s airflow db check]}]
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: d, labels: {app: airflow, chart: airflow-8.9.0, component: scheduler}}
...
)";
} // namespace

class TestBootPatch : public QObject
{
    Q_OBJECT
private slots:
    void charts_data();
    void matchesGolden_data() { charts_data(); }
    void matchesGolden();
    void changesNothingTwice_data() { charts_data(); }
    void changesNothingTwice();
    void neverKillsEarlier_data() { charts_data(); }
    void neverKillsEarlier();
    void keepsOtherObjects_data() { charts_data(); }
    void keepsOtherObjects();
    void leavesUnknownAlone();
    void keepsChartsCheckWithoutHeads();
    void keepsChecksOfOtherImages();
    void findsTheImageItself();
    void usesTheImagesEntrypoint();
    void patchesLists();
    void worksWithoutPgBouncer();
    void leavesChangedChecksAlone_data();
    void leavesChangedChecksAlone();
    void hidesSecrets();
    void refusesInvalidYaml();
    void factsSurviveJson();
    void refusesBadFacts_data();
    void refusesBadFacts();
};

void TestBootPatch::charts_data()
{
    QTest::addColumn<QByteArray>("manifests");
    QTest::addColumn<QString>("airflow");
    QTest::addColumn<QString>("name");
    QTest::newRow("community") << community << QStringLiteral("2.10.5") << QStringLiteral("community-8.9.0");
    QTest::newRow("official") << official << QStringLiteral("3.2.2") << QStringLiteral("official-1.22.0");
}

void TestBootPatch::matchesGolden()
{
    QFETCH(QByteArray, manifests);
    QFETCH(QString, airflow);
    QFETCH(QString, name);
    const auto patched = patchManifests(manifests, factsOf(airflow));
    QVERIFY(patched);
    QCOMPARE(patched->changed, 7);
    const QString base = QStringLiteral(TEST_DATA "/bootpatch/") + name;
    const QString notes = patched->notes.join(u'\n') + u'\n';
    const QString inManifests = goldenDifference(base + QStringLiteral(".patched.yaml"), patched->manifests);
    QVERIFY2(inManifests.isEmpty(), qPrintable(inManifests));
    const QString inDiff = goldenDifference(base + QStringLiteral(".diff"), (notes + patched->diff).toUtf8());
    QVERIFY2(inDiff.isEmpty(), qPrintable(inDiff));
}

void TestBootPatch::changesNothingTwice()
{
    QFETCH(QByteArray, manifests);
    QFETCH(QString, airflow);
    const auto once = patchManifests(manifests, factsOf(airflow));
    QVERIFY(once);
    const auto twice = patchManifests(once->manifests, factsOf(airflow));
    QVERIFY(twice);
    QCOMPARE(twice->changed, 0);
    QCOMPARE(twice->manifests, once->manifests);
    QVERIFY(twice->diff.isEmpty() && twice->notes.isEmpty());
}

void TestBootPatch::neverKillsEarlier()
{
    QFETCH(QByteArray, manifests);
    QFETCH(QString, airflow);
    const auto before = objectsOf(manifests), after = objectsOf(patchManifests(manifests, factsOf(airflow))->manifests);
    QCOMPARE(after.size(), before.size());
    int probes = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const ManifestNode *old = bootPatch::podSpec(before[i]), *now = bootPatch::podSpec(after[i]);
        for (std::size_t c = 0; old && c < old->find("containers")->items.size(); ++c) {
            const ManifestNode &was = old->find("containers")->items[c], &is = now->find("containers")->items[c];
            QCOMPARE(is.find("livenessProbe") != nullptr, was.find("livenessProbe") != nullptr);
            for (const char *kind : {"livenessProbe", "startupProbe"}) {
                if (!was.find(kind))
                    continue;
                QVERIFY(totals(*is.find(kind)).patience >= totals(*was.find(kind)).patience);
                ++probes;
            }
            if (const ManifestNode *liveness = was.find("livenessProbe")) {
                QVERIFY(totals(*is.find("livenessProbe")).delay >= totals(*liveness).delay);
                QCOMPARE(is.find("livenessProbe")->numberAt("periodSeconds", 0), liveness->numberAt("periodSeconds", 0));
                QCOMPARE(is.find("livenessProbe")->numberAt("failureThreshold", 0), liveness->numberAt("failureThreshold", 0));
            }
            // A start-up probe of ours must wait as long as liveness would have.
            if (is.find("startupProbe") && !was.find("startupProbe"))
                QVERIFY(totals(*is.find("startupProbe")).patience >= totals(*was.find("livenessProbe")).patience);
        }
    }
    QVERIFY(probes > 4);
}

void TestBootPatch::keepsOtherObjects()
{
    QFETCH(QByteArray, manifests);
    QFETCH(QString, airflow);
    const auto before = splitManifests(manifests), after = splitManifests(patchManifests(manifests, factsOf(airflow))->manifests);
    QCOMPARE(after.size(), before.size());
    int same = 0;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const bool changed = after[i].bytes.contains("windsock.dev/fast-boot");
        QVERIFY(changed || after[i].bytes == before[i].bytes);
        same += !changed;
    }
    QVERIFY(same >= 14);
}

void TestBootPatch::leavesUnknownAlone()
{
    const QByteArrayList streams{unknownObjects, QByteArray(), "\n", "---\n", "# nothing\n---\n# at all"};
    for (const QByteArray &stream : streams) {
        const auto patched = patchManifests(stream, factsOf(QStringLiteral("2.10.5")));
        QVERIFY(patched);
        QCOMPARE(patched->manifests, stream);
        QCOMPARE(patched->changed, 0);
        QVERIFY(patched->diff.isEmpty() && patched->notes.isEmpty());
    }
}

void TestBootPatch::keepsChartsCheckWithoutHeads()
{
    for (const QByteArray &manifests : {community, official}) {
        const auto patched = patchManifests(manifests, {.airflowImage = QStringLiteral("airflow-local:local")});
        QVERIFY(patched);
        QVERIFY(patched->changed > 0);
        QVERIFY(!patched->manifests.contains("\\\"check\\\":\\\"migrations\\\""));
        const QByteArray command = manifests == community ? "exec airflow db check-migrations -t 60" : "--migration-wait-timeout=60";
        QCOMPARE(patched->manifests.count(command), manifests.count(command));
    }
}

void TestBootPatch::keepsChecksOfOtherImages()
{
    BootFacts facts = factsOf(QStringLiteral("2.10.5"));
    facts.airflowImage = QStringLiteral("other:1"); // the heads are that one's
    const auto patched = patchManifests(community, facts);
    QVERIFY(patched);
    QVERIFY(!patched->manifests.contains("5f2621c13b39"));
}

void TestBootPatch::findsTheImageItself()
{
    BootFacts facts = factsOf(QStringLiteral("2.10.5"));
    facts.airflowImage.clear();
    QCOMPARE(patchManifests(community, facts)->manifests, patchManifests(community, factsOf(QStringLiteral("2.10.5")))->manifests);
}

void TestBootPatch::usesTheImagesEntrypoint()
{
    BootFacts facts = factsOf(QStringLiteral("3.2.2"));
    facts.entrypoint = {QStringLiteral("/my/entry")};
    const auto patched = patchManifests(official, facts);
    QVERIFY(patched);
    QVERIFY(patched->manifests.contains("args:\n            - \"/my/entry\"\n            - \"airflow\""));
    QVERIFY(!patched->manifests.contains("/usr/bin/dumb-init"));
}

void TestBootPatch::patchesLists()
{
    ManifestNode list = ManifestNode::map();
    list.set("apiVersion", ManifestNode::string(QStringLiteral("v1")));
    list.set("kind", ManifestNode::string(QStringLiteral("List")));
    list.set("items", ManifestNode::list()).items = objectsOf(community);
    const auto patched = patchManifests("---\n# all in one\n" + writeManifest(list), factsOf(QStringLiteral("2.10.5")));
    QVERIFY(patched);
    QCOMPARE(patched->changed, 7);
    const auto inList = objectsOf(patched->manifests);
    QCOMPARE(inList.size(), std::size_t(1));
    QVERIFY(inList.front().find("items")->items == objectsOf(patchManifests(community, factsOf(QStringLiteral("2.10.5")))->manifests));
    QVERIFY(patched->manifests.startsWith("---\n# all in one\n"));
}

void TestBootPatch::worksWithoutPgBouncer()
{
    QByteArray without;
    for (const ManifestPiece &piece : splitManifests(community)) {
        if (!piece.bytes.contains("component: pgbouncer"))
            without += piece.bytes;
    }
    const auto patched = patchManifests(without, factsOf(QStringLiteral("2.10.5")));
    QVERIFY(patched);
    QCOMPARE(patched->changed, 6);
    QVERIFY(!patched->manifests.contains("\\\"postgres\\\":")); // one connection decides, nobody stands between
}

void TestBootPatch::leavesChangedChecksAlone_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("another command") << QByteArray("airflow db check-migrations -t 60")
                                     << QByteArray("airflow db check-migrations -t 60 && ./mine");
    QTest::newRow("no number") << QByteArray("check-migrations -t 60") << QByteArray("check-migrations -t $WAIT");
    QTest::newRow("for ever") << QByteArray("check-migrations -t 60") << QByteArray("check-migrations -t 0");
}

void TestBootPatch::leavesChangedChecksAlone()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const auto patched = patchManifests(QByteArray(community).replace(from, to), factsOf(QStringLiteral("2.10.5")));
    QVERIFY(patched);
    QCOMPARE(patched->manifests.count(to), community.count(from));
    const QByteArray waitsForRevision = "\\\"check\\\":\\\"migrations\\\"";
    QVERIFY(patchManifests(community, factsOf(QStringLiteral("2.10.5")))->manifests.contains(waitsForRevision));
    QVERIFY(!patched->manifests.contains(waitsForRevision));
}

void TestBootPatch::hidesSecrets()
{
    QByteArray manifests = official;
    manifests.replace("- 'admin'\n          env:", "- 'canary-login'\n          env:\n            - {name: TOKEN, value: canary-env}");
    manifests.replace("postgres-password: \"", "postgres-password: \"canary-data");
    QCOMPARE(manifests.count("canary"), 3);
    const auto patched = patchManifests(manifests, factsOf(QStringLiteral("3.2.2")));
    QVERIFY(patched);
    QCOMPARE(patched->manifests.count("canary"), 3);
    QVERIFY(!patched->diff.contains(QStringLiteral("canary")));
}

void TestBootPatch::refusesInvalidYaml()
{
    const auto patched = patchManifests(community + "\n---\nkind: [\n", factsOf(QStringLiteral("2.10.5")));
    QVERIFY(!patched);
    QCOMPARE(patched.error().code, Error::Code::BadInput);
    QVERIFY(patched.error().place.line > community.count('\n'));
    QVERIFY(!patchManifests("a: \"unclosed\n", {}));
    QVERIFY(!patchManifests("\ta: 1\n", {}));
}

void TestBootPatch::factsSurviveJson()
{
    for (const QString &airflow : {QStringLiteral("2.10.5"), QStringLiteral("3.2.2"), QStringLiteral("unknown")}) {
        BootFacts facts = factsOf(airflow);
        facts.entrypoint = {QStringLiteral("/my entry"), QStringLiteral("--")};
        const auto again = BootFacts::fromJson(facts.toJson());
        QVERIFY(again);
        QVERIFY(*again == facts);
    }
}

void TestBootPatch::refusesBadFacts_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half") << QByteArray("{\"airflowImage\": \"a");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("bad heads") << QByteArray(R"({"airflowImage": "a", "heads": {"heads": ["x y"]}})");
}

void TestBootPatch::refusesBadFacts()
{
    QFETCH(QByteArray, json);
    QVERIFY(!BootFacts::fromJson(json));
}

QTEST_GUILESS_MAIN(TestBootPatch)
#include "tst_BootPatch.moc"
