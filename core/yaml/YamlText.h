// SPDX-License-Identifier: Apache-2.0
// The bytes of a YAML file before anybody parses them: refuses what is no text, finds places a parser cannot tell.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace windsock {

// Without a byte order mark. BadInput with line and column for bytes that are not UTF-8, and for control characters
// that YAML forbids (NUL above all: a binary file, or UTF-16).
Result<QByteArray> checkedText(const QByteArray &bytes, const QString &name);

// Counts characters rather than bytes; yaml-cpp counts bytes. Line and byte column from 0, the answer from 1.
SourcePlace placeAt(const QByteArray &text, const QString &name, int line, int byteColumn);
SourcePlace placeOfOffset(const QByteArray &text, const QString &name, qsizetype offset);

// The line from 0, without its end. Empty past the last one.
QByteArray lineOf(const QByteArray &text, int line);

// What stands open at the end of the text: a bracket or a quote without its partner. -1: nothing.
struct OpenThing
{
    char what = 0; // one of [ { ' "
    qsizetype offset = -1;
};
OpenThing lastOpenThing(const QByteArray &text);

} // namespace windsock
