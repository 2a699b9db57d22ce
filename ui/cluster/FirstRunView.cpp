// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/FirstRunView.h"

#include "ui/cluster/DoctorPanel.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/Metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace windsock {

FirstRunView::FirstRunView(const ClusterPageParts &parts, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("firstRun"));
    auto *column = new QVBoxLayout;
    column->setSpacing(grid(3));
    QLabel *title = makeWrapped(makeLabel(tr("Airflow on this computer"), titleFont()));
    QLabel *text = makeWrapped(makeDimLabel(tr("Open the folder of your DAGs, or make one that works.")));
    title->setAlignment(Qt::AlignHCenter);
    text->setAlignment(Qt::AlignHCenter);
    column->addStretch(2);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(grid(2));
    auto *cards = new QHBoxLayout;
    cards->setSpacing(grid(3));
    cards->addWidget(makeCard(tr("Open a workspace"), tr("A folder with kind-cluster.yaml or values for the Airflow chart"),
                              new ActionButton(parts.actions.find(QStringLiteral("workspace.open")), ButtonLook::Primary)));
    cards->addWidget(makeCard(tr("New workspace"), tr("Example DAG, mounts, values and a guide for your team"),
                              new ActionButton(parts.actions.find(QStringLiteral("workspace.new")))));
    column->addLayout(cards);
    column->addSpacing(grid(1));
    column->addWidget(new DoctorPanel(parts));
    column->addStretch(3);
    auto *middle = new QWidget;
    middle->setLayout(column);
    middle->setMaximumWidth(grid(148));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(grid(6), grid(6), grid(6), grid(6));
    row->addStretch(1);
    row->addWidget(middle, 1000); // as wide as it may, centred in what is left
    row->addStretch(1);
}

QWidget *FirstRunView::makeCard(const QString &title, const QString &text, QWidget *button)
{
    auto *card = new Panel(title);
    card->body()->addWidget(makeWrapped(makeDimLabel(text)), 1, Qt::AlignTop);
    card->body()->addSpacing(grid(1));
    card->body()->addWidget(button, 0, Qt::AlignLeft);
    return card;
}

} // namespace windsock
