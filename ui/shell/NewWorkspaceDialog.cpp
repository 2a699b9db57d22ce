// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/NewWorkspaceDialog.h"

#include "core/workspace/Names.h"
#include "core/workspace/WorkspaceTemplates.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/Dialogs.h"
#include "ui/widgets/InlineMessage.h"
#include "ui/widgets/Metrics.h"
#include "ui/widgets/Prompts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace windsock {

NewWorkspaceDialog::NewWorkspaceDialog(Prompts &prompts, QWidget *parent)
    : QDialog(parent), m_prompts(prompts), m_folder(new QLineEdit), m_name(new QLineEdit(WorkspaceOptions().clusterName)),
      m_community(new QRadioButton(tr("Co&mmunity chart, Airflow 2"))), m_official(new QRadioButton(tr("O&fficial chart, Airflow 3"))),
      m_create(makeButton(tr("Create"), QStringLiteral("new.create"), ButtonLook::Primary)),
      m_message(new InlineMessage(QStringLiteral("new.message")))
{
    setObjectName(QStringLiteral("newWorkspaceDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New workspace"));
    setModal(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(6), grid(5), grid(6), grid(5));
    column->setSpacing(grid(3));
    column->addWidget(makeLabel(tr("New workspace"), headFont()));
    column->addWidget(
        makeWrapped(makeDimLabel(tr("A folder with an example DAG, mounts, values that the chart accepts, and a guide for your team."))));
    column->addWidget(m_message);
    addFolderRow(column);
    addName(column);
    addFlavors(column);
    column->addSpacing(grid(2));
    addButtons(column);
    fitDialog(this, grid(120));
}

void NewWorkspaceDialog::addFolderRow(QVBoxLayout *column)
{
    auto *label = new QLabel(tr("Fo&lder"));
    label->setBuddy(m_folder);
    column->addWidget(label);
    auto *row = new QHBoxLayout;
    row->setSpacing(grid(2));
    m_folder->setObjectName(QStringLiteral("new.folder"));
    m_folder->setAccessibleName(tr("Folder of the new workspace"));
    m_folder->setPlaceholderText(tr("an empty folder, or one that does not exist yet"));
    connect(m_folder, &QLineEdit::textChanged, this, [this](const QString &text) { m_create->setEnabled(!text.trimmed().isEmpty()); });
    row->addWidget(m_folder, 1);
    auto *browse = makeButton(tr("&Browse…"), QStringLiteral("new.browse"));
    connect(browse, &QPushButton::clicked, this, [this] {
        m_prompts.chooseFolder(tr("Folder of the new workspace"), this, [this](const QString &folder) { m_folder->setText(folder); });
    });
    row->addWidget(browse);
    column->addLayout(row);
}

void NewWorkspaceDialog::addName(QVBoxLayout *column)
{
    auto *label = new QLabel(tr("&Name of the cluster"));
    label->setBuddy(m_name);
    column->addWidget(label);
    m_name->setObjectName(QStringLiteral("new.name"));
    m_name->setAccessibleName(tr("Name of the cluster"));
    column->addWidget(m_name);
    column->addWidget(makeWrapped(makeDimLabel(tr("Each workspace on this computer needs a name of its own."))));
}

void NewWorkspaceDialog::addFlavors(QVBoxLayout *column)
{
    m_community->setObjectName(QStringLiteral("new.community"));
    m_official->setObjectName(QStringLiteral("new.official"));
    m_community->setChecked(true);
    column->addWidget(m_community);
    column->addWidget(m_official);
}

void NewWorkspaceDialog::addButtons(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(grid(3));
    row->addStretch(1);
    auto *cancel = makeButton(tr("Cancel"), QStringLiteral("new.cancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    row->addWidget(cancel);
    m_create->setDefault(true);
    m_create->setEnabled(false);
    connect(m_create, &QPushButton::clicked, this, &NewWorkspaceDialog::submit);
    row->addWidget(m_create);
    column->addLayout(row);
}

void NewWorkspaceDialog::submit()
{
    const QString name = m_name->text().trimmed();
    if (const auto problem = clusterNameProblem(name))
        return tell(*problem);
    QString folder = m_folder->text().trimmed();
    if (folder == u"~" || folder.startsWith(QLatin1String("~/")))
        folder.replace(0, 1, QDir::homePath());
    emit wanted(QDir::home().absoluteFilePath(folder), m_official->isChecked() ? ChartFlavor::Official : ChartFlavor::Community, name);
}

void NewWorkspaceDialog::tell(const Error &error)
{
    QStringList sentences{error.what, error.why, error.todo};
    sentences.removeAll(QString());
    m_message->tell(Mark::Failed, sentences.join(QStringLiteral(". ")));
}

} // namespace windsock
