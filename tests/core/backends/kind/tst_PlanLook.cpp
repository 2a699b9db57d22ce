// SPDX-License-Identifier: Apache-2.0
// What a dry run prints is what a run would do with what is there now; looking changes nothing.
#include "tests/core/backends/kind/PlanTest.h"

#include <QtTest>

using namespace windsock;
using namespace std::chrono_literals;
using Owner = KindBench::Owner;

class tst_PlanLook : public PlanTest
{
    Q_OBJECT
private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void previewsFollowTheLook_data();
    void previewsFollowTheLook();
    void nothingToRun();
    void helmThatTakesNoPrograms();
    void changedFiles();
    void imageThatIsGone();
    void somebodyElsesCluster_data();
    void somebodyElsesCluster();
    void engineThatSaysNothing();
    void canceled();
    void hungEngineIsAskedOnce();

private:
    QStringList changesShown(const Plan &plan) const;
    bool hasLooked(const Plan &plan);
    void startItFirst();
};

// What every command that would change something is about.
QStringList tst_PlanLook::changesShown(const Plan &plan) const
{
    static const QStringList words{"build", "create", "delete", "start", "stop", "pause", "unpause", "save", "upgrade"};
    QStringList shown;
    for (const Step &step : plan.steps) {
        for (const Command &command : step.preview ? step.preview() : QList<Command>{}) {
            const auto word =
                std::find_if(command.args.begin(), command.args.end(), [](const QString &arg) { return words.contains(arg); });
            if (word != command.args.end())
                shown += toolName(command.tool) + u' ' + *word;
        }
    }
    return shown;
}

bool tst_PlanLook::hasLooked(const Plan &plan)
{
    return plan.look && await(plan.look({})).has_value();
}

void tst_PlanLook::startItFirst()
{
    begin(Intent::Start);
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(m_run->result(), qPrintable(error().report()));
}

void tst_PlanLook::previewsFollowTheLook_data()
{
    QTest::addColumn<QByteArray>("recorded"); // empty: there is no node
    QTest::addColumn<bool>("halfMade");
    QTest::addColumn<Intent>("intent");
    QTest::addColumn<QStringList>("shown");
    const QByteArray none, up("node"), off("exited"), frozen("paused");
    const auto row = [](const char *name, const QByteArray &recorded, Intent intent, const QStringList &shown, bool halfMade = false) {
        QTest::newRow(name) << recorded << halfMade << intent << shown;
    };
    row("start, nothing there", none, Intent::Start, {"docker build", "kind create", "docker save", "helm upgrade"});
    row("start, stopped", off, Intent::Start, {"docker build", "docker start", "docker save", "helm upgrade"});
    row("start, paused", frozen, Intent::Start, {"docker build", "docker unpause", "docker save", "helm upgrade"});
    row("start, up without Airflow", up, Intent::Start, {"docker build", "docker save", "helm upgrade"});
    row("start, half made", up, Intent::Start, {"docker build", "kind delete", "kind create", "docker save", "helm upgrade"}, true);
    row("reset, up", up, Intent::Reset, {"kind delete", "docker build", "kind create", "docker save", "helm upgrade"});
    row("reset, nothing there", none, Intent::Reset, {"docker build", "kind create", "docker save", "helm upgrade"});
    row("pause, up", up, Intent::Pause, {"docker pause"});
    row("pause, paused", frozen, Intent::Pause, {});
    row("pause, stopped", off, Intent::Pause, {});
    row("pause, nothing there", none, Intent::Pause, {});
    row("stop, up", up, Intent::Stop, {"docker stop"});
    row("stop, paused", frozen, Intent::Stop, {"docker unpause", "docker stop"});
    row("stop, stopped", off, Intent::Stop, {});
    row("delete, stopped", off, Intent::Delete, {"kind delete"});
    row("delete, nothing there", none, Intent::Delete, {});
}

void tst_PlanLook::previewsFollowTheLook()
{
    QFETCH(QByteArray, recorded);
    QFETCH(bool, halfMade);
    QFETCH(Intent, intent);
    if (!recorded.isEmpty())
        m_bench->haveNode(recorded, Owner::Us);
    m_bench->haveKubeconfig();
    if (halfMade)
        QVERIFY(beginCreation(m_bench->places));
    const Plan plan = planFor(intent);
    const QStringList files = m_bench->folder.files();
    QVERIFY(hasLooked(plan));
    QTEST(changesShown(plan), "shown");
    QCOMPARE(m_bench->folder.files(), files);
    QCOMPARE(m_bench->changes(), QStringList());
    for (const FakeRequest &request : m_bench->api.requests())
        QCOMPARE(request.method, QByteArray("GET"));
}

void tst_PlanLook::nothingToRun()
{
    startItFirst();
    for (const Intent intent : {Intent::Start, Intent::Reset}) {
        const Plan plan = planFor(intent);
        QVERIFY(hasLooked(plan));
        // The image is built: what goes with a Reset is the cluster.
        QCOMPARE(changesShown(plan),
                 intent == Intent::Start ? QStringList() : QStringList({"kind delete", "kind create", "docker save", "helm upgrade"}));
        QString all;
        for (const Step &step : plan.steps) {
            for (const Command &command : step.preview ? step.preview() : QList<Command>{})
                all += command.shown() + u'\n';
        }
        if (intent == Intent::Reset)
            QVERIFY2(all.contains("docker save") && all.contains(contentTag(KindBench::image)), qPrintable(all));
    }
}

// Helm 4 takes post-renderers as plugins only: neither the command nor the diff tells of a fast boot.
void tst_PlanLook::helmThatTakesNoPrograms()
{
    m_bench->runner.on(Tool::Helm, {"template"}, {.out = KindBench::data("bootpatch/community-8.9.0.yaml")});
    for (const bool takesPrograms : {true, false}) {
        if (!takesPrograms)
            m_bench->runner.on(Tool::Helm, {"version"}, {.out = "v4.0.1+g0123456\n"});
        const Plan plan = planFor(Intent::Start);
        QVERIFY(hasLooked(plan));
        const auto install = std::find_if(plan.steps.begin(), plan.steps.end(), [](const Step &step) { return step.id == "install"; });
        QVERIFY(install != plan.steps.end() && install->preview().size() == 1);
        QCOMPARE(install->preview()[0].args.contains("--post-renderer"), takesPrograms);
        const auto diff = await(plan.diff({}));
        QVERIFY(diff);
        QCOMPARE(!diff->isEmpty(), takesPrograms);
    }
}

void tst_PlanLook::changedFiles()
{
    m_bench->haveRunningAirflow("other inputs");
    const Plan plan = planFor(Intent::Start);
    QVERIFY(hasLooked(plan));
    QCOMPARE(changesShown(plan), QStringList({"docker build", "docker save", "helm upgrade"}));
}

// What was built is only remembered: `docker image rm` asks nobody here.
void tst_PlanLook::imageThatIsGone()
{
    startItFirst();
    m_bench->inspected.clear();
    m_bench->runner.once(Tool::Docker, {"image", "inspect", KindBench::image}, {.out = "[]\n", .err = "No such image", .exitCode = 1});
    const Plan plan = planFor(Intent::Start);
    QVERIFY(hasLooked(plan));
    QVERIFY(changesShown(plan).contains("docker build"));
}

void tst_PlanLook::somebodyElsesCluster_data()
{
    QTest::addColumn<Intent>("intent");
    for (const Intent intent : {Intent::Start, Intent::Reset, Intent::Restart, Intent::Pause, Intent::Stop, Intent::Delete})
        QTest::newRow(qPrintable(intentName(intent))) << intent;
}

void tst_PlanLook::somebodyElsesCluster()
{
    QFETCH(Intent, intent);
    m_bench->haveNode("node", Owner::AnotherWorkspace);
    const Plan plan = planFor(intent);
    const auto looked = await(plan.look({}));
    QVERIFY(!looked);
    QCOMPARE(looked.error().rule, "name.taken");
    QVERIFY(m_bench->api.requests().isEmpty());
}

// A dry run needs no engine: then it prints what a first start would run.
void tst_PlanLook::engineThatSaysNothing()
{
    m_bench->runner.on(Tool::Docker, {"container", "inspect"}, {.err = "Cannot connect to the Docker daemon", .exitCode = 1});
    m_bench->runner.on(Tool::Docker, {"image", "inspect"}, {.err = "Cannot connect to the Docker daemon", .exitCode = 1});
    const Plan start = planFor(Intent::Start), stop = planFor(Intent::Stop), remove = planFor(Intent::Delete);
    const Plan reset = planFor(Intent::Reset);
    QVERIFY(hasLooked(start) && hasLooked(stop) && hasLooked(remove) && hasLooked(reset));
    QCOMPARE(changesShown(start), QStringList({"docker build", "kind create", "docker save", "helm upgrade"}));
    QCOMPARE(changesShown(stop), QStringList({"docker unpause", "docker stop"}));
    QCOMPARE(changesShown(remove), QStringList{"kind delete"});
    QVERIFY(changesShown(reset).contains("kind delete"));
}

void tst_PlanLook::canceled()
{
    m_bench->runner.on(Tool::Docker, {"container", "inspect"}, {.hangs = true});
    for (const Intent intent : {Intent::Start, Intent::Stop}) {
        const Plan plan = planFor(intent);
        const Cancel cancel;
        const Async<> looked = plan.look(cancel);
        cancel.request();
        const auto result = await(looked);
        QVERIFY(!result && result.error().isCancel());
    }
}

// Whoever has waited once for an engine that hangs need not wait for it again.
void tst_PlanLook::hungEngineIsAskedOnce()
{
    const Error late{.code = Error::Code::Timeout, .what = "docker did not end within 10 s"};
    m_bench->runner.on(Tool::Docker, {"container", "inspect"}, {.error = late});
    m_bench->runner.on(Tool::Docker, {"image", "inspect"}, {.hangs = true});
    begin(Intent::Start);
    WAIT_FOR(m_run->isFinished());
    QCOMPARE(error().rule, "engine.silent");
    QVERIFY2(error().why.contains("10 s"), qPrintable(error().report()));
    const auto offersMode = [](const Remedy &remedy) { return remedy.id == "mode.change"; };
    const QList<Remedy> remedies = error().remedies;
    QVERIFY(std::any_of(remedies.begin(), remedies.end(), offersMode));
    QCOMPARE(m_bench->runner.count(Tool::Docker, {"info"}), 0);
    QCOMPARE(m_bench->changes(), QStringList());
}

QTEST_GUILESS_MAIN(tst_PlanLook)
#include "tst_PlanLook.moc"
