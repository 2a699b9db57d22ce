// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/UnusedEnvironments.h"

#include "core/backends/standalone/StandalonePlaces.h"
#include "core/backends/standalone/StandaloneRecord.h"
#include "core/supervise/ComponentList.h"

#include <QCoreApplication>
#include <QLocale>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("UnusedEnvironments", text);
}

// Of the programs that run, or ran last, also where something stands around them.
QStringList idsIn(const QList<Component> &components, const EnvironmentStore &store)
{
    const QString inStore = store.folder() + u'/';
    QStringList ids;
    for (const Component &component : components) {
        for (const QString &word : QStringList{component.program} + component.args) {
            if (word.startsWith(inStore))
                ids += word.mid(inStore.size()).section(u'/', 0, 0);
        }
    }
    return ids;
}

// A file that cannot be read may name any: then all count as used.
std::optional<QStringList> usedIds(const EnvironmentStore &store, const Paths &paths)
{
    QStringList used;
    const QDir workspaces(paths.workspaceState({}).absolutePath());
    for (const QString &id : workspaces.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const StandalonePlaces places = StandalonePlaces::of(id, paths);
        const auto record = StandaloneRecord::load(places.record);
        const auto components = loadComponents(places.supervisor.components());
        if (!record || (!components && components.error().code != Error::Code::NotFound))
            return {};
        if (*record)
            used += (*record)->environment;
        used += idsIn(components.value_or({}), store);
    }
    return used;
}
} // namespace

QList<PythonEnvironment> unusedEnvironments(const EnvironmentStore &store, const Paths &paths)
{
    const auto used = usedIds(store, paths);
    QList<PythonEnvironment> unused = used ? store.unused(*used) : QList<PythonEnvironment>{};
    unused.removeIf([](const PythonEnvironment &one) { return one.airflow.isEmpty(); }); // the database's programs: every one's
    return unused;
}

QList<Finding> unusedNote(const QList<PythonEnvironment> &unused)
{
    if (unused.isEmpty())
        return {};
    qint64 bytes = 0;
    for (const PythonEnvironment &environment : unused)
        bytes += environment.bytes;
    return {Finding{.rule = QStringLiteral("environments.unused"),
                    .severity = Severity::Pass,
                    .what = tr("Python environments that no workspace uses: %1").arg(unused.size()),
                    .why = tr("They hold %1; a workspace that wants one again makes it anew").arg(QLocale().formattedDataSize(bytes)),
                    .todo = {},
                    .place = {},
                    .key = {},
                    .remedies = {{"environments.clear", tr("Remove them")}}}};
}

Async<> clearUnusedEnvironments(const EnvironmentStore &store, const Paths &paths, QObject *context)
{
    QList<Async<>> removals;
    for (const PythonEnvironment &environment : unusedEnvironments(store, paths))
        removals += store.remove(environment.id, context);
    return allOf(context, removals);
}

} // namespace windsock
