// SPDX-License-Identifier: Apache-2.0
// The services that make Python environments and find PostgreSQL, made once for a backend: finders remember what they were told.
#pragma once

#include "core/backends/standalone/StandaloneSession.h"
#include "core/postgres/PostgresFinder.h"
#include "core/python/EmbeddedPostgres.h"
#include "core/python/EnvironmentBuild.h"
#include "core/python/PinnedPackages.h"
#include "core/python/PythonFinder.h"
#include "core/python/UvInstall.h"

namespace windsock {

class StandaloneTools
{
public:
    explicit StandaloneTools(const StandaloneSession &session);

    EnvironmentStore store;
    PythonFinder pythons;
    UvInstall uv;
    PinnedPackages pins;
    EnvironmentBuild environments;
    EmbeddedPostgres embedded;
    PostgresFinder postgres;

private:
    StandaloneTools(const StandaloneSession &session, const IndexSettings &index);
    QList<std::shared_ptr<const SecretString>> m_secrets; // of package indexes: masked while this lives
};

} // namespace windsock
