// SPDX-License-Identifier: Apache-2.0
// Reads a tool's JSON answer: a whole document or one object per line. Errors name the tool and show the beginning of
// what came instead. Only for the parsers of this room.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace windsock {

Error unreadableAnswer(const QString &command, const QByteArray &bytes, const QString &why = {});
Result<QJsonObject> readObject(const QByteArray &bytes, const QString &command);
Result<QJsonArray> readArray(const QByteArray &bytes, const QString &command);
Result<QList<QJsonObject>> readObjectLines(const QByteArray &bytes, const QString &command);

} // namespace windsock
