// SPDX-License-Identifier: Apache-2.0
// A scenario for the programs in the build folder's faketools, and a real ProcessRunner that finds only those.
#pragma once

#include "core/base/Redactor.h"
#include "core/process/ProcessRunner.h"
#include "core/process/ToolFinder.h"
#include "tests/support/TempWorkspace.h"

#include <QJsonObject>

namespace windsock {

class FakeTools
{
public:
    // `tools` is BUILD_ROOT "/faketools". Sets WINDSOCK_SCENARIO and WINDSOCK_RECORD of this program until it goes.
    FakeTools(const QString &tools, const QByteArray &scenario);
    ~FakeTools();

    ProcessRunner &runner() { return *m_runner; }
    void dropRunner() { m_runner.reset(); }
    Redactor &redactor() { return m_redactor; }
    ToolFinder &finder() { return m_finder; }
    const TempWorkspace &folder() const { return m_folder; }
    QList<QJsonObject> calls() const;  // what the fake programs saw
    QList<QJsonObject> ledger() const; // what the runner wrote down
    QByteArray ledgerText() const;

private:
    TempWorkspace m_folder;
    Redactor m_redactor;
    ToolFinder m_finder;
    std::unique_ptr<ProcessRunner> m_runner;
};

bool processLives(qint64 pid); // a dead one that nobody has collected yet does not count
bool noChildrenLeft();         // all are dead and collected; their QProcess objects go in the next turn of the event loop

} // namespace windsock
