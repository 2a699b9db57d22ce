// SPDX-License-Identifier: Apache-2.0
// A workspace and everything around it that the kind backend talks to, played: docker, kind and helm by a ScriptedRunner
// whose children end when `children` is moved, the API server by a server of ours behind TLS. Recorded answers throughout.
#pragma once

#include "core/backends/kind/KindProbe.h"
#include "core/backends/kind/NodeControl.h"
#include "core/backends/kind/Ownership.h"
#include "core/backends/kind/ReleaseInputs.h"
#include "core/process/ToolFinder.h"
#include "core/tools/HostPorts.h"
#include "core/workspace/KindConfig.h"
#include "core/workspace/WorkspaceTemplates.h"
#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"
#include "tests/support/FakeHttpServer.h"
#include "tests/support/ScriptedRunner.h"
#include "tests/support/TempWorkspace.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace windsock {

class KindBench
{
public:
    enum class Owner { Us, AnotherWorkspace, Nobody };
    inline static const QString image = QStringLiteral("sha256:fa61c53c1780141b0a81f7ad0c2d9ef47a1c9afda721929db2101fb3c02f6330");
    inline static const QString webPod = QStringLiteral("airflow-local-web-8c84445d4-qr9qb");
    inline static const QByteArray userLogPath =
        "/api/v1/namespaces/default/pods/airflow-local-sync-users-755cf79b65-srcsv/log?watch"; // of the recorded community chart
    inline static const QByteArray podsPath = "/api/v1/namespaces/default/pods";
    inline static const QByteArray secretsPath = "/api/v1/namespaces/default/secrets";
    inline static const QByteArray jobsPath = "/apis/batch/v1/namespaces/default/jobs";
    inline static const QByteArray nodePath = "/api/v1/nodes/airflow-control-plane";

    explicit KindBench(Clock &time)
        : api(serverTls()), workspace(made(folder)), clock(time),
          tools({.ownFolder = QStringLiteral(BUILD_ROOT "/faketools")}), session{.runner = runner,
                                                                                 .clock = clock,
                                                                                 .tools = tools,
                                                                                 .paths = Paths::under(QDir(folder.path("home"))),
                                                                                 .program = "/bin/false"},
          places(KindPlaces::of(workspace, session.paths)), probe(session)
    {
        playDocker();
        playTools();
        playApi();
    }

    // What `docker inspect` shows from now on, as recorded from a node in this state ("node", "paused", "exited").
    void haveNode(const QByteArray &recorded, Owner owner)
    {
        QJsonObject node = QJsonDocument::fromJson(data("tools/docker-inspect-" + recorded + "-28.2.2.json")).array()[0].toObject();
        const QJsonArray apiPort{QJsonObject{{"HostIp", "127.0.0.1"}, {"HostPort", QString::number(api.port())}}};
        node["Name"] = u'/' + places.container;
        QJsonArray mounts = node["Mounts"].toArray();
        const QString mark = owner == Owner::Us ? places.ownerMark : folder.write("other.owner", "/home/sam/other\n");
        if (owner != Owner::Nobody)
            mounts += QJsonObject{{"Type", "bind"}, {"Source", mark}, {"Destination", ownerMarkInNode}, {"RW", false}};
        node["Mounts"] = mounts;
        for (const char *section : {"HostConfig", "NetworkSettings"}) {
            QJsonObject outer = node[QLatin1String(section)].toObject();
            const QString key =
                QLatin1String(section) == QLatin1String("HostConfig") ? QStringLiteral("PortBindings") : QStringLiteral("Ports");
            QJsonObject ports = outer[key].toObject();
            ports["6443/tcp"] = apiPort;
            outer[key] = ports;
            node[QLatin1String(section)] = outer;
        }
        inspected = QJsonDocument(QJsonArray{node}).toJson();
    }
    void haveKubeconfig() const
    {
        QByteArray text = data("kube/kubeconfig-loopback.yaml");
        text.replace("127.0.0.1:6443", "127.0.0.1:" + QByteArray::number(api.port()));
        QDir().mkpath(places.state.absolutePath());
        QFile file(places.kubeconfig);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("No kubeconfig could be written");
    }
    // `labelled`: the revision that our labels were given for; 0: this one.
    void haveRelease(const QByteArray &status, int revision, const QString &inputs, int labelled = 0)
    {
        const QByteArray number = QByteArray::number(revision);
        const QJsonObject labels{{"name", "airflow-local"},
                                 {"owner", "helm"},
                                 {"status", QString::fromLatin1(status)},
                                 {"version", QString::fromLatin1(number)},
                                 {revisionLabel, QString::number(labelled > 0 ? labelled : revision)},
                                 {inputsLabel, inputs}};
        const QString name = QStringLiteral("sh.helm.release.v1.airflow-local.v") + QString::fromLatin1(number);
        const QJsonObject meta{{"name", name}, {"namespace", "default"}, {"labels", labels}};
        const QJsonObject list{{"metadata", QJsonObject{{"resourceVersion", "7"}}}, {"items", QJsonArray{QJsonObject{{"metadata", meta}}}}};
        replace(secretsPath, FakeReply::json(QJsonDocument(list).toJson()));
    }
    void havePods(const QByteArray &recorded)
    {
        replace(podsPath, FakeReply::json(data("kube/pods-" + recorded + ".json")));
        replace(podsPath + '/' + webPod.toLatin1() + ":8080/proxy/health", FakeReply::json(data("airflow/health-2.10.5.json")));
    }
    // A cluster that this workspace made, with Airflow healthy in it.
    void haveRunningAirflow(const QString &inputs)
    {
        haveNode("node", Owner::Us);
        haveKubeconfig();
        haveRelease("deployed", 1, inputs);
        havePods("running-community-8.9.0");
    }
    void replace(const QByteArray &route, const FakeReply &reply)
    {
        api.forget(route);
        api.on(route, reply);
    }
    static QByteArray data(const QByteArray &name)
    {
        QFile file(QStringLiteral(TEST_DATA "/") + QString::fromLatin1(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", name.constData());
        return file.readAll();
    }

    // Free, and another one in each test program: they run side by side.
    static int anyPort()
    {
        const int from = 10000 + int(QCoreApplication::applicationPid() * 13 % 20000);
        return nextFreePort(from).value_or(from);
    }

    // Commands that change something: none of them may run where nothing may be changed.
    QStringList changes() const
    {
        QStringList found;
        const QStringList words{"create", "delete", "start",   "stop",     "pause",     "unpause", "rm",
                                "build",  "tag",    "upgrade", "rollback", "uninstall", "push",    "import"};
        for (const Command &command : runner.commands()) {
            if (std::any_of(words.begin(), words.end(), [&command](const QString &word) { return command.args.contains(word); }))
                found += command.shown();
        }
        return found;
    }
    // The first command that could reach a cluster which is not ours: empty, or the command.
    QString stray(const QList<Command> &commands) const
    {
        for (const Command &command : commands) {
            const QString context = command.tool == Tool::Helm ? QStringLiteral("--kube-context") : QStringLiteral("--context");
            const bool named = argsHold(command.args, {"--kubeconfig", places.kubeconfig});
            const bool asksVersion = command.args.value(0) == QLatin1String("version");
            const bool isKube = command.tool == Tool::Helm || command.tool == Tool::Kubectl;
            if (isKube && !asksVersion && !(named && argsHold(command.args, {context, places.context})))
                return command.shown();
            if (command.tool == Tool::Kind && !asksVersion && !named && command.environment.value("KUBECONFIG") != places.kubeconfig)
                return command.shown();
        }
        return {};
    }

    TempWorkspace folder;
    FakeClock children; // that the scripted children's delays run on
    ScriptedRunner runner{&children};
    FakeHttpServer api;
    const Workspace workspace;
    Clock &clock;
    ToolFinder tools;
    KindSession session;
    const KindPlaces places;
    KindProbe probe;
    QByteArray inspected;        // of the node; empty: there is none
    QStringList imageEntrypoint; // of the image that is built
    std::chrono::seconds buildTakes{0}, createTakes{0}, loadTakes{0}, installTakes{0};

private:
    static QSslConfiguration serverTls()
    {
        const auto config = Kubeconfig::parse(data("kube/kubeconfig-loopback.yaml"), "kubeconfig", "kind-airflow");
        const auto tls = config ? Tls::fromIdentity(config->identity) : Result<Tls>(config.error());
        if (!tls)
            qFatal("%s", qPrintable(tls.error().report()));
        QSslConfiguration server = tls->configuration();
        server.setPeerVerifyMode(QSslSocket::VerifyNone);
        return server;
    }
    static Workspace made(const TempWorkspace &folder)
    {
        const auto files = createWorkspace(folder.path("demo"), ChartFlavor::Community, {.webPort = anyPort()});
        auto opened = files ? Workspace::open(folder.path("demo")) : Result<Workspace>(files.error());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().report()));
        return std::move(*opened);
    }
    static bool fits(const Command &command, Tool tool, const QStringList &words)
    {
        return command.tool == tool && argsHold(command.args, words);
    }
    void play(Tool tool, const QStringList &words, ScriptedRunner::Answer answer)
    {
        runner.when([tool, words](const Command &command) { return fits(command, tool, words); }, std::move(answer));
    }
    void playDocker()
    {
        // No disk of this machine is looked at.
        QByteArray info = data("tools/docker-info-28.2.2.json");
        info.replace("/var/lib/docker", "/nonexistent");
        runner.on(Tool::Docker, {"info"}, {.out = info});
        runner.on(Tool::Docker, {"version"}, {.out = data("tools/docker-version-28.2.2.json")});
        runner.on(Tool::Docker, {"buildx", "version"}, {.out = "github.com/docker/buildx v0.20.0\n"});
        runner.on(Tool::Docker, {"ps"});
        runner.on(Tool::Docker, {"image", "inspect"}, {.out = "[]\n", .err = "Error: No such image", .exitCode = 1});
        runner.on(Tool::Docker, {"image", "inspect", "apache/airflow:*"}, {.out = data("tools/docker-image-inspect-28.2.2.json")});
        runner.on(Tool::Docker, {"image", "tag"});
        for (const QString &name : {QStringLiteral("airflow-local:local"), image}) {
            play(Tool::Docker, {"image", "inspect", name}, [this](const Command &) { return inspectedImage(); });
        }
        play(Tool::Docker, {"build"}, [this](const Command &) {
            m_built = true;
            return ScriptedReply{.delay = buildTakes};
        });
        play(Tool::Docker, {"container", "inspect"}, [this](const Command &) {
            return inspected.isEmpty() ? ScriptedReply{.out = "[]\n", .err = "Error: No such container", .exitCode = 1}
                                       : ScriptedReply{.out = inspected};
        });
        runner.on(Tool::Docker, {"run"}, {.err = "no python here", .exitCode = 127}); // the heads stay unknown
        playImageStore();
        runner.on(Tool::Docker, {"exec", "iptables-save*"}, {.out = ":KUBE-SVC-TCOU7JCQXEZGVUNU - [0:0]\n"});
    }
    // A node that was there has the image, and takes its time to say so; one that this run makes is sent it.
    void playImageStore()
    {
        play(Tool::Docker, {"exec", "crictl", "images"}, [this](const Command &) {
            const QJsonArray names{QStringLiteral("docker.io/library/airflow-local:") + contentTag(image)};
            const QJsonObject held{{"id", image}, {"repoTags", names}};
            const QByteArray list = QJsonDocument(QJsonObject{{"images", QJsonArray{held}}}).toJson();
            return ScriptedReply{.out = list, .delay = m_imported ? std::chrono::seconds(0) : loadTakes};
        });
        play(Tool::Docker, {"exec", "images", "import"}, [this](const Command &) {
            m_imported = true;
            return ScriptedReply{.delay = loadTakes};
        });
        runner.on(Tool::Docker, {"save"}, {.out = data("image/docker-20.10-save.tar")});
        runner.on(Tool::Docker, {"exec", "config", "dump"});
        runner.on(Tool::Docker, {"exec", "images", "check"}, {.out = "airflow-local complete (4/4) 6.0 KiB/6.0 KiB true\n"});
    }
    ScriptedReply inspectedImage() const
    {
        const QJsonObject found{{"Id", image},
                                {"RepoTags", QJsonArray{"airflow-local:local"}},
                                {"Architecture", "amd64"},
                                {"Os", "linux"},
                                {"Config", QJsonObject{{"Entrypoint", QJsonArray::fromStringList(imageEntrypoint)}}}};
        return m_built ? ScriptedReply{.out = QJsonDocument(QJsonArray{found}).toJson()} : ScriptedReply{.out = "[]\n", .exitCode = 1};
    }
    void playTools()
    {
        runner.on(Tool::Kind, {"version"}, {.out = data("tools/kind-version-0.27.0.txt")});
        runner.on(Tool::Helm, {"version"}, {.out = data("tools/helm-version-3.19.4.txt")});
        runner.on(Tool::Kubectl, {"version"}, {.out = data("tools/kubectl-version-1.32.2.json")});
        play(Tool::Kind, {"create", "cluster"}, [this](const Command &) {
            haveNode("node", Owner::Us);
            haveKubeconfig();
            return ScriptedReply{.out = data("tools/kind-create-ok-0.27.0.txt"), .delay = createTakes};
        });
        play(Tool::Kind, {"delete", "cluster"}, [this](const Command &) {
            inspected.clear();
            return ScriptedReply{};
        });
        play(Tool::Helm, {"upgrade"}, [this](const Command &command) {
            const QString label = command.args.value(command.args.indexOf("--labels") + 1);
            haveRelease("deployed", 1, label.section(u'=', 1, 1).section(u',', 0, 0));
            havePods("running-community-8.9.0");
            return ScriptedReply{.delay = installTakes};
        });
    }
    void playApi()
    {
        const FakeReply none = FakeReply::json(R"({"metadata": {"resourceVersion": "1"}, "items": []})");
        api.on("/readyz", {.body = "ok"});
        for (const QByteArray &path : {podsPath, secretsPath, QByteArray("/apis/apps/v1/namespaces/default/deployments"),
                                       QByteArray("/apis/apps/v1/namespaces/default/statefulsets"), jobsPath})
            api.on(path, none);
        api.on(podsPath + "?watch", FakeReply::stream());
        api.on(userLogPath, FakeReply::stream("INFO - BEGIN: airflow users sync\nINFO - END: airflow users sync\n"));
        api.on(nodePath, FakeReply::json(R"({"metadata": {"name": "airflow-control-plane"}, "spec": {}})"));
        api.on("PATCH " + nodePath, FakeReply::json(R"({"metadata": {"name": "airflow-control-plane"}, "spec": {}})"));
    }
    bool m_built = false;
    bool m_imported = false; // the image, into the node
};

} // namespace windsock
