// SPDX-License-Identifier: Apache-2.0
// The last runs: what, when, how long, how it ended; each can be looked at again.
#pragma once

#include "core/cluster/RunRecord.h"
#include "ui/cluster/ClusterPageParts.h"
#include "ui/widgets/Panel.h"

class QGridLayout;
class QLabel;

namespace windsock {

class RunsPanel : public Panel
{
    Q_OBJECT
public:
    static constexpr int mostRuns = 3;

    explicit RunsPanel(const ClusterPageParts &parts, QWidget *parent = nullptr);
    void show(const QList<RunRecord> &runs);
    using Panel::show;

signals:
    void chosen(const windsock::RunRecord &run);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void list();
    QStringList textsOf(const RunRecord &run) const;
    int beginRow(int columns);
    void addRow(const RunRecord &run);
    void addNarrowRow(const RunRecord &run);
    QWidget *makeButtons(const RunRecord &run, const QString &name);

    ClusterPageParts m_parts;
    QWidget *m_holder;
    QGridLayout *m_grid = nullptr;
    QLabel *m_none;
    QList<RunRecord> m_shown;
    QList<QStringList> m_texts; // theirs, as listed: rows are made anew only where they change
    bool m_narrow = false;
};

QString intentTitle(Intent intent);      // "Restart Airflow"
QString runRemark(const RunRecord &run); // the error, or what the last step said

} // namespace windsock
