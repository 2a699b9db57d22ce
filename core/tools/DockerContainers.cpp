// SPDX-License-Identifier: Apache-2.0
// The part of DockerReplies.h that is about containers: inspect, ps, events.
#include "core/tools/DockerReplies.h"

#include "core/tools/JsonAnswer.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace windsock::docker {

namespace {
ContainerState stateOf(const QString &word)
{
    static const QMap<QString, ContainerState> states{
        {"created", ContainerState::Created},   {"running", ContainerState::Running},
        {"paused", ContainerState::Paused},     {"restarting", ContainerState::Restarting},
        {"removing", ContainerState::Removing}, {"exited", ContainerState::Exited},
        {"dead", ContainerState::Dead},
    };
    return states.value(word, ContainerState::Unknown);
}

// docker writes the year 1 for "never"
QDateTime timeOf(const QJsonValue &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.date().year() > 1 ? time : QDateTime();
}

// {"30080/tcp": [{"HostIp": "127.0.0.1", "HostPort": "18996"}]}
QList<PublishedPort> portsOf(const QJsonObject &bindings)
{
    QList<PublishedPort> ports;
    for (auto it = bindings.begin(); it != bindings.end(); ++it) {
        const int inside = it.key().section(u'/', 0, 0).toInt();
        const QJsonArray outside = it.value().toArray();
        for (const QJsonValue &entry : outside) {
            const QJsonObject host = entry.toObject();
            ports += PublishedPort{host.value("HostIp").toString(), host.value("HostPort").toString().toInt(), inside};
        }
    }
    return ports;
}

QList<ContainerMount> mountsOf(const QJsonArray &list)
{
    QList<ContainerMount> mounts;
    for (const QJsonValue &entry : list) {
        const QJsonObject mount = entry.toObject();
        if (mount.value("Type").toString() == "bind")
            mounts += ContainerMount{mount.value("Source").toString(), mount.value("Destination").toString(), mount.value("RW").toBool()};
    }
    return mounts;
}

QMap<QString, QString> labelMap(const QJsonObject &object)
{
    QMap<QString, QString> labels;
    for (auto it = object.begin(); it != object.end(); ++it)
        labels.insert(it.key(), it.value().toString());
    return labels;
}

// "a=b,c=d": docker ps joins them so; a value with a comma cannot be told apart and is cut
QMap<QString, QString> labelMap(const QString &joined)
{
    QMap<QString, QString> labels;
    const QStringList pairs = joined.split(u',', Qt::SkipEmptyParts);
    for (const QString &pair : pairs)
        labels.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    return labels;
}

// "127.0.0.1:18998->80/tcp, [::]:9000-9001->9000-9001/tcp, 5432/tcp"
QList<PublishedPort> portsOf(const QString &column)
{
    static const QRegularExpression pattern(QStringLiteral("^(.*):(\\d+)(?:-(\\d+))?->(\\d+)(?:-\\d+)?/"));
    QList<PublishedPort> ports;
    const QStringList entries = column.split(QStringLiteral(", "), Qt::SkipEmptyParts);
    for (const QString &entry : entries) {
        const QRegularExpressionMatch match = pattern.match(entry);
        if (!match.hasMatch())
            continue;
        const QString address = match.captured(1).remove(u'[').remove(u']');
        const int first = match.captured(2).toInt();
        const int last = match.captured(3).isEmpty() ? first : match.captured(3).toInt();
        for (int port = first; port <= last; ++port)
            ports += PublishedPort{address.isEmpty() ? QStringLiteral("::") : address, port, match.captured(4).toInt() + port - first};
    }
    return ports;
}
} // namespace

Result<Container> parseContainer(const QByteArray &json)
{
    Result<QJsonArray> answer = readArray(json, QStringLiteral("docker container inspect"));
    if (!answer)
        return answer.error();
    if (answer->isEmpty())
        return Error{Error::Code::NotFound, QCoreApplication::translate("Docker", "Docker has no such container")};
    const QJsonObject object = answer->at(0).toObject();
    const QJsonObject state = object.value("State").toObject();
    const QJsonObject config = object.value("Config").toObject();
    Container container;
    container.id = object.value("Id").toString();
    container.name = object.value("Name").toString().mid(1); // "/airflow-control-plane"
    container.image = config.value("Image").toString();
    container.imageId = object.value("Image").toString();
    container.state = stateOf(state.value("Status").toString());
    container.labels = labelMap(config.value("Labels").toObject());
    container.mounts = mountsOf(object.value("Mounts").toArray());
    container.ports = portsOf(object.value("NetworkSettings").toObject().value("Ports").toObject());
    if (container.ports.isEmpty()) // a stopped container has its wishes only
        container.ports = portsOf(object.value("HostConfig").toObject().value("PortBindings").toObject());
    container.created = timeOf(object.value("Created"));
    container.started = timeOf(state.value("StartedAt"));
    container.finished = timeOf(state.value("FinishedAt"));
    container.exitCode = state.value("ExitCode").toInt();
    container.outOfMemory = state.value("OOMKilled").toBool();
    if (container.id.isEmpty())
        return unreadableAnswer(QStringLiteral("docker container inspect"), json);
    return container;
}

Result<QList<ContainerRow>> parseContainerList(const QByteArray &lines)
{
    Result<QList<QJsonObject>> answer = readObjectLines(lines, QStringLiteral("docker ps"));
    if (!answer)
        return answer.error();
    QList<ContainerRow> rows;
    for (const QJsonObject &object : std::as_const(*answer)) {
        ContainerRow row;
        row.id = object.value("ID").toString();
        row.name = object.value("Names").toString();
        row.image = object.value("Image").toString();
        row.state = stateOf(object.value("State").toString());
        row.labels = labelMap(object.value("Labels").toString());
        row.ports = portsOf(object.value("Ports").toString());
        rows += row;
    }
    return rows;
}

Result<ContainerEvent> parseEvent(const QByteArray &line)
{
    Result<QJsonObject> answer = readObject(line, QStringLiteral("docker events"));
    if (!answer)
        return answer.error();
    const QJsonObject actor = answer->value("Actor").toObject();
    ContainerEvent event;
    event.action = answer->value("Action").toString();
    event.labels = labelMap(actor.value("Attributes").toObject());
    event.name = event.labels.value("name");
    if (event.action.isEmpty())
        return unreadableAnswer(QStringLiteral("docker events"), line);
    return event;
}

} // namespace windsock::docker
