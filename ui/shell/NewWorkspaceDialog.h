// SPDX-License-Identifier: Apache-2.0
// Asks where a new workspace shall be, what its cluster is called and which chart it follows. Makes nothing itself. Opened
// with open().
#pragma once

#include "core/workspace/Workspace.h"

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
    NewWorkspaceDialog(Prompts &prompts, QWidget *parent);
    void tell(const Error &error); // it could not be made: stays open

signals:
    void wanted(const QString &folder, windsock::ChartFlavor flavor, const QString &name);

private:
    void addFolderRow(class QVBoxLayout *column);
    void addName(QVBoxLayout *column);
    void addFlavors(QVBoxLayout *column);
    void addButtons(QVBoxLayout *column);
    void submit();

    Prompts &m_prompts;
    QLineEdit *m_folder, *m_name;
    QRadioButton *m_community, *m_official;
    QPushButton *m_create;
    InlineMessage *m_message;
};

} // namespace windsock
