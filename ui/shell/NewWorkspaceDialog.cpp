// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/NewWorkspaceDialog.h"

#include "core/workspace/Names.h"
#include "core/workspace/Ports.h"
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

NewWorkspaceDialog::NewWorkspaceDialog(Prompts &prompts, const QList<WorkspaceUse> &others, QWidget *parent)
    : QDialog(parent), m_prompts(prompts), m_others(others), m_folder(new QLineEdit), m_name(new QLineEdit), m_port(new QLineEdit),
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
    addNameAndPort(column);
    addFlavors(column);
    column->addSpacing(grid(2));
    addButtons(column);
    propose();
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
    connect(m_folder, &QLineEdit::textChanged, this, &NewWorkspaceDialog::propose);
    row->addWidget(m_folder, 1);
    auto *browse = makeButton(tr("&Browse…"), QStringLiteral("new.browse"));
    connect(browse, &QPushButton::clicked, this, [this] {
        m_prompts.chooseFolder(tr("Folder of the new workspace"), this, [this](const QString &folder) { m_folder->setText(folder); });
    });
    row->addWidget(browse);
    column->addLayout(row);
}

void NewWorkspaceDialog::addNameAndPort(QVBoxLayout *column)
{
    auto *label = new QLabel(tr("&Name of the cluster"));
    label->setBuddy(m_name);
    column->addWidget(label);
    m_name->setObjectName(QStringLiteral("new.name"));
    m_name->setAccessibleName(tr("Name of the cluster"));
    column->addWidget(m_name);
    auto *port = new QLabel(tr("&Port of the web page"));
    port->setBuddy(m_port);
    column->addWidget(port);
    m_port->setObjectName(QStringLiteral("new.port"));
    m_port->setAccessibleName(tr("Port of the web page"));
    column->addWidget(m_port);
    column->addWidget(makeWrapped(
        makeDimLabel(tr("Each workspace on this computer needs a name of its own, and a port of its own where two run at once."))));
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

void NewWorkspaceDialog::propose()
{
    const WorkspaceOptions proposed = optionsBeside(m_others, m_folder->text().trimmed());
    if (!m_name->isModified())
        m_name->setText(proposed.clusterName);
    if (!m_port->isModified())
        m_port->setText(QString::number(proposed.webPort));
}

void NewWorkspaceDialog::submit()
{
    WorkspaceOptions options;
    options.clusterName = m_name->text().trimmed();
    if (const auto problem = clusterNameProblem(options.clusterName))
        return tell(*problem);
    const QString port = m_port->text().trimmed();
    options.webPort = port.toInt();
    if (!isPort(options.webPort))
        return tell(Error::badInput(tr("“%1” is no port").arg(port), {}, tr("Use a number from 1 to 65535")));
    QString folder = m_folder->text().trimmed();
    if (folder == u"~" || folder.startsWith(QLatin1String("~/")))
        folder.replace(0, 1, QDir::homePath());
    emit wanted(QDir::home().absoluteFilePath(folder), m_official->isChecked() ? ChartFlavor::Official : ChartFlavor::Community, options);
}

void NewWorkspaceDialog::tell(const Error &error)
{
    QStringList sentences{error.what, error.why, error.todo};
    sentences.removeAll(QString());
    m_message->tell(Mark::Failed, sentences.join(QStringLiteral(". ")));
}

} // namespace windsock
