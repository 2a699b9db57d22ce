// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/ScrollPane.h"

#include "ui/widgets/Metrics.h"

namespace windsock {

ScrollPane::ScrollPane(QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus); // what is in it takes the focus and is scrolled to
    setWidget(content);
    // The views wrap and shorten what is too wide, so they get the width there is rather than the one they would like.
    content->setMinimumWidth(grid(80));
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

} // namespace windsock
