// SPDX-License-Identifier: Apache-2.0
// A backend that the test holds in its hands: steps end when the test says so, looks answer what the test set, or never.
#pragma once

#include "core/backends/Backend.h"

#include <map>

namespace windsock {

class FakeForward : public Forward
{
    Q_OBJECT
public:
    void open(int port) override;
    void close() override { become({}); }
    ForwardStatus status() const override { return m_status; }
    void become(const ForwardStatus &status);

    QList<int> takenPorts; // answered with PortTaken, the next one proposed
    QList<int> opened;

private:
    ForwardStatus m_status;
};

// What outlives the backend, for the test: the backend itself belongs to its Cluster.
struct FakeWorld
{
    QList<std::pair<QString, QString>> steps{{"check", "Check tools"}, {"node", "Create the node"}, {"wait", "Wait for Airflow"}};
    Observed observed;
    Observed afterStart; // seen once every step of a start has ended well
    bool probeHangs = false;
    int probes = 0;
    std::map<Mode, QList<Finding>> differences; // by the mode that has them
    bool differencesHang = false;
    int differencesAsked = 0;
    QList<Promise<QList<Finding>>> hungDifferences;
    QList<Intent> begun;
    QList<Remedy> applied;
    bool remedyHangs = false;
    Promise<> hungRemedy;
    Cancel remedyCancel; // of the last one
    QList<int> takenPorts;
    std::map<QString, Promise<>> pending;     // steps at work
    std::map<QString, RunContext *> contexts; // theirs
    QList<CancelHook> hooks;
    QList<Promise<Observed>> hungProbes;

    void finish(const QString &step); // well
    void fail(const QString &step, const Error &error);
    bool isAtWork(const QString &step) const { return pending.count(step) > 0; }
};

class FakeBackend : public Backend
{
public:
    FakeBackend(FakeWorld &world, Mode mode) : m_world(world), m_mode(mode) {}
    Mode mode() const override { return m_mode; }
    std::optional<Mode> movesTo() const override; // from the last place to the first
    Async<QList<Finding>> differences(const Workspace &) override;
    Plan plan(Intent intent, const Workspace &workspace) override;
    Async<QList<Finding>> check(const Workspace *) override { return ready(QList<Finding>{}); }
    Async<Observed> probe(const Workspace &) override;
    WebAccess web(const Workspace &workspace) const override;
    std::unique_ptr<Forward> forward(const Workspace &) override;
    std::unique_ptr<BackendWatch> watch(const Workspace &) override { return std::make_unique<BackendWatch>(); }
    QList<LogSource> logSources(const Workspace &) const override { return {}; }
    Async<> logs(const Workspace &, const LogRequest &) override { return ready(); }
    Async<> apply(const Workspace &, const Remedy &remedy, const RemedyWatch &watch) override;
    Async<> collectEvidence(const Workspace &, const QString &, const Cancel &) override { return ready(); }

private:
    Async<> work(Intent intent, const QString &step, RunContext &context);
    FakeWorld &m_world;
    Mode m_mode;
};

Observed healthyCluster();
Observed stoppedCluster();

} // namespace windsock
