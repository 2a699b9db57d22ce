// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/PlanModel.h"

#include "core/cluster/RunReport.h"

#include <algorithm>

namespace windsock {

Mark markOf(StepState state)
{
    switch (state) {
    case StepState::Waiting: return Mark::Waiting;
    case StepState::Running: return Mark::Running;
    case StepState::Skipped: return Mark::Skipped;
    case StepState::Done: return Mark::Done;
    case StepState::Failed: return Mark::Failed;
    case StepState::Canceled: return Mark::Canceled;
    }
    return Mark::Waiting;
}

QList<PlanModel::Row> PlanModel::rowsOf(const Plan &plan, const Usual &usual)
{
    QList<Row> rows;
    QHash<QString, int> places;
    for (int at = 0; at < plan.steps.size(); ++at) {
        const Step &step = plan.steps[at];
        Row row{.id = step.id, .title = step.title, .usual = usual(step.id)};
        for (const QString &id : step.after) // "-" is in no row: waits for nothing
            row.after += places.contains(id) ? QList<int>{places.value(id)} : QList<int>{};
        if (step.after.isEmpty() && at > 0)
            row.after = {at - 1};
        rows += row;
        places.insert(step.id, at);
    }
    return rows;
}

void PlanModel::take(const QList<Row> &rows)
{
    if (m_run)
        m_run->disconnect(this);
    m_run = nullptr;
    m_rows = rows;
}

void PlanModel::follow(PlanRun *run, const Usual &usual)
{
    beginResetModel();
    take(rowsOf(run->plan(), usual));
    m_run = run;
    for (int at = 0; at < m_rows.size(); ++at) {
        m_rows[at].state = run->state(at);
        m_rows[at].progress = run->progress(at);
        m_rows[at].took = run->took(at);
    }
    endResetModel();
    connect(run, &PlanRun::stepChanged, this, &PlanModel::refresh);
    connect(run, &PlanRun::stepProgressed, this, &PlanModel::refresh);
}

void PlanModel::show(const QList<StepRecord> &steps)
{
    beginResetModel();
    take({});
    for (const StepRecord &step : steps)
        m_rows += Row{.id = step.id, .title = step.title, .state = step.state, .progress = {step.note}, .took = step.took};
    endResetModel();
}

void PlanModel::preview(const Plan &plan, const Usual &usual)
{
    const QList<Row> rows = rowsOf(plan, usual);
    const bool isSame = !m_run && std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), [](const Row &one, const Row &other) {
        return one.id == other.id && one.title == other.title && one.state == other.state && one.usual == other.usual
               && one.after == other.after;
    });
    if (isSame)
        return;
    beginResetModel();
    take(rows);
    endResetModel();
}

void PlanModel::refresh(int row)
{
    m_rows[row].state = m_run->state(row);
    m_rows[row].progress = m_run->progress(row);
    m_rows[row].took = m_run->took(row);
    emit dataChanged(index(row), index(row));
}

void PlanModel::tick()
{
    for (int at = 0; m_run && at < m_rows.size(); ++at) {
        if (m_rows[at].state == StepState::Running)
            refresh(at);
    }
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PlanModel::findRow(StepState state) const
{
    for (int at = 0; at < m_rows.size(); ++at) {
        if (m_rows[at].state == state)
            return at;
    }
    return -1;
}

QString PlanModel::note(const Row &row) const
{
    QStringList parts;
    if (!row.progress.text.isEmpty())
        parts += row.progress.text;
    else if (row.state == StepState::Skipped || row.state == StepState::Canceled)
        parts += markText(markOf(row.state));
    if (row.state == StepState::Running && row.usual.count() > 0)
        parts += tr("usually %1").arg(durationText(row.usual));
    return parts.join(QStringLiteral(" · "));
}

double PlanModel::fraction(const Row &row) const
{
    if (row.state != StepState::Running)
        return -1;
    if (row.progress.fraction >= 0)
        return qMin(1.0, row.progress.fraction);
    // From the usual time, and never full: only the step itself says that it is done.
    return row.usual.count() > 0 ? qMin(0.95, double(row.took.count()) / double(row.usual.count())) : -1;
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    const bool isTimed = row.state != StepState::Waiting && row.state != StepState::Skipped;
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::ToolTipRole: return QStringList{row.title, note(row)}.join(u'\n').trimmed();
    case Qt::AccessibleTextRole: {
        QStringList words{row.title, markText(markOf(row.state)), note(row)};
        words.removeAll(QString());
        return words.join(QStringLiteral(", "));
    }
    case MarkRole: return int(markOf(row.state));
    case NoteRole: return note(row);
    case TookRole: return isTimed ? durationText(row.took) : row.usual.count() > 0 && !m_run ? durationText(row.usual) : QString();
    case FractionRole: return fraction(row);
    case StateRole: return int(row.state);
    default: return {};
    }
}

PlanModel::Millis PlanModel::longestChain(bool onlyOpen) const
{
    QList<Millis> ends;
    Millis longest{0};
    for (const Row &row : m_rows) {
        Millis begin{0};
        for (const int before : row.after)
            begin = qMax(begin, ends[before]);
        const bool isOpen = row.state == StepState::Waiting || row.state == StepState::Running;
        Millis rest = !onlyOpen ? row.usual : isOpen ? row.usual - row.took : Millis{0};
        ends += begin + qMax(Millis{0}, rest);
        longest = qMax(longest, ends.last());
    }
    return longest;
}

PlanModel::Millis PlanModel::remaining() const
{
    return longestChain(true);
}

PlanModel::Millis PlanModel::usualTotal() const
{
    return longestChain(false);
}

} // namespace windsock
