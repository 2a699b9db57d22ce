// SPDX-License-Identifier: Apache-2.0
// One state mark as a widget. Says its state in words to screen readers and as a tooltip.
#pragma once

#include "ui/widgets/Icons.h"

#include <QWidget>

namespace windsock {

class MarkLabel : public QWidget
{
    Q_OBJECT
public:
    explicit MarkLabel(Mark mark, QWidget *parent = nullptr);
    void setMark(Mark mark);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Mark m_mark;
};

} // namespace windsock
