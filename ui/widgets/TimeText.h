// SPDX-License-Identifier: Apache-2.0
// Points in time as people say them.
#pragma once

#include <QDateTime>

namespace windsock {

QString whenText(const QDateTime &when, const QDateTime &now); // "today 12:04", "yesterday 17:31", "3 Nov 09:12"

} // namespace windsock
