// SPDX-License-Identifier: Apache-2.0
// The steps of a run as list rows: of the run under way, of a run kept on disk, or of a plan that only could run.
#pragma once

#include "core/cluster/RunRecord.h"
#include "core/plan/PlanRun.h"
#include "ui/widgets/Icons.h"

#include <QAbstractListModel>
#include <QPointer>

#include <functional>

namespace windsock {

class PlanModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { MarkRole = Qt::UserRole + 1, NoteRole, TookRole, FractionRole, StateRole };
    using Millis = std::chrono::milliseconds;
    using Usual = std::function<Millis(const QString &stepId)>; // 0: not known

    using QAbstractListModel::QAbstractListModel;
    void follow(PlanRun *run, const Usual &usual);
    void show(const QList<StepRecord> &steps);
    void preview(const Plan &plan, const Usual &usual); // nothing happens where it is the same

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    int findRow(StepState state) const; // the first one; -1: none
    StepState state(int row) const { return m_rows[row].state; }
    bool isRunning() const { return findRow(StepState::Running) >= 0; }
    Millis remaining() const; // along the longest chain of steps, from what they usually take; 0: not known
    Millis usualTotal() const;
    void tick(); // times of running steps went on

private:
    struct Row
    {
        QString id, title;
        StepState state = StepState::Waiting;
        StepProgress progress;
        Millis took{0}, usual{0};
        QList<int> after;
    };
    static QList<Row> rowsOf(const Plan &plan, const Usual &usual);
    void take(const QList<Row> &rows);
    void refresh(int row);
    QString note(const Row &row) const;
    double fraction(const Row &row) const;
    Millis longestChain(bool onlyOpen) const;

    QPointer<PlanRun> m_run;
    QList<Row> m_rows;
};

Mark markOf(StepState state);

} // namespace windsock
