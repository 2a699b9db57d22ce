// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/ComponentList.h"

#include "core/base/FileText.h"
#include "core/net/JsonReader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ComponentList", text);
}

Error unreadable(const Error &failure, const QString &file)
{
    Error error = Error::badInput(tr("The list of the components cannot be understood"), {file},
                                  tr("Start the workspace anew: its components are written again"));
    error.why = failure.why;
    return error;
}

std::optional<Error> objectionTo(const QList<Component> &components, const QString &file)
{
    QStringList ids;
    for (const Component &component : components) {
        if (const auto error = objectionTo(component, file))
            return error;
        if (ids.contains(component.id))
            return Error::badInput(tr("Two components have the id %1").arg(component.id), {file});
        ids += component.id;
    }
    qsizetype ordered = 0;
    for (const QStringList &group : stopOrder(components, ids))
        ordered += group.size();
    if (ordered < components.size())
        return Error::badInput(tr("Components need each other in a circle"), {file});
    return std::nullopt;
}
} // namespace

Result<> saveComponents(const QString &file, const QList<Component> &components)
{
    if (const auto error = objectionTo(components, file))
        return *error;
    QJsonArray list;
    for (const Component &component : components)
        list += toJson(component);
    return writeFile(file, QJsonDocument(QJsonObject{{"version", 1}, {"components", list}}).toJson(), ownerOnly);
}

Result<QList<Component>> loadComponents(const QString &file)
{
    const Result<QByteArray> bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    const Result<JsonReader> reader = JsonReader::parse(*bytes, file);
    if (!reader)
        return unreadable(reader.error(), file);
    QList<Component> components;
    for (const JsonReader &item : (*reader)["components"].items()) {
        Result<Component> component = componentFromJson(item.object(), file);
        if (!component)
            return component.error();
        components += *component;
    }
    if (const auto failure = reader->failure())
        return unreadable(*failure, file);
    if (const auto error = objectionTo(components, file))
        return *error;
    return components;
}

QList<QStringList> stopOrder(const QList<Component> &components, const QStringList &ids)
{
    QList<Component> left;
    std::copy_if(components.cbegin(), components.cend(), std::back_inserter(left),
                 [&ids](const Component &component) { return ids.contains(component.id); });
    const auto isNeeded = [&left](const QString &id) {
        return std::any_of(left.cbegin(), left.cend(), [&id](const Component &other) { return other.needs.contains(id); });
    };
    QList<QStringList> groups;
    while (!left.isEmpty()) {
        QStringList group;
        for (const Component &component : left) {
            if (!isNeeded(component.id))
                group += component.id;
        }
        if (group.isEmpty())
            break; // a circle
        left.removeIf([&group](const Component &component) { return group.contains(component.id); });
        groups += group;
    }
    return groups;
}

} // namespace windsock
