// SPDX-License-Identifier: Apache-2.0
// What of the workspace's files the place leaves out or does itself, each with its place in a file: what may change the
// result first, the rest on demand. Asks the cluster in the background; hidden where there is nothing to tell.
#pragma once

#include "ui/cluster/ClusterPageParts.h"
#include "ui/widgets/Panel.h"

#include <QPointer>

class QGridLayout;
class QPushButton;

namespace windsock {

class Cluster;

class DifferencesPanel : public Panel
{
    Q_OBJECT
public:
    static constexpr qsizetype mostRows = 40; // of either kind; a workspace may have thousands of DAGs

    explicit DifferencesPanel(const ClusterPageParts &parts, QWidget *parent = nullptr);
    void setCluster(Cluster *cluster); // of another one nothing is known yet
    void look();                       // what is shown stays until the answer is there

private:
    void onLooked(int round, const Result<QList<Finding>> &found);
    void list(const QList<Finding> &findings);
    void fill(QWidget *holder, const QList<Finding> &findings, Severity severity);
    void addRow(QGridLayout *grid, const Finding &finding);
    QWidget *makeLink(const SourcePlace &place);
    void setOpen(bool open);
    void setOthersShown(bool shown);

    ClusterPageParts m_parts;
    QPushButton *m_toggle, *m_more;
    QWidget *m_content, *m_differing, *m_others;
    QPointer<Cluster> m_cluster;
    QList<Finding> m_findings;
    int m_round = 0; // an answer about the cluster before is dropped
    bool m_looking = false;
};

} // namespace windsock
