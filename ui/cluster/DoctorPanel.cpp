// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/DoctorPanel.h"

#include "ui/cluster/Remedies.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/FreshGrid.h"
#include "ui/widgets/MarkLabel.h"
#include "ui/widgets/Metrics.h"

#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace windsock {

namespace {
Mark markOf(Severity severity)
{
    return severity == Severity::Pass ? Mark::Done : severity == Severity::Warning ? Mark::Warning : Mark::Failed;
}

bool isFailure(const Finding &finding)
{
    return finding.severity == Severity::Failure;
}
} // namespace

DoctorPanel::DoctorPanel(const ClusterPageParts &parts, QWidget *parent)
    : Panel(tr("This computer"), parent), m_parts(parts), m_holder(new QWidget),
      m_without(makeWrapped(makeDimLabel(tr("A new workspace also starts without a container engine: then Airflow runs as programs of "
                                            "this computer and needs only a Python."))))
{
    setObjectName(QStringLiteral("doctor"));
    auto *again = makeButton(tr("Check again"), QStringLiteral("doctor.again"), ButtonLook::Small);
    connect(again, &QPushButton::clicked, this, &DoctorPanel::look);
    addToHeading(again);
    body()->addWidget(m_holder);
    m_without->setObjectName(QStringLiteral("doctor.without"));
    m_without->hide(); // until something is missing
    body()->addWidget(m_without);
    setRemark(tr("not checked yet"));
    connect(&m_parts.remedies, &Remedies::begun, this, [this] { setButtonsEnabled(false); });
    connect(&m_parts.remedies, &Remedies::ended, this, [this] { setButtonsEnabled(true); });
    connect(&m_parts.remedies, &Remedies::ended, this, &DoctorPanel::look);
}

void DoctorPanel::setButtonsEnabled(bool enabled)
{
    for (QPushButton *button : m_holder->findChildren<QPushButton *>())
        button->setEnabled(enabled);
}

void DoctorPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    if (!std::exchange(m_asked, true))
        QTimer::singleShot(0, this, &DoctorPanel::look); // after the first paint: it starts children
}

void DoctorPanel::look()
{
    if (!isVisible() || std::exchange(m_looking, true))
        return;
    setRemark(tr("checking…"));
    whenDone(m_parts.doctor(), this, &DoctorPanel::onLooked);
}

void DoctorPanel::onLooked(const Result<DoctorRows> &rows)
{
    m_looking = false;
    m_grid = freshGrid(m_holder, grid(3));
    m_grid->setColumnStretch(1, 2);
    m_grid->setColumnStretch(2, 3);
    if (!rows) {
        setRemark(rows.error().what);
        return;
    }
    setRemark(tr("checked %1").arg(m_parts.clock.now().toString(QStringLiteral("HH:mm"))));
    for (const Finding &finding : *rows)
        addRow(finding);
    setButtonsEnabled(!m_parts.remedies.isWorking());
    m_without->setVisible(std::any_of(rows->begin(), rows->end(), isFailure));
}

void DoctorPanel::addRow(const Finding &finding)
{
    const int row = m_grid->rowCount();
    if (row > 1)
        m_grid->addWidget(new Separator, row, 0, 1, 3);
    m_grid->setRowMinimumHeight(row + 1, grid(8.5));
    m_grid->addWidget(new MarkLabel(markOf(finding.severity)), row + 1, 0);
    QLabel *what = makeWrapped(makeLabel(finding.what));
    m_grid->addWidget(what, row + 1, 1);
    m_grid->addWidget(makeDetail(finding), row + 1, 2);
}

QWidget *DoctorPanel::makeDetail(const Finding &finding)
{
    auto *detail = new QWidget;
    auto *column = new QVBoxLayout(detail);
    column->setContentsMargins(0, grid(1), 0, grid(1));
    column->setSpacing(grid(1));
    const QString text = finding.severity == Severity::Pass ? finding.why : QStringList{finding.why, finding.todo}.join(u' ').trimmed();
    if (!text.isEmpty())
        column->addWidget(makeWrapped(makeDimLabel(text)));
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout(grid(2), buttons);
    for (const Remedy &remedy : finding.remedies) {
        if (!m_parts.remedies.knows(remedy.id))
            continue;
        auto *button = makeButton(remedy.label, QStringLiteral("doctor.") + remedy.id, ButtonLook::Small);
        connect(button, &QPushButton::clicked, this, [this, remedy] { m_parts.remedies.apply(remedy, nullptr, Intent::Start); });
        flow->addWidget(button);
    }
    if (flow->count() > 0)
        column->addWidget(buttons);
    else
        delete buttons;
    return detail;
}

} // namespace windsock
