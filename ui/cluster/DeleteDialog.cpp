// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/DeleteDialog.h"

#include "ui/cluster/ClusterWords.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/Dialogs.h"
#include "ui/widgets/Metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace windsock {

DeleteDialog::DeleteDialog(const Cluster &cluster, QWidget *parent)
    : QDialog(parent), m_name(cluster.workspace().clusterName()), m_edit(new QLineEdit),
      m_delete(makeButton(tr("Delete"), QStringLiteral("delete.confirm"), ButtonLook::Danger))
{
    const DeleteWords words = deleteWords(cluster);
    setObjectName(QStringLiteral("deleteDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(words.title);
    setModal(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(6), grid(5), grid(6), grid(5));
    column->setSpacing(grid(3));
    column->addWidget(makeWrapped(makeLabel(words.question, headFont())));
    column->addWidget(makeWrapped(makeLabel(words.effect)));
    column->addSpacing(grid(1));
    QLabel *label = makeLabel(words.prompt);
    label->setBuddy(m_edit);
    column->addWidget(makeWrapped(label));
    m_edit->setObjectName(QStringLiteral("delete.name"));
    m_edit->setAccessibleName(words.field);
    m_edit->setPlaceholderText(m_name);
    connect(m_edit, &QLineEdit::textChanged, this, &DeleteDialog::check);
    column->addWidget(m_edit);
    column->addSpacing(grid(2));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid(3));
    buttons->addStretch(1);
    QPushButton *keep = makeButton(tr("Keep it"), QStringLiteral("delete.keep"));
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_delete, &QPushButton::clicked, this, &QDialog::accept);
    m_delete->setDefault(true); // Enter in the field, once the name is right
    buttons->addWidget(keep);
    buttons->addWidget(m_delete);
    column->addLayout(buttons);
    check();
    fitDialog(this, grid(110));
}

void DeleteDialog::check()
{
    m_delete->setEnabled(m_edit->text().trimmed() == m_name);
}

} // namespace windsock
