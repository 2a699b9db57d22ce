// SPDX-License-Identifier: Apache-2.0
// Airflow as processes of this machine, without containers: seconds in place of a minute, and not what dev and prod run.
#pragma once

#include "core/backends/Backend.h"
#include "core/backends/standalone/StandaloneFacts.h"

namespace windsock {

class StandaloneBackend : public Backend
{
public:
    explicit StandaloneBackend(StandaloneSession session);

    // Was an Airflow of this workspace started this way, and not deleted since? Looks at one file.
    static bool holds(const Workspace &workspace, const Paths &paths);

    Mode mode() const override { return Mode::Standalone; }
    bool offers(Intent intent) const override;
    Plan plan(Intent intent, const Workspace &workspace) override;
    QString webStep() const override;
    Plan idlePlan(const Workspace &workspace) override;
    Async<QList<Finding>> check(const Workspace *workspace) override;
    Async<QList<Finding>> differences(const Workspace &workspace) override;
    Async<Observed> probe(const Workspace &workspace) override;
    WebAccess web(const Workspace &workspace) const override;
    std::unique_ptr<Forward> forward(const Workspace &workspace) override;
    std::unique_ptr<BackendWatch> watch(const Workspace &workspace) override;
    QList<LogSource> logSources(const Workspace &workspace) const override;
    Async<> logs(const Workspace &workspace, const LogRequest &request) override;
    Async<> apply(const Workspace &workspace, const Remedy &remedy, const RemedyWatch &watch) override;
    std::optional<Mode> movesTo() const override { return Mode::Kind; }
    Async<> rest(const Workspace &workspace, RunContext &context) override;
    Async<ObjectExport> exportObjects(const Workspace &workspace, RunContext &context) override;
    Async<> collectEvidence(const Workspace &workspace, const QString &folder, const Cancel &) override;

private:
    StandaloneFactsPtr factsOf(const Workspace &workspace);
    StandaloneSession m_session;
    StandaloneTools m_tools;
    StandaloneProbe m_probe;
};

} // namespace windsock
