// SPDX-License-Identifier: Apache-2.0
// A place to run Airflow in which nothing is: tests override what they ask for.
#pragma once

#include "core/backends/Backend.h"

namespace windsock {

class FakePlace : public Backend
{
public:
    explicit FakePlace(Mode mode) : m_mode(mode) {}
    Mode mode() const override { return m_mode; }
    Plan plan(Intent, const Workspace &) override { return {}; }
    Async<QList<Finding>> check(const Workspace *) override { return ready(QList<Finding>{}); }
    Async<Observed> probe(const Workspace &) override { return ready(Observed{}); }
    WebAccess web(const Workspace &) const override { return {}; }
    std::unique_ptr<Forward> forward(const Workspace &) override { return {}; }
    std::unique_ptr<BackendWatch> watch(const Workspace &) override { return {}; }
    QList<LogSource> logSources(const Workspace &) const override { return {}; }
    Async<> logs(const Workspace &, const LogRequest &) override { return ready(); }
    Async<> apply(const Workspace &, const Remedy &, const RemedyWatch &) override { return ready(); }
    Async<> collectEvidence(const Workspace &, const QString &, const Cancel &) override { return ready(); }

private:
    Mode m_mode;
};

} // namespace windsock
