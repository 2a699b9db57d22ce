// SPDX-License-Identifier: Apache-2.0
#include "core/python/Uv.h"

using namespace std::chrono_literals;

namespace windsock::uv {

namespace {
Command uvCommand(const Place &place, const QStringList &args)
{
    Command command;
    command.tool = Tool::Uv;
    command.program = place.program;
    command.args = args;
    command.environment = place.environment;
    command.environment.insert("UV_CACHE_DIR", place.cache);
    // Pythons are the machine's: a build of its own would be fetched past the index, which a locked-down network does not let through.
    command.environment.insert("UV_PYTHON_DOWNLOADS", "never");
    command.environment.insert("UV_NO_PROGRESS", "1"); // its bars are for terminals; the lines come all the same
    command.stopSignal = StopSignal::Interrupt;
    return command;
}
} // namespace

Command version(const QString &program)
{
    Command command;
    command.tool = Tool::Uv;
    command.program = program;
    command.args = QStringList{"--version"};
    command.limit = 10s;
    return command;
}

Command venv(const Place &place, const QString &python, const QString &folder)
{
    Command command = uvCommand(place, {"venv", "--relocatable", "--no-project", "--python", python, "--", folder});
    command.limit = 60s;
    return command;
}

Command install(const Place &place, const InstallRequest &request)
{
    QStringList args{"pip", "install", "--python", request.python, "-r", request.requirements};
    if (!request.constraints.isEmpty())
        args += {"-c", request.constraints};
    if (request.before.isValid())
        args += {"--exclude-newer", request.before.toUTC().toString(Qt::ISODate)};
    if (!request.target.isEmpty())
        args += {"--target", request.target};
    for (const QString &host : request.insecureHosts)
        args += {"--allow-insecure-host", host};
    if (request.prereleases)
        args += {"--prerelease", "allow"};
    if (request.refresh)
        args += "--refresh";
    if (request.compile)
        args += "--compile-bytecode";
    if (request.check)
        args += "--strict";
    if (request.pinned)
        args += {"--require-hashes", "--only-binary", ":all:", "--no-deps"};
    Command command = uvCommand(place, args);
    command.limit = request.limit;
    return command;
}

Command clearCache(const Place &place)
{
    Command command = uvCommand(place, {"cache", "clean"});
    command.limit = 600s;
    return command;
}

} // namespace windsock::uv
