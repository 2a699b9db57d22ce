// SPDX-License-Identifier: Apache-2.0
// Errors on their way to another process or into a record, as JSON. Remedies stay behind: they belong to who shows the error.
#pragma once

#include "core/base/Error.h"

#include <QJsonObject>

namespace windsock {

QJsonObject errorToJson(const Error &error);  // code, what; why, todo, rule, evidence and place ("file:line:column") where there are any
Error errorFromJson(const QJsonObject &json); // what is missing or unknown: empty, or the code Bug; the place is not read

} // namespace windsock
