// SPDX-License-Identifier: Apache-2.0
// News at the place that it concerns: a mark, one or two sentences, buttons that help, and a way to close it.
#pragma once

#include "ui/widgets/Icons.h"

#include <QFrame>

class QLabel;
class QHBoxLayout;
class QPushButton;

namespace windsock {

class MarkLabel;

class InlineMessage : public QFrame
{
    Q_OBJECT
public:
    explicit InlineMessage(const QString &objectName, QWidget *parent = nullptr);
    void tell(Mark mark, const QString &text); // shows it, and announces what was not said yet
    QPushButton *addButton(const QString &text, const QString &objectName);
    QString text() const;

signals:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Mark m_mark = Mark::Warning;
    MarkLabel *m_sign;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
};

} // namespace windsock
