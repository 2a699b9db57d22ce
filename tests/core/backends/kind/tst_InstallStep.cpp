// SPDX-License-Identifier: Apache-2.0
// What has to be put right before Helm runs, and what decides whether it runs at all.
#include "core/backends/kind/BootPreview.h"
#include "tests/core/backends/kind/PlanTest.h"

using namespace windsock;

class tst_InstallStep : public PlanTest
{
    Q_OBJECT
private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void pendingReleaseIsRepaired();
    void jobsGoBeforeTheUpgrade();
    void baseWithOnBuildIsLookedAtWhole();
    void ownEntrypointIsKept();
    void ownLogsAreOpened();
    void bootPatchIsShownBeforehand();
    void noBootPatchToShow();
};

void tst_InstallStep::pendingReleaseIsRepaired()
{
    m_bench->haveRunningAirflow("inputs");
    m_bench->haveRelease("pending-upgrade", 3, "inputs");
    const QByteArray record = KindBench::secretsPath + "/sh.helm.release.v1.airflow-local.v3";
    m_bench->api.on("DELETE " + record, FakeReply::json("{}"));
    int removedBefore = -1;
    m_bench->runner.when([](const Command &command) { return command.tool == Tool::Helm && command.args.contains("upgrade"); },
                         [this, &removedBefore, record](const Command &) {
                             removedBefore = m_bench->api.count("DELETE " + record);
                             return ScriptedReply{};
                         });
    begin(Intent::Start);
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(m_run->result(), qPrintable(error().report()));
    QCOMPARE(removedBefore, 1);
    QCOMPARE(m_bench->api.count("DELETE " + record), 1);
}

// Kubernetes refuses to change a Job, so Helm would fail; hooks and what others made are not ours to delete.
void tst_InstallStep::jobsGoBeforeTheUpgrade()
{
    m_bench->haveRunningAirflow("other inputs");
    const auto job = [](const char *name, const QByteArray &annotations) {
        return QByteArray(R"({"metadata": {"namespace": "default", "name": ")") + name + R"(", "annotations": {)" + annotations + "}}}";
    };
    const QByteArray jobs = job("airflow-local-run-airflow-migrations", R"("meta.helm.sh/release-name": "airflow-local")") + ','
                            + job("airflow-local-hook", R"("helm.sh/hook": "post-upgrade")") + ','
                            + job("other", R"("meta.helm.sh/release-name": "other")") + ',' + job("mine", "");
    m_bench->replace(KindBench::jobsPath, FakeReply::json(R"({"metadata": {"resourceVersion": "7"}, "items": [)" + jobs + "]}"));
    const QByteArray removal = "DELETE " + KindBench::jobsPath + "/airflow-local-run-airflow-migrations";
    m_bench->api.on(removal, FakeReply::json("{}"));
    int removedBefore = -1;
    m_bench->runner.when([](const Command &command) { return command.tool == Tool::Helm && command.args.contains("upgrade"); },
                         [this, &removedBefore, removal](const Command &) {
                             removedBefore = m_bench->api.count(removal);
                             return ScriptedReply{};
                         });
    begin(Intent::Start);
    WAIT_FOR(m_bench->runner.count(Tool::Helm, {"upgrade"}) == 1);
    QCOMPARE(removedBefore, 1);
    QVERIFY(m_bench->api.last(removal).query.contains("propagationPolicy=Background")); // with its pods
    for (const char *name : {"/airflow-local-hook", "/other", "/mine"})
        QCOMPARE(m_bench->api.count("DELETE " + KindBench::jobsPath + name), 0);
}

// What such a base copies stands in no Dockerfile of ours: any file of the context may matter.
void tst_InstallStep::baseWithOnBuildIsLookedAtWhole()
{
    m_bench->folder.write("demo/.dockerignore", "logs\n");
    const auto buildsAfterAChange = [this](const QByteArray &onBuild) {
        QByteArray base = KindBench::data("tools/docker-image-inspect-28.2.2.json");
        base.replace("\"OnBuild\": null", "\"OnBuild\": " + onBuild);
        m_bench->runner.on(Tool::Docker, {"image", "inspect", "apache/airflow:*"}, {.out = base});
        for (const QByteArray &text : {QByteArray("one"), QByteArray("two")}) {
            m_bench->folder.write("demo/notes.txt", text + onBuild);
            begin(Intent::Start);
            if (!QTest::qWaitFor([this] { return m_run->isFinished(); }, 10000) || !m_run->result())
                return -1;
        }
        return m_bench->runner.count(Tool::Docker, {"build"});
    };
    QCOMPARE(buildsAfterAChange("null"), 1);
    QCOMPARE(buildsAfterAChange(R"(["COPY . /app"])"), 3); // both were new
}

void tst_InstallStep::ownEntrypointIsKept()
{
    m_bench->imageEntrypoint = {"/usr/bin/env", "my-entrypoint"};
    begin(Intent::Start);
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(m_run->result(), qPrintable(error().report()));
    QFile facts(m_bench->places.bootFacts);
    QVERIFY(facts.open(QIODevice::ReadOnly));
    QVERIFY(facts.readAll().contains("my-entrypoint"));
}

void tst_InstallStep::ownLogsAreOpened()
{
    const QString logs = m_bench->folder.path("demo/logs");
    const QFile::Permissions all = QFile::Permissions(0x7755);
    QVERIFY(QFile::setPermissions(logs, all));
    const auto text = [this] {
        for (int at = 0; at < m_run->plan().steps.size(); ++at) {
            if (m_run->plan().steps[at].id == QLatin1String("install"))
                return m_run->progress(at).text;
        }
        return QString();
    };
    begin(Intent::Start);
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(m_run->result(), qPrintable(error().report()));
    QVERIFY2(text().contains("./logs: opened for Airflow's user"), qPrintable(text()));
    QVERIFY(QFile::permissions(logs).testFlag(QFile::WriteGroup)); // of group 0 where it is that group's, else of all
    begin(Intent::Start);                                          // once is enough
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(!text().contains("opened"), qPrintable(text()));
}

// Helm renders what it would install, with the same flags; nobody else is asked.
void tst_InstallStep::bootPatchIsShownBeforehand()
{
    m_bench->session.chartMirror = QStringLiteral("https://mirror.invalid/charts");
    m_bench->runner.on(Tool::Helm, {"template", "--no-hooks"}, {.out = KindBench::data("bootpatch/community-8.9.0.yaml")});
    const auto diff = await(previewBootPatch(std::make_shared<StartFacts>(m_bench->workspace, m_bench->session), this, {}));
    QVERIFY2(diff, qPrintable(diff ? QString() : diff.error().report()));
    QVERIFY2(diff->startsWith("# ") && diff->contains("\n+++ Deployment/airflow-db-migrations (fast boot)\n"), diff->constData());
    QCOMPARE(m_bench->runner.commands().size(), 1);
    const QStringList args = m_bench->runner.commands().last().args;
    QVERIFY(argsHold(args, {"--repo", m_bench->session.chartMirror, "--values", QStringLiteral("*/demo/local.values.yaml")}));
    QVERIFY(!args.contains("--post-renderer"));
    QCOMPARE(m_bench->stray(m_bench->runner.commands()), QString());
}

void tst_InstallStep::noBootPatchToShow()
{
    m_bench->runner.on(Tool::Helm, {"template"}, {.err = "Error: dial tcp: lookup mirror.invalid: no such host\n", .exitCode = 1});
    const auto facts = std::make_shared<StartFacts>(m_bench->workspace, m_bench->session);
    const auto unreachable = await(previewBootPatch(facts, this, {}));
    QVERIFY(!unreachable && !unreachable.error().what.isEmpty());
    QByteArray settings = m_bench->folder.read("demo/windsock.yaml");
    m_bench->folder.write("demo/windsock.yaml", settings.replace("fastBoot: true", "fastBoot: false"));
    const auto plain = Workspace::open(m_bench->folder.path("demo"));
    QVERIFY(plain && !plain->fastBoot());
    const auto none = await(previewBootPatch(std::make_shared<StartFacts>(*plain, m_bench->session), this, {}));
    QVERIFY(none && none->isEmpty());
    // What is there already would not be installed again.
    facts->look.release = ReleaseFacts{.status = QStringLiteral("deployed"), .inputs = facts->releaseInputs()};
    const auto same = await(previewBootPatch(facts, this, {}));
    QVERIFY(same && same->isEmpty());
    QCOMPARE(m_bench->runner.commands().size(), 1); // nobody was asked for these two
}

QTEST_GUILESS_MAIN(tst_InstallStep)
#include "tst_InstallStep.moc"
