// SPDX-License-Identifier: Apache-2.0
// The real program in a folder of its own, with fake tools in PATH that play a scenario, and what came of it.
#pragma once

#include "tests/support/TempWorkspace.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>

#include <algorithm>
#include <csignal>

namespace windsock {

// Rules for a scenario: an engine that has no node for the workspace …
inline const QByteArray noCluster = "on docker container inspect\nout []\nerr Error response from daemon: No such container\nexit 1\n";
// … and is on this kernel, so that owners and modes mean what they say.
inline QByteArray nativeEngine()
{
    QFile recorded(QStringLiteral(TEST_DATA "/tools/docker-info-28.2.2.json"));
    if (!recorded.open(QIODevice::ReadOnly))
        qFatal("No recorded engine");
    QByteArray info = QJsonDocument::fromJson(recorded.readAll()).toJson(QJsonDocument::Compact);
    info.replace("/var/lib/docker", "/nonexistent");
    return noCluster + "on docker info\nout " + info.replace('\\', "\\\\") + '\n';
}

struct Outcome
{
    int code = -1; // -1: did not end by itself
    QByteArray out, err;
    QByteArray all() const { return out + err; }
};

class CommandLine
{
public:
    // Tools in the versions that Windsock knows, an engine that is not there; rules of `scenario` go before these.
    explicit CommandLine(const QByteArray &scenario = {})
    {
        m_folder.write("scenario", scenario + R"(on docker version
out {"Client":{"Version":"28.2.2"},"Server":null}
err Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?
exit 1
on docker buildx version
exit 1
on docker
err Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?
exit 1
on kind version
out kind v0.27.0 go1.23.6 linux/amd64
on helm version
outn v3.19.4
on kubectl version
out {"clientVersion":{"gitVersion":"v1.32.2"}}
)");
        environment.insert("PATH", QStringLiteral(BUILD_ROOT "/faketools:/usr/bin:/bin"));
        environment.insert("HOME", m_folder.makeFolder("user"));
        environment.insert("LANG", "C.UTF-8");
        environment.insert("TERM", "xterm-256color");
        for (const auto &[name, file] : {std::pair{"WINDSOCK_HOME", "home"},
                                         {"WINDSOCK_LEDGER", "ledger"},
                                         {"WINDSOCK_SCENARIO", "scenario"},
                                         {"WINDSOCK_RECORD", "record"}})
            environment.insert(QString::fromLatin1(name), m_folder.path(QString::fromLatin1(file)));
    }

    void begin(QProcess &process, const QStringList &args) const
    {
        // The same whatever the tests themselves were started with: a script's background job ignores Ctrl+C.
        process.setChildProcessModifier([ignored = ignored] {
            for (const int number : {SIGINT, SIGTERM, SIGHUP})
                ::signal(number, ignored.contains(number) ? SIG_IGN : SIG_DFL);
        });
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(workingFolder.isEmpty() ? m_folder.path() : workingFolder);
        process.setProgram(QStringLiteral(WINDSOCK_BIN));
        process.setArguments(args);
        process.start();
    }
    static Outcome end(QProcess &process)
    {
        if (!process.waitForFinished(30000))
            process.kill(), process.waitForFinished();
        const bool ended = process.exitStatus() == QProcess::NormalExit;
        return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    Outcome run(const QStringList &args) const
    {
        QProcess process;
        begin(process, args);
        return end(process);
    }
    // A workspace as `init` makes it, but for its mode: what a machine has must not change what a test sees.
    QString makeWorkspace(const QString &name = QStringLiteral("demo"), const QByteArray &mode = "kind") const
    {
        const Outcome made = run({"init", m_folder.path(name)});
        if (made.code != 0)
            qFatal("init failed: %s", made.err.constData());
        QByteArray settings = m_folder.read(name + "/windsock.yaml");
        m_folder.write(name + "/windsock.yaml", settings.replace("mode: auto", "mode: " + mode));
        return m_folder.path(name);
    }

    // The folder that the program keeps for the one workspace it was used on, relative to folder().
    QString stateFolder() const
    {
        const QString all = QStringLiteral("home/state/workspaces/");
        return all + QDir(m_folder.path(all)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0);
    }
    // Whether a fake tool was called with this word first.
    bool wasAsked(const QString &word) const
    {
        const QList<QJsonObject> all = calls();
        return std::any_of(all.begin(), all.end(), [&word](const QJsonObject &call) { return call["argv"].toArray().at(0) == word; });
    }

    const TempWorkspace &folder() const { return m_folder; }
    QByteArray ledger() const { return m_folder.read("ledger"); } // empty: no child was started
    QList<QJsonObject> calls() const                              // that reached the fake tools
    {
        QList<QJsonObject> found;
        for (const QByteArray &line : m_folder.read("record").split('\n')) {
            if (!line.isEmpty())
                found += QJsonDocument::fromJson(line).object();
        }
        return found;
    }
    QStringList filesBelow(const QString &relative) const
    {
        QStringList found;
        for (const QString &file : m_folder.files()) {
            if (file.startsWith(relative + u'/'))
                found += file;
        }
        return found;
    }

    QProcessEnvironment environment;
    QString workingFolder;
    QList<int> ignored; // signals that the program is started to ignore

private:
    TempWorkspace m_folder;
};

} // namespace windsock
