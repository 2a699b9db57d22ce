// SPDX-License-Identifier: Apache-2.0
// News for those who do not see them appear.
#pragma once

class QWidget;

namespace windsock {

// Screen readers read the widget's accessible name: it has just come, or says something else.
void announce(QWidget *widget);

} // namespace windsock
