// SPDX-License-Identifier: Apache-2.0
// A component's log file. Appends lines, which come redacted from the runner; starts a new file at 10 MiB and keeps one older
// one (NAME.1); remembers the last 40 lines for messages. A disk that is full loses lines, never the component.
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QFile>

namespace windsock {

class ComponentLog
{
public:
    static constexpr qint64 largest = 10 * 1024 * 1024; // bytes
    static constexpr qsizetype linesKept = 40;

    explicit ComponentLog(const QString &path, qint64 rotateAt = largest); // opened with the first line; makes its folder
    void append(QByteArrayView line);                                      // without its end
    QByteArrayList lastLines() const { return m_last; }
    void forgetLines() { m_last.clear(); } // of an earlier life

private:
    bool open();
    bool isStillThere() const;
    void rotate();
    QFile m_file;
    qint64 m_rotateAt;
    QByteArrayList m_last;
};

} // namespace windsock
