// SPDX-License-Identifier: Apache-2.0
// The file that makes a folder a finished environment: what is in it and how its versions were fixed. Written last.
#pragma once

#include "core/python/EnvironmentStore.h"

namespace windsock {

QString environmentMarkIn(const QString &folder);
QByteArray renderEnvironmentMark(const PythonEnvironment &environment);
// Nothing where the bytes are no mark, or one of another format. The folder is the caller's to fill in.
std::optional<PythonEnvironment> parseEnvironmentMark(const QByteArray &bytes);

} // namespace windsock
