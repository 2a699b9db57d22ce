// SPDX-License-Identifier: Apache-2.0
// Reads pip.conf as far as it says where packages come from. Python's configparser in small: sections, "key = value" or "key: value",
// values that go on in indented lines, whole-line comments.
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace windsock {

// Of [global], then [install], which wins: "index-url" → "https://…"; lines of one value joined by '\n'. Underscores in keys count
// as dashes, as for pip.
QMap<QString, QString> parsePipConfig(const QByteArray &bytes);

} // namespace windsock
