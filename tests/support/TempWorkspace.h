// SPDX-License-Identifier: Apache-2.0
// A folder that goes with the test. Its name holds a space and letters beyond ASCII, as folders of real users do.
#pragma once

#include <QByteArray>
#include <QStringList>
#include <QTemporaryDir>

namespace windsock {

class TempWorkspace
{
public:
    TempWorkspace();

    QString path() const { return m_root; }
    QString path(const QString &relative) const { return m_root + u'/' + relative; }
    // Makes missing folders; answers with the file's path.
    QString write(const QString &relative, const QByteArray &bytes) const;
    QString writeProgram(const QString &relative, const QByteArray &script) const; // the same, executable
    QString makeFolder(const QString &relative) const;
    QByteArray read(const QString &relative) const; // empty if there is none
    QStringList files() const;                      // all of them, relative, sorted

private:
    QTemporaryDir m_folder;
    QString m_root; // canonical
};

} // namespace windsock
