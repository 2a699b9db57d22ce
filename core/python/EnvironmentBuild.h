// SPDX-License-Identifier: Apache-2.0
// Makes the environment of a spec, or gives the one that is there: venv, Airflow with its pins, what the image and the user add,
// bytecode, mark, rename. Whatever goes wrong, or whoever is killed, leaves no half of one; of two programs that make the same
// one, the second waits and takes the first one's. Main thread.
#pragma once

#include "core/python/EnvironmentParts.h"
#include "core/python/EnvironmentStages.h"
#include "core/python/PinnedPackages.h"
#include "core/python/PythonFinder.h"

namespace windsock {

struct EnvironmentRequest
{
    EnvironmentSpec spec;
    PythonProgram python; // of spec.python
    QString uv;           // UvInstall's, absolute
    // All of it to bytecode before it is finished. A third of the files is ever loaded, so that this takes more time (6 of 9 s) than
    // it spares the first start, which compiles what it loads. compileCommand() does it later, when nobody waits.
    bool compile = false;
    std::function<void(const QString &)> progress = {}; // one short line: "Airflow 2.10.5: fetching pyarrow (40.1MiB)"
    std::function<void(const Command &)> commands = {}; // each child before it starts, for logs
    LineSink lines = {};                                // uv's own lines, redacted
    Cancel cancel = {};
};

// Compiles what is not compiled yet; whatever uses the environment meanwhile goes on.
Command compileCommand(const PythonEnvironment &environment);

class EnvironmentBuild : public QObject
{
    Q_OBJECT
public:
    EnvironmentBuild(EnvironmentParts parts, PinnedPackages &pins, QObject *parent = nullptr); // the pins outlive this

    // Errors: Canceled; BadInput with file and line for a requirement that cannot be; Conflict, NotFound with the line that brings
    // it; Network, Auth, ToolFailed as uv::failure(), …
    Async<PythonEnvironment> make(const EnvironmentRequest &request);
    // What it would run, for --dry-run; nothing where the environment is there.
    QList<Command> preview(const EnvironmentRequest &request) const;

private:
    struct Work;
    using WorkPtr = std::shared_ptr<Work>;
    Async<PythonEnvironment> fill(const WorkPtr &work, const QString &making);
    Async<> makeVenv(const WorkPtr &work);
    Async<> installAll(const WorkPtr &work);
    Async<> install(const WorkPtr &work, const EnvironmentStage &stage);
    UvListener listener(const Work &work, const QString &title) const;

    EnvironmentParts m_parts;
    PinnedPackages &m_pins;
};

} // namespace windsock
