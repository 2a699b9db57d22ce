// SPDX-License-Identifier: Apache-2.0
// Compares text with a file that is kept beside the tests. UPDATE_GOLDEN=1 writes the file instead: git diff is the review.
#pragma once

#include <QByteArray>
#include <QString>

namespace windsock {

// Empty: the same. Else the first line that differs, from both sides.
QString goldenDifference(const QString &file, const QByteArray &actual);

} // namespace windsock

// Needs TEST_DATA, which every test program gets: COMPARE_GOLDEN("plan/start.txt", text)
#define COMPARE_GOLDEN(relative, actual) \
    do { \
        const QString difference = windsock::goldenDifference(QStringLiteral(TEST_DATA "/" relative), actual); \
        QVERIFY2(difference.isEmpty(), qPrintable(difference)); \
    } while (false)
