// SPDX-License-Identifier: Apache-2.0
// A place in a file as a link: shortened in its middle where it is long; the whole is its tooltip and its spoken name.
#pragma once

#include <QPushButton>

namespace windsock {

QPushButton *makePlaceLink(const QString &place, const QString &objectName);

} // namespace windsock
