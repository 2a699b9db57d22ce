// SPDX-License-Identifier: Apache-2.0
// Whole small files in and out, with errors that name the file. Writes are all-or-nothing (temporary file, rename).
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QFileDevice>

namespace windsock {

inline constexpr qint64 largestText = 4 * 1024 * 1024; // bytes; settings and YAML files beyond it are a mistake

// NotFound when there is no such file; BadInput for a folder, a device, a link to nowhere, an unreadable or too large file.
Result<QByteArray> readFile(const QString &path, qint64 largest = largestText);

inline constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
inline constexpr QFileDevice::Permissions everyoneReads = ownerOnly | QFileDevice::ReadGroup | QFileDevice::ReadOther;
// Makes missing parent folders. A reader never sees half of the file, nor other permissions than these.
Result<> writeFile(const QString &path, const QByteArray &bytes, QFileDevice::Permissions permissions = everyoneReads);

} // namespace windsock
