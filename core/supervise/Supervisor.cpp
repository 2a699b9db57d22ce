// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/Supervisor.h"

#include "core/supervise/ComponentList.h"
#include "core/supervise/Leftovers.h"
#include "core/supervise/ProcessSweep.h"

#include <QCoreApplication>

#include <algorithm>

namespace windsock {

namespace {
constexpr std::chrono::milliseconds leftoverGrace{5000}; // tasks of a supervisor that was killed may end well

QString tr(const char *text)
{
    return QCoreApplication::translate("Supervisor", text);
}

Error closingDown()
{
    Error error{Error::Code::Conflict, tr("The components are just being stopped")};
    error.todo = tr("Try again in a moment");
    error.rule = "supervise.closing";
    return error;
}

Error unknown(const QString &id, const QString &file)
{
    Error error{Error::Code::NotFound, tr("There is no component “%1”").arg(id)};
    error.todo = tr("Start the workspace anew: its components are written again");
    error.rule = "supervise.unknown";
    error.place.file = file;
    return error;
}

// `first`, once `second` is done too; of two errors the first.
Async<> firstError(const Result<> &first, const Async<> &second, QObject *context)
{
    return andFinally(second, context, [first](const Result<> &result) { return first ? result : first; });
}
} // namespace

Supervisor::Supervisor(const SupervisorFolder &folder, CommandRunner &runner, Redactor &redactor, Clock &clock, QObject *parent)
    : QObject(parent), m_folder(folder), m_clock(clock), m_records(folder.children()),
      m_log(folder.log()), m_parts{runner, redactor, clock, m_records, folder.key()}
{
    m_parts.note = [this](const QString &text) { note(text); };
    m_parts.failing = [this](const Error &error) { report(error); };
    m_status.pid = QCoreApplication::applicationPid();
    m_status.version = QStringLiteral(WINDSOCK_VERSION);
    m_status.since = m_clock.now();
}

Supervisor::~Supervisor() = default;

Result<> Supervisor::open()
{
    Result<FolderLock> lock = FolderLock::take(m_folder.lock());
    if (!lock)
        return lock.error();
    m_lock = std::move(*lock);
    m_records.load();
    if (const auto components = loadComponents(m_folder.components()))
        adopt(*components);
    note(tr("The supervisor runs as process %1").arg(m_status.pid));
    const auto look = [mark = componentMark(m_parts.folderKey), records = m_records.all()] {
        return belonging({records, mark}, processesOfThisUser());
    };
    const auto swept = ProcessSweep::run({.look = look, .grace = leftoverGrace}, m_clock, this);
    m_clean = andFinally(swept, this, [this](const Result<int> &ended) -> Result<> {
        if (!ended)
            report(ended.error());
        else if (*ended > 0)
            note(tr("Ended %1 processes that an earlier supervisor had left").arg(*ended));
        return m_records.clear();
    });
    return {};
}

Async<> Supervisor::start(const QStringList &ids)
{
    if (m_closing)
        return failed(closingDown());
    return andFinally(m_clean, this, [this, ids](const Result<> &) { return startNow(ids); });
}

Async<> Supervisor::startNow(const QStringList &ids)
{
    if (m_closing)
        return failed(closingDown());
    const Result<QStringList> wanted = define(ids);
    if (!wanted)
        return failed(wanted.error());
    QList<Async<>> starts;
    for (const QString &id : *wanted)
        starts += m_components.at(id)->start();
    return allOf(this, starts);
}

Async<> Supervisor::stop(const QStringList &ids)
{
    if (m_closing)
        return failed(closingDown());
    return andFinally(m_clean, this, [this, ids](const Result<> &) { return stopNow(ids); });
}

Async<> Supervisor::restart(const QStringList &ids)
{
    // One that is new in the list is in nobody's way yet.
    QStringList present = ids;
    present.removeIf([this](const QString &id) { return !m_components.contains(id); });
    const Async<> stopped = present.isEmpty() && !ids.isEmpty() ? ready() : stop(present);
    return andThen(stopped, this, [this, ids](Nothing) { return start(ids); });
}

Async<> Supervisor::stopNow(const QStringList &ids)
{
    for (const QString &id : ids) {
        if (!m_components.contains(id))
            return failed(unknown(id, m_folder.components()));
    }
    const Async<> stopped = stopGroups(stopOrder(definitions(), chosen(ids)));
    return andFinally(stopped, this, [this](const Result<> &result) {
        forgetGone();
        return result;
    });
}

Async<> Supervisor::stopGroups(QList<QStringList> groups)
{
    if (groups.isEmpty())
        return ready();
    QList<Async<>> stops;
    for (const QString &id : groups.takeFirst())
        stops += m_components.at(id)->stop();
    // The others too, whatever happened to these.
    return andFinally(allOf(this, stops), this,
                      [this, groups](const Result<> &result) { return firstError(result, stopGroups(groups), this); });
}

Async<> Supervisor::shutDown()
{
    if (m_closing)
        return m_closing->future();
    m_closing.emplace();
    m_status.shuttingDown = true;
    note(tr("Stopping all components"));
    tellChanged();
    const auto stopped = andFinally(m_clean, this, [this](const Result<> &) { return stopNow({}); });
    whenDone(stopped, this, &Supervisor::close);
    return m_closing->future();
}

void Supervisor::close(const Result<> &stopped)
{
    note(stopped ? tr("The supervisor ends") : stopped.error().report());
    emit closing();
    m_lock.release();
    m_closing->resolve(stopped);
    emit closed();
}

QList<Component> Supervisor::definitions() const
{
    QList<Component> all;
    for (const auto &[id, component] : m_components)
        all += component->component();
    return all;
}

Result<QStringList> Supervisor::define(const QStringList &ids)
{
    const Result<QList<Component>> components = loadComponents(m_folder.components());
    if (!components)
        return components.error();
    adopt(*components);
    for (const QString &id : ids) {
        if (!m_order.contains(id))
            return unknown(id, m_folder.components());
    }
    QStringList wanted = m_order;
    if (!ids.isEmpty())
        wanted.removeIf([&ids](const QString &id) { return !ids.contains(id); });
    return wanted;
}

void Supervisor::adopt(const QList<Component> &components)
{
    m_order.clear();
    for (const Component &component : components) {
        m_order += component.id;
        const auto known = m_components.find(component.id);
        if (known == m_components.end())
            addComponent(component);
        else
            known->second->define(component);
    }
    forgetGone();
    tellChanged();
}

void Supervisor::addComponent(const Component &component)
{
    auto made = std::make_unique<SupervisedComponent>(component, m_parts);
    connect(made.get(), &SupervisedComponent::changed, this, &Supervisor::tellChanged);
    m_components.emplace(component.id, std::move(made));
}

void Supervisor::forgetGone()
{
    std::erase_if(m_components, [this](const auto &entry) {
        return !m_order.contains(entry.first) && entry.second->status().state == ComponentState::Stopped;
    });
}

QStringList Supervisor::chosen(const QStringList &ids) const
{
    if (!ids.isEmpty())
        return ids;
    QStringList all;
    for (const auto &[id, component] : m_components)
        all += id;
    return all;
}

SupervisorStatus Supervisor::status() const
{
    SupervisorStatus status = m_status;
    QStringList ids = m_order;
    for (const auto &[id, component] : m_components) {
        if (!ids.contains(id))
            ids += id;
    }
    for (const QString &id : ids)
        status.components += m_components.at(id)->status();
    return status;
}

void Supervisor::note(const QString &text)
{
    m_log.append((m_clock.now().toString(Qt::ISODateWithMs) + u' ' + text).toUtf8());
}

void Supervisor::report(const Error &error)
{
    m_status.problem = error.report();
    note(m_status.problem);
    tellChanged();
}

void Supervisor::tellChanged()
{
    if (std::exchange(m_toldChanged, true))
        return;
    const auto tell = [this] {
        m_toldChanged = false;
        emit changed();
    };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

} // namespace windsock
