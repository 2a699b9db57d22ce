// SPDX-License-Identifier: Apache-2.0
// Keeps every run on disk: one folder each with the full output of each step, the commands as they could be typed and
// run.json. Writes while the run goes on, so that a killed program leaves what it had. Owned by Cluster.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Redactor.h"
#include "core/cluster/RunRecord.h"
#include "core/plan/PlanRun.h"

#include <QDir>
#include <QFile>
#include <QObject>

#include <map>
#include <memory>

namespace windsock {

class RunJournal : public QObject
{
    Q_OBJECT
public:
    // Run folders live in `folder`/runs/<time in UTC>-<intent>; the newest `keep` are kept.
    RunJournal(const QDir &folder, Clock &clock, const Redactor &redactor, int keep = 30);

    // Follows the run from before its start to its end.
    void follow(PlanRun *run, Intent intent, const QString &mode = {});
    QString currentFolder() const { return m_record.folder; } // of the run under way or the last one; empty before the first
    const RunRecord &current() const { return m_record; }
    void finish(const Result<> &result);

    QList<RunRecord> recent(int count) const; // newest first; unreadable folders are left out
    // Median of the last five in that mode; 0: not known.
    std::chrono::milliseconds usualDuration(Intent intent, const QString &stepId, const QString &mode = {}) const;
    // Of the run under way, else of the newest that is kept.
    QString commands() const;
    QString lastLines(const QString &stepId, int count) const;

private:
    QString shownFolder() const;
    void write(int step, const StepLine &line);
    void save();
    void prune() const;
    QFile *logOf(int step);

    QDir m_folder;
    Clock &m_clock;
    const Redactor &m_redactor;
    int m_keep;
    PlanRun *m_run = nullptr;
    RunRecord m_record;
    std::chrono::milliseconds m_begun{0};
    std::map<int, std::unique_ptr<QFile>> m_logs;
    std::unique_ptr<QFile> m_commands;
    bool m_flushPending = false;
    mutable std::optional<QList<RunRecord>> m_past; // read once; dropped when a run ends
};

} // namespace windsock
