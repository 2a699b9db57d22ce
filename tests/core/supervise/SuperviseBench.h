// SPDX-License-Identifier: Apache-2.0
// A state folder, a runtime folder for sockets, fake programs as components, and a real clock: what tests of core/supervise stand on.
#pragma once

#include "core/base/Clock.h"
#include "core/supervise/Component.h"
#include "core/supervise/ComponentList.h"
#include "core/supervise/SupervisorFolder.h"
#include "core/supervise/SupervisorStatus.h"
#include "tests/support/Await.h"
#include "tests/support/FakeTools.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

namespace windsock {

class SuperviseBench
{
public:
    // The blocks of the scenario begin with "on faketool ID": each component is called with its id.
    explicit SuperviseBench(const QByteArray &scenario) : tools(QStringLiteral(BUILD_ROOT "/faketools"), scenario)
    {
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime.path()));
        folder.folder = QDir(tools.folder().makeFolder("state"));
    }
    ~SuperviseBench() { qunsetenv("XDG_RUNTIME_DIR"); }

    Component component(const QString &id) const
    {
        Component made{.id = id, .title = id.left(1).toUpper() + id.mid(1)};
        made.program = QStringLiteral(BUILD_ROOT "/faketools/faketool");
        made.args = {id};
        made.logFile = logOf(id);
        made.grace = std::chrono::seconds(1);
        made.environment = {{"WINDSOCK_SCENARIO", tools.folder().path("scenario")}, {"WINDSOCK_RECORD", tools.folder().path("record")}};
        return made;
    }
    QString logOf(const QString &id) const { return folder.folder.filePath("logs/" + id + ".log"); }
    QByteArray said(const QString &id) const
    {
        QFile file(logOf(id));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    // The number behind the last "WORD 4242" that a component has said; 0: it has not.
    qint64 numberIn(const QString &id, const QByteArray &word) const
    {
        const QByteArray text = said(id);
        const qsizetype at = text.lastIndexOf(word + ' ');
        return at < 0 ? 0 : text.mid(at + word.size() + 1, text.indexOf('\n', at) - at - word.size() - 1).toLongLong();
    }
    QByteArray supervisorLog() const
    {
        QFile file(folder.log());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    Result<> save(const QList<Component> &components) const { return saveComponents(folder.components(), components); }
    int calls(const QString &id) const
    {
        int count = 0;
        for (const QJsonObject &call : tools.calls())
            count += call["argv"].toArray().first().toString() == id;
        return count;
    }

    QTemporaryDir runtime;
    FakeTools tools;
    SupervisorFolder folder;
    SystemClock clock;
};

inline ComponentState stateOf(const SupervisorStatus &status, const QString &id)
{
    const ComponentStatus *component = status.find(id);
    return component ? component->state : ComponentState::Stopped;
}

} // namespace windsock
