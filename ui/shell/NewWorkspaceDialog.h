// SPDX-License-Identifier: Apache-2.0
// Asks where a new workspace shall be, what its cluster is called, on which port its web page answers and which chart it follows.
// Proposes what no other workspace uses. Makes nothing itself. Opened with open().
#pragma once

#include "core/workspace/WorkspaceTemplates.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QRadioButton;

namespace windsock {

class InlineMessage;
class Prompts;

class NewWorkspaceDialog : public QDialog
{
    Q_OBJECT
public:
    NewWorkspaceDialog(Prompts &prompts, const QList<WorkspaceUse> &others, QWidget *parent);
    void tell(const Error &error); // it could not be made: stays open

signals:
    void wanted(const QString &folder, windsock::ChartFlavor flavor, const windsock::WorkspaceOptions &options);

private:
    void addFolderRow(class QVBoxLayout *column);
    void addNameAndPort(QVBoxLayout *column);
    void addFlavors(QVBoxLayout *column);
    void addButtons(QVBoxLayout *column);
    void propose(); // for the folder; what somebody typed stays
    void submit();

    Prompts &m_prompts;
    QList<WorkspaceUse> m_others;
    QLineEdit *m_folder, *m_name, *m_port;
    QRadioButton *m_community, *m_official;
    QPushButton *m_create;
    InlineMessage *m_message;
};

} // namespace windsock
