// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/WarningsPanel.h"

#include "ui/cluster/ErrorMessage.h"
#include "ui/cluster/Remedies.h"
#include "ui/widgets/Announcement.h"
#include "ui/widgets/FreshGrid.h"
#include "ui/widgets/MarkLabel.h"
#include "ui/widgets/Metrics.h"
#include "ui/widgets/PlaceLink.h"

#include <QLabel>
#include <QVBoxLayout>

namespace windsock {

namespace {
// Without the place: that is a link above it.
QString textOf(Error warning)
{
    warning.place = {};
    return oneLine(warning);
}
} // namespace

WarningsPanel::WarningsPanel(const ClusterPageParts &parts, const QString &objectName, QWidget *parent)
    : Panel(tr("Odd in the workspace's files"), parent), m_parts(parts), m_rows(new QWidget)
{
    setObjectName(objectName);
    body()->addWidget(m_rows);
    hide();
}

void WarningsPanel::list(const QList<Error> &warnings)
{
    if (lists(warnings))
        return;
    m_warnings = warnings;
    QGridLayout *rows = freshGrid(m_rows, grid(3));
    rows->setColumnStretch(1, 1);
    QStringList texts;
    for (const Error &warning : warnings) {
        addRow(rows, warning);
        texts += oneLine(warning);
    }
    setAccessibleName(texts.join(u'\n'));
    setVisible(!warnings.isEmpty());
    if (isVisible())
        announce(this);
}

// The place on a line of its own: neither large text nor a long name squeezes what is said about it.
void WarningsPanel::addRow(QGridLayout *rows, const Error &warning)
{
    int row = rows->rowCount();
    rows->addWidget(new MarkLabel(Mark::Warning), row, 0, Qt::AlignTop);
    if (warning.place.isKnown())
        rows->addWidget(makeLink(warning.place), row++, 1, Qt::AlignLeft);
    rows->addWidget(makeWrapped(makeLabel(textOf(warning))), row, 1);
    rows->setRowMinimumHeight(row + 1, grid(2));
}

QWidget *WarningsPanel::makeLink(const SourcePlace &place)
{
    QPushButton *link = makePlaceLink(place.text(), objectName() + QStringLiteral(".place"));
    const Remedy open{QStringLiteral("file.open"), place.text(), place.text()};
    connect(link, &QPushButton::clicked, this, [this, open] { m_parts.remedies.apply(open, nullptr, Intent::Start); });
    return link;
}

} // namespace windsock
