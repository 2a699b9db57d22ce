// SPDX-License-Identifier: Apache-2.0
// Size of dialogs with text that wraps.
#pragma once

class QDialog;

namespace windsock {

// As wide as said, but not wider than its window, and as high as its text needs at that width.
void fitDialog(QDialog *dialog, int width);

} // namespace windsock
