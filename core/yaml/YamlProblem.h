// SPDX-License-Identifier: Apache-2.0
// Turns the parser's terse complaint into words: what is wrong in which line, and how it is usually mended.
#pragma once

#include "core/base/Error.h"

#include <QByteArray>

namespace YAML {
class Exception;
}

namespace windsock {

Error yamlProblem(const YAML::Exception &complaint, const QByteArray &text, const QString &name);

} // namespace windsock
