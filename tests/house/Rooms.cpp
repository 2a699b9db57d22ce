// SPDX-License-Identifier: Apache-2.0
#include "tests/house/Rooms.h"

#include <QMap>
#include <QStringList>

namespace rooms {

namespace {

// Tens, so that a room below another one (backends/kind in backends) can stand between two levels.
const QMap<QString, int> &levels()
{
    static const QMap<QString, int> table{
        {QStringLiteral("core/base"), 0},           {QStringLiteral("core/process"), 10},
        {QStringLiteral("core/net"), 10},           {QStringLiteral("core/yaml"), 10},
        {QStringLiteral("core/logs"), 10},          {QStringLiteral("core/plan"), 20},
        {QStringLiteral("core/tools"), 20},         {QStringLiteral("core/kube"), 20},
        {QStringLiteral("core/airflow"), 20},       {QStringLiteral("core/vault"), 20},
        {QStringLiteral("core/workspace"), 30},     {QStringLiteral("core/checks"), 40},
        {QStringLiteral("core/python"), 30},        {QStringLiteral("core/postgres"), 30},
        {QStringLiteral("core/gitops"), 40},        {QStringLiteral("core/backends"), 50},
        {QStringLiteral("core/backends/kind"), 55}, {QStringLiteral("core/backends/standalone"), 55},
        {QStringLiteral("core/supervise"), 20},     {QStringLiteral("core/cluster"), 60},
    };
    return table;
}

bool isBackend(const QString &room)
{
    return room.startsWith(QStringLiteral("core/backends/"));
}

QString coreObjection(const QString &from, const QString &to)
{
    if (!to.startsWith(QStringLiteral("core/")))
        return QStringLiteral("core must not know %1").arg(to);
    const auto mine = levelOf(from), other = levelOf(to);
    if (!mine || !other)
        return QStringLiteral("%1 is not in the level table").arg(mine ? to : from);
    if (isBackend(to))
        return QStringLiteral("only app/Services may name a backend (%1)").arg(to);
    return *other < *mine ? QString()
                          : QStringLiteral("%1 (level %2) must not include %3 (level %4)").arg(from).arg(*mine).arg(to).arg(*other);
}

QString uiObjection(const QString &from, const QString &to)
{
    if (to.startsWith(QStringLiteral("app")))
        return QStringLiteral("ui must not know app");
    if (isBackend(to))
        return QStringLiteral("only app/Services may name a backend (%1)").arg(to);
    if (from != QStringLiteral("ui/shell") && to.startsWith(QStringLiteral("ui/")) && to != QStringLiteral("ui/widgets"))
        return QStringLiteral("%1 must not know %2: pages meet in ui/shell only").arg(from, to);
    return {};
}

} // namespace

QString roomOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    if (parts.size() < 2 || !QStringList{QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")}.contains(parts.first()))
        return {};
    return parts.mid(0, parts.size() - 1).join(u'/');
}

bool mayNameBackends(const QString &file)
{
    return file.startsWith(QStringLiteral("core/backends/")) || file.startsWith(QStringLiteral("app/Services."))
           || file.startsWith(QStringLiteral("app/PostRender."));
}

std::optional<int> levelOf(const QString &coreRoom)
{
    const auto found = levels().constFind(coreRoom);
    return found == levels().constEnd() ? std::nullopt : std::optional(*found);
}

QString objection(const QString &file, const QString &header)
{
    const QString from = roomOf(file), to = roomOf(header);
    if (from.isEmpty() || to.isEmpty() || from == to)
        return {};
    if (from.startsWith(QStringLiteral("core/")))
        return coreObjection(from, to);
    if (from.startsWith(QStringLiteral("ui/")))
        return uiObjection(from, to);
    return isBackend(to) && !mayNameBackends(file) ? QStringLiteral("only app/Services may name a backend (%1)").arg(to) : QString();
}

} // namespace rooms
