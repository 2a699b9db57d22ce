// SPDX-License-Identifier: Apache-2.0
// An empty grid in place of the old one: rows of a QGridLayout never go away, only their widgets would.
#pragma once

#include <QGridLayout>

namespace windsock {

// Takes every child widget and the layout out of `holder`. Children are deleted later: one may be the button that asked.
QGridLayout *freshGrid(QWidget *holder, int horizontalSpacing, int verticalSpacing = 0);

} // namespace windsock
