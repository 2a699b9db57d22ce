// SPDX-License-Identifier: Apache-2.0
// A workspace on its way from one place to another: everything is asked of the new place, but Start takes along what is in Airflow's
// database at the old one, and then deletes that. Until the new place has it the old one is kept: a move that failed or was canceled
// is begun again by Start, or left alone, and then the old place still has everything.
#pragma once

#include "core/backends/Backend.h"

namespace windsock {

class MovingBackend : public Backend
{
public:
    // Neither null.
    MovingBackend(std::unique_ptr<Backend> from, std::unique_ptr<Backend> to);

    Mode mode() const override { return m_to->mode(); }
    Async<> isUsable(const Workspace &workspace) override { return m_to->isUsable(workspace); }
    Async<QList<Finding>> differences(const Workspace &workspace) override { return m_to->differences(workspace); }
    bool offers(Intent intent) const override { return m_to->offers(intent); }
    Plan plan(Intent intent, const Workspace &workspace) override;
    QString webStep() const override { return m_to->webStep(); }
    Plan idlePlan(const Workspace &workspace) override { return m_to->idlePlan(workspace); }
    Async<QList<Finding>> check(const Workspace *workspace) override { return m_to->check(workspace); }
    Async<QList<Finding>> proveMounts(const Workspace &workspace) override { return m_to->proveMounts(workspace); }
    Async<Observed> probe(const Workspace &workspace) override { return m_to->probe(workspace); }
    WebAccess web(const Workspace &workspace) const override { return m_to->web(workspace); }
    std::unique_ptr<Forward> forward(const Workspace &workspace) override { return m_to->forward(workspace); }
    std::unique_ptr<BackendWatch> watch(const Workspace &workspace) override { return m_to->watch(workspace); }
    QList<LogSource> logSources(const Workspace &workspace) const override { return m_to->logSources(workspace); }
    Async<> logs(const Workspace &workspace, const LogRequest &request) override { return m_to->logs(workspace, request); }
    Async<> apply(const Workspace &workspace, const Remedy &remedy, const RemedyWatch &watch) override
    {
        return m_to->apply(workspace, remedy, watch);
    }
    Async<> collectEvidence(const Workspace &workspace, const QString &folder, const Cancel &cancel) override
    {
        return m_to->collectEvidence(workspace, folder, cancel);
    }

private:
    Step checkStep(const Workspace &workspace);
    Step restStep(const Workspace &workspace);
    Step carryStep(const Workspace &workspace);
    QList<Step> removeSteps(const Workspace &workspace);
    Plan movePlan(const Workspace &workspace);

    std::unique_ptr<Backend> m_from, m_to;
    std::shared_ptr<bool> m_moved = std::make_shared<bool>(false);
};

} // namespace windsock
