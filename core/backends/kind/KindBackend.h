// SPDX-License-Identifier: Apache-2.0
// Airflow on a local kind cluster, installed with Helm: almost equal to dev and prod.
#pragma once

#include "core/backends/Backend.h"
#include "core/backends/kind/KindProbe.h"
#include "core/tools/ToolDownloader.h"

namespace windsock {

class KindBackend : public Backend
{
public:
    explicit KindBackend(KindSession session);

    // Was a cluster made for this workspace, and not deleted by us since? Looks at one file.
    static bool holds(const Workspace &workspace, const Paths &paths);

    Mode mode() const override { return Mode::Kind; }
    Plan plan(Intent intent, const Workspace &workspace) override;
    QString webStep() const override;
    Plan idlePlan(const Workspace &) override;
    Async<> isUsable(const Workspace &workspace) override;
    Async<QList<Finding>> check(const Workspace *workspace) override;
    Async<QList<Finding>> proveMounts(const Workspace &workspace) override;
    Async<Observed> probe(const Workspace &workspace) override;
    WebAccess web(const Workspace &workspace) const override;
    std::unique_ptr<Forward> forward(const Workspace &workspace) override;
    std::unique_ptr<BackendWatch> watch(const Workspace &workspace) override;
    QList<LogSource> logSources(const Workspace &workspace) const override;
    Async<> logs(const Workspace &workspace, const LogRequest &request) override;
    Async<> apply(const Workspace &workspace, const Remedy &remedy, const RemedyWatch &watch) override;
    Async<Command> pythonInAirflow(const Workspace &workspace, const QByteArray &script, RunContext &context) override;
    Async<> collectEvidence(const Workspace &workspace, const QString &folder, const Cancel &cancel) override;

private:
    Async<Observed> observe(const Workspace &workspace, const KindLook &look);
    Async<> download(const QString &tool, const RemedyWatch &watch);
    KindSession m_session;
    KindProbe m_probe;
    std::unique_ptr<ToolDownloader> m_downloader; // made when it is first needed
};

} // namespace windsock
