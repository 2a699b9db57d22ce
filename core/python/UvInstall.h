// SPDX-License-Identifier: Apache-2.0
// Gives a uv that can be used: one that is installed, else one pinned release that is put into Windsock's own tools folder by
// the pip of a Python of this machine, with the hashes of its wheels compiled in. Needs no root, no venv module and no address:
// pip knows its index. Main thread.
#pragma once

#include "core/process/CommandRunner.h"
#include "core/process/ToolFinder.h"
#include "core/python/IndexSettings.h"
#include "core/python/Pip.h"
#include "core/python/PythonFinder.h"

namespace windsock {

struct UvProgram
{
    QString path;
    Version version;
    bool operator==(const UvProgram &) const = default;
};

struct UvInstallRequest
{
    std::function<void(const QString &)> progress = {};
    std::function<void(const Command &)> commands = {}; // each child before it starts, for logs
    LineSink lines = {};                                // pip's own lines, redacted
    Cancel cancel = {};
};

class UvInstall : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        CommandRunner &runner; // these three outlive the UvInstall
        ToolFinder &finder;
        PythonFinder &pythons;
        QString toolsFolder; // Paths::tools()
        IndexSettings index = {};
        QStringList systemWheels = pip::systemWheelFolders();
    };
    explicit UvInstall(Parts parts, QObject *parent = nullptr);

    // What is there, or what it has installed. Errors: Canceled; ToolMissing: no Python ("python.missing"), none with pip ("uv.no-pip",
    // `todo` names the package to install), a uv that was named and is of no use ("tool.override"); else as
    // pip::failure(). Nothing is left behind by a failure.
    Async<UvProgram> ensure(const UvInstallRequest &request = {});
    // Only what is there: ToolMissing where there is none that will do.
    Async<UvProgram> find(const Cancel &cancel = {});

    static Version pinnedVersion();
    static QByteArray pinnedRequirement(); // "uv==… --hash=sha256:…", as pip reads it

private:
    struct Work;
    using WorkPtr = std::shared_ptr<Work>;
    Async<UvProgram> ask(const QString &path, const Cancel &cancel);
    Async<UvProgram> install(const FoundPythons &pythons, const UvInstallRequest &request);
    Async<> tryNext(const WorkPtr &work);
    Result<UvProgram> putInPlace(const WorkPtr &work, const UvProgram &made);

    Parts m_parts;
};

} // namespace windsock
