// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/StandaloneTools.h"

#include "core/base/Redactor.h"

namespace windsock {

namespace {
EnvironmentParts partsOf(const StandaloneSession &session, const IndexSettings &index)
{
    return {.runner = session.runner,
            .clock = session.clock,
            .store = EnvironmentStore(session.paths.data.filePath(QStringLiteral("pythons"))),
            .cache = session.paths.cache.filePath(QStringLiteral("uv")),
            .index = index};
}
} // namespace

StandaloneTools::StandaloneTools(const StandaloneSession &session)
    : StandaloneTools(session, IndexSettings::from(IndexSources::ofThisMachine()))
{}

StandaloneTools::StandaloneTools(const StandaloneSession &session, const IndexSettings &index)
    : store(partsOf(session, index).store), pythons(session.runner, PythonPlaces::ofThisMachine()),
      uv({.runner = session.runner, .finder = session.tools, .pythons = pythons, .toolsFolder = session.paths.tools(), .index = index}),
      pins(session.clock, session.paths.cache.filePath(QStringLiteral("constraints"))), environments(partsOf(session, index), pins),
      embedded(partsOf(session, index)), postgres(session.runner), m_secrets(index.secrets())
{
    for (const auto &secret : m_secrets)
        session.redactor.add(secret);
}

} // namespace windsock
