// SPDX-License-Identifier: Apache-2.0
// Finds the programs that Windsock drives, each at an absolute path. Runs nothing, so it knows no versions.
#pragma once

#include "core/base/Result.h"
#include "core/process/Command.h"

#include <QMap>
#include <QStringList>

namespace windsock {

// Where to look, in this order.
struct ToolPlaces
{
    QMap<Tool, QString> overrides = {}; // given by name: used, or refused with a reason, never passed over
    QString ownFolder = {};             // tools that Windsock downloaded
    QStringList path = {};              // PATH; entries that are not absolute are ignored
    QStringList usual = {};             // where installers put them: a program started from a desktop often has a short PATH

    static ToolPlaces standard(const QMap<Tool, QString> &overrides, const QString &ownFolder); // of this machine and environment
};

class ToolFinder
{
public:
    explicit ToolFinder(ToolPlaces places);

    // The program's path: its folder canonical, its own name kept, since some programs (snap's docker, for example) are links
    // to one that looks at the name it was called by. Remembered until the file goes.
    Result<QString> find(Tool tool);
    // The same judgement of a program that is named by its path (Command::program), which is answered as it was written.
    Result<QString> judge(const QString &program) const;
    // Another one may have come that goes first: look again.
    void forget(Tool tool) { m_found.remove(tool); }
    // A program below this folder is never used: a workspace comes from someone else.
    void neverFrom(const QString &folder);
    // What children get as PATH, so that kind finds the same docker as we do.
    QStringList searchPath() const;

private:
    Result<QString> look(Tool tool) const;
    QString refusal(const QString &file) const; // why it must not be run; empty: it may
    bool isForbidden(const QString &folder) const;

    ToolPlaces m_places;
    QStringList m_never; // canonical
    QMap<Tool, QString> m_found;
};

} // namespace windsock
