// SPDX-License-Identifier: Apache-2.0
// An error as one message at the top of a page, with a button for the first of its remedies that can be done here. The
// button is off while any remedy is at work.
#pragma once

#include "core/base/Error.h"
#include "ui/widgets/InlineMessage.h"

namespace windsock {

class Remedies;

class ErrorMessage : public InlineMessage
{
    Q_OBJECT
public:
    ErrorMessage(const QString &objectName, Remedies &remedies, QWidget *parent = nullptr);
    void tell(const Error &error);
    void tell(Mark mark, const QString &text); // news without a button

private:
    void offer(const QList<Remedy> &remedies);

    Remedies &m_remedies;
    QPushButton *m_button;
    Remedy m_remedy;
};

QString oneLine(const Error &error); // place, what, why and what to do

} // namespace windsock
