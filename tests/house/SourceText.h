// SPDX-License-Identifier: Apache-2.0
// A C++ file as the house rules look at it: the lines as written, and the same lines with comments and literals blanked.
// Knows no grammar beyond comments and literals.
#pragma once

#include <QString>
#include <QStringList>

class SourceText
{
public:
    SourceText(const QString &path, const QString &text);

    const QString &path() const { return m_path; } // relative to the root of the project, '/' between folders
    const QStringList &lines() const { return m_lines; }
    const QStringList &code() const { return m_code; } // same count of lines; comments, strings and characters are blanks
    // A line may be excused, with a reason that a reader can judge: "// house-allows: it is a thread of its own".
    bool isExcused(int line) const;
    bool isBelow(const QString &folder) const { return m_path.startsWith(folder + u'/'); }
    bool isHeader() const { return m_path.endsWith(QStringLiteral(".h")); }
    bool isTest() const { return isBelow(QStringLiteral("tests")); }

private:
    QString m_path;
    QStringList m_lines, m_code;
};
