// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/CompileStep.h"

#include "core/base/FileText.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace windsock::standalone {

using namespace std::chrono_literals;

namespace {
QString markIn(const PythonEnvironment &environment)
{
    return environment.folder + QStringLiteral("/.windsock-compiled");
}

std::optional<PythonEnvironment> environmentOf(const StandaloneFacts &facts)
{
    const auto record = StandaloneRecord::load(facts.places.record);
    return record && *record ? facts.tools.store.find((*record)->environment) : std::nullopt;
}
} // namespace

Step compileStep(const StandaloneFactsPtr &facts)
{
    Step step{.id = "compile", .title = QCoreApplication::translate("CompileStep", "Compile the Python packages"), .limit = 10min};
    step.isDone = [facts](RunContext &) {
        const auto environment = environmentOf(*facts);
        return ready(!environment || QFileInfo::exists(markIn(*environment)));
    };
    step.run = [facts](RunContext &context) -> Async<> {
        const auto environment = environmentOf(*facts);
        if (!environment)
            return ready();
        return andThen(context.run(compileCommand(*environment)), &context, [environment = *environment](const CommandOutput &) {
            // Files that are no Python of this version do not compile, and nobody loads them: once is enough.
            return writeFile(markIn(environment), {});
        });
    };
    return step;
}

} // namespace windsock::standalone
