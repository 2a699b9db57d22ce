// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/DidYouMean.h"

#include <algorithm>
#include <vector>

namespace windsock {

namespace {
constexpr int longestWord = 64; // longer ones are no slip of the hand, and the table below grows with the square
}

int editDistance(const QString &left, const QString &right)
{
    const QString a = left.toLower();
    const QString b = right.toLower();
    const auto columns = static_cast<std::size_t>(b.size()) + 1;
    std::vector<int> before(columns), above(columns), row(columns);
    for (std::size_t j = 0; j < columns; ++j)
        above[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const int replaced = above[at - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[at] = std::min({above[at] + 1, row[at - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[at] = std::min(row[at], before[at - 2] + 1);
        }
        before.swap(above);
        above.swap(row);
    }
    return above[columns - 1];
}

QString nearestWord(const QString &word, const QStringList &candidates)
{
    QString nearest;
    if (word.size() > longestWord)
        return nearest;
    int best = std::max(1, static_cast<int>(word.size()) / 3) + 1;
    for (const QString &candidate : candidates) {
        const int distance = editDistance(word, candidate);
        if (distance < best) {
            best = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace windsock
