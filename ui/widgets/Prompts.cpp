// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/Prompts.h"

#include "ui/widgets/Buttons.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace windsock {

void DialogPrompts::ask(const Question &question, QWidget *parent, std::function<void(bool)> answer)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, question.title, question.text, QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(question.detail);
    QPushButton *yes = box->addButton(question.yes, QMessageBox::AcceptRole);
    QPushButton *no = box->addButton(question.no, QMessageBox::RejectRole);
    setButtonLook(yes, question.dangerous ? ButtonLook::Danger : ButtonLook::Primary);
    box->setDefaultButton(question.dangerous ? no : yes);
    box->setEscapeButton(no);
    // Closed by its title bar it has no button that was clicked: an answer too, or whoever asked would wait for ever.
    QObject::connect(
        box, &QDialog::finished, parent, [box, yes, answer = std::move(answer)] { answer(box->clickedButton() == yes); },
        Qt::SingleShotConnection);
    box->open();
}

void DialogPrompts::chooseFolder(const QString &title, QWidget *parent, std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

} // namespace windsock
