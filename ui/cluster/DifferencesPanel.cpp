// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/DifferencesPanel.h"

#include "core/cluster/Cluster.h"
#include "ui/cluster/Remedies.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FreshGrid.h"
#include "ui/widgets/MarkLabel.h"
#include "ui/widgets/Metrics.h"
#include "ui/widgets/PlaceLink.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace windsock {

namespace {
constexpr int columns = 3; // mark, key, place; the meaning below key and place

qsizetype countOf(const QList<Finding> &findings, Severity severity)
{
    return std::count_if(findings.begin(), findings.end(), [severity](const Finding &finding) { return finding.severity == severity; });
}

QString lineOf(const SourcePlace &place)
{
    return place.line > 0 ? place.file + u':' + QString::number(place.line) : place.file;
}

// "3 things differ, 5 are done another way"
QString countText(qsizetype differing, qsizetype others)
{
    const QString first =
        differing == 1 ? DifferencesPanel::tr("1 thing differs") : DifferencesPanel::tr("%1 things differ").arg(differing);
    const QString second =
        others == 1 ? DifferencesPanel::tr("1 is done another way") : DifferencesPanel::tr("%1 are done another way").arg(others);
    if (others == 0)
        return first;
    return differing == 0 ? second : DifferencesPanel::tr("%1, %2").arg(first, second);
}
} // namespace

DifferencesPanel::DifferencesPanel(const ClusterPageParts &parts, QWidget *parent)
    : Panel(tr("Left out in this mode"), parent), m_parts(parts),
      m_toggle(makeButton({}, QStringLiteral("differences.toggle"), ButtonLook::Small)),
      m_more(makeButton({}, QStringLiteral("differences.more"), ButtonLook::Link)), m_content(new QWidget), m_differing(new QWidget),
      m_others(new QWidget)
{
    setObjectName(QStringLiteral("differences"));
    m_differing->setObjectName(QStringLiteral("differences.differing"));
    m_others->setObjectName(QStringLiteral("differences.others"));
    addToHeading(m_toggle);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid(1));
    column->addWidget(m_differing);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    column->addWidget(m_others);
    body()->addWidget(m_content);
    connect(m_toggle, &QPushButton::clicked, this, [this] { setOpen(m_content->isHidden()); });
    connect(m_more, &QPushButton::clicked, this, [this] { setOthersShown(m_others->isHidden()); });
    setOpen(true);
    setOthersShown(false);
    hide();
}

void DifferencesPanel::setCluster(Cluster *cluster)
{
    m_cluster = cluster;
    ++m_round;
    m_looking = false;
    m_findings.clear();
    setOthersShown(false);
    hide();
}

void DifferencesPanel::look()
{
    if (!m_cluster || std::exchange(m_looking, true))
        return;
    whenDone(m_cluster->differences(), this, [this, round = m_round](const Result<QList<Finding>> &found) { onLooked(round, found); });
}

void DifferencesPanel::onLooked(int round, const Result<QList<Finding>> &found)
{
    if (round != m_round)
        return;
    m_looking = false;
    // Files that cannot be read are said where they are needed: by Start.
    const QList<Finding> findings = found ? *found : QList<Finding>{};
    if (findings == m_findings)
        return;
    m_findings = findings;
    setVisible(!m_findings.isEmpty());
    list(m_findings);
}

void DifferencesPanel::list(const QList<Finding> &findings)
{
    const qsizetype others = countOf(findings, Severity::Pass);
    setRemark(countText(findings.size() - others, others));
    fill(m_differing, findings, Severity::Warning);
    fill(m_others, findings, Severity::Pass);
    m_differing->setVisible(others < findings.size());
    m_more->setVisible(others > 0);
    setOthersShown(others > 0 && !m_others->isHidden());
}

void DifferencesPanel::fill(QWidget *holder, const QList<Finding> &findings, Severity severity)
{
    QGridLayout *rows = freshGrid(holder, grid(3));
    rows->setColumnStretch(1, 1);
    qsizetype shown = 0;
    for (const Finding &finding : findings) {
        if ((severity == Severity::Pass) == (finding.severity == Severity::Pass) && shown++ < mostRows)
            addRow(rows, finding);
    }
    if (shown > mostRows)
        rows->addWidget(makeDimLabel(tr("and %1 more").arg(shown - mostRows)), rows->rowCount(), 1, 1, columns - 1);
}

// As a step of a plan looks: a line of its own for the name, so that neither large text nor a long name squeezes the meaning.
void DifferencesPanel::addRow(QGridLayout *rows, const Finding &finding)
{
    const int row = rows->rowCount();
    if (row > 1)
        rows->addWidget(new Separator, row, 0, 1, columns);
    rows->setRowMinimumHeight(row + 1, grid(1)); // the place is as tall as a button
    rows->addWidget(new MarkLabel(finding.severity == Severity::Pass ? Mark::Done : Mark::Warning), row + 2, 0);
    auto *key = new ElidedLabel(finding.what, Qt::ElideMiddle);
    key->setFont(fixedFont());
    rows->addWidget(key, row + 2, 1);
    if (finding.place.isKnown())
        rows->addWidget(makeLink(finding.place), row + 2, 2, Qt::AlignRight | Qt::AlignVCenter);
    rows->addWidget(makeWrapped(makeDimLabel(finding.why)), row + 3, 1, 1, columns - 1);
    rows->setRowMinimumHeight(row + 4, grid(2));
}

QWidget *DifferencesPanel::makeLink(const SourcePlace &place)
{
    const QString shown = lineOf(place);
    QPushButton *link = makePlaceLink(shown, QStringLiteral("differences.place"));
    const Remedy open{QStringLiteral("file.open"), shown, place.text()};
    connect(link, &QPushButton::clicked, this, [this, open] { m_parts.remedies.apply(open, m_cluster, Intent::Start); });
    return link;
}

void DifferencesPanel::setOpen(bool open)
{
    m_content->setVisible(open);
    m_toggle->setText(open ? tr("Hide") : tr("Show"));
    m_toggle->setAccessibleName(open ? tr("Hide what is left out") : tr("Show what is left out"));
}

void DifferencesPanel::setOthersShown(bool shown)
{
    m_others->setVisible(shown);
    m_more->setText(shown ? tr("Hide what is done another way") : tr("Show what is done another way"));
}

} // namespace windsock
