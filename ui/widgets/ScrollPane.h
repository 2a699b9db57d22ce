// SPDX-License-Identifier: Apache-2.0
// Scrolls what does not fit, without a frame, over the window's own ground. Follows the keyboard focus.
#pragma once

#include <QScrollArea>

namespace windsock {

class ScrollPane : public QScrollArea
{
    Q_OBJECT
public:
    explicit ScrollPane(QWidget *content, QWidget *parent = nullptr);
};

} // namespace windsock
