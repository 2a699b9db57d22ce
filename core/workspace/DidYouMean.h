// SPDX-License-Identifier: Apache-2.0
// Finds the word that somebody probably meant. Pure.
#pragma once

#include <QString>
#include <QStringList>

namespace windsock {

// Insertions, deletions, replacements and swapped neighbours that turn one word into the other; case does not count.
int editDistance(const QString &left, const QString &right);

// The nearest candidate, empty when none is near: at most one slip for every three letters.
QString nearestWord(const QString &word, const QStringList &candidates);

} // namespace windsock
