// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/SupervisorMessages.h"

#include "core/base/ErrorJson.h"
#include "core/net/JsonReader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace windsock {

namespace {
constexpr const char *verbs[] = {"status", "start", "stop", "restart", "shutdown", "subscribe"}; // as SupervisorVerb

QString tr(const char *text)
{
    return QCoreApplication::translate("SupervisorMessages", text);
}

QByteArray line(QJsonObject message)
{
    message["version"] = supervisorProtocol;
    return QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<SupervisorVerb> verbFromName(const QString &name)
{
    for (int verb = 0; verb <= int(SupervisorVerb::Subscribe); ++verb) {
        if (name == QLatin1String(verbs[verb]))
            return SupervisorVerb(verb);
    }
    return std::nullopt;
}

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QJsonObject componentJson(const ComponentStatus &component)
{
    QJsonObject json{{"id", component.id},
                     {"title", component.title},
                     {"state", componentStateName(component.state)},
                     {"since", timeText(component.since)},
                     {"pid", component.pid},
                     {"restarts", component.restarts},
                     {"fingerprint", component.fingerprint},
                     {"logFile", component.logFile},
                     {"lastEnd", component.lastEnd},
                     {"lastLines", component.lastLines},
                     {"nextTryMillis", qint64(component.nextTry.count())}};
    if (component.exitCode)
        json["exitCode"] = *component.exitCode;
    return json;
}

QJsonObject statusJson(const SupervisorStatus &status)
{
    QJsonArray components;
    for (const ComponentStatus &component : status.components)
        components += componentJson(component);
    return {
        {"pid", status.pid},         {"windsock", status.version}, {"since", timeText(status.since)}, {"shuttingDown", status.shuttingDown},
        {"problem", status.problem}, {"components", components}};
}

ComponentStatus readComponent(const JsonReader &json)
{
    ComponentStatus component;
    component.id = json["id"].text();
    component.title = json["title"].text(component.id);
    component.state = componentStateFromName(json["state"].text()).value_or(ComponentState::Stopped);
    component.since = json["since"].time();
    component.pid = json["pid"].integer(0);
    component.restarts = json["restarts"].integer(0);
    component.fingerprint = json["fingerprint"].text(QString());
    component.logFile = json["logFile"].text(QString());
    component.lastEnd = json["lastEnd"].text(QString());
    component.lastLines = json["lastLines"].text(QString());
    component.nextTry = std::chrono::milliseconds(json["nextTryMillis"].integer(0));
    if (!json["exitCode"].isAbsent())
        component.exitCode = json["exitCode"].integer();
    return component;
}

SupervisorStatus readStatus(const JsonReader &json)
{
    SupervisorStatus status;
    status.pid = json["pid"].integer();
    status.version = json["windsock"].text(QString());
    status.since = json["since"].time();
    status.shuttingDown = json["shuttingDown"].boolean(false);
    status.problem = json["problem"].text(QString());
    for (const JsonReader &component : json["components"].items())
        status.components += readComponent(component);
    return status;
}

Error otherVersion()
{
    Error error{Error::Code::Conflict, tr("The supervisor is a part of another version of Windsock")};
    error.why = tr("It understands version %1 of the messages").arg(supervisorProtocol);
    error.todo = tr("Stop the workspace and start it again");
    error.rule = "supervise.version";
    return error;
}

Error notUnderstood(const QString &why)
{
    Error error = Error::badInput(tr("A message to the supervisor makes no sense"), {});
    error.why = why;
    error.todo = tr("Stop the workspace and start it again");
    error.rule = "supervise.message";
    return error;
}
} // namespace

QByteArray renderRequest(const SupervisorRequest &request)
{
    return line({{"id", request.id}, {"verb", verbs[int(request.verb)]}, {"components", QJsonArray::fromStringList(request.components)}});
}

QByteArray renderReply(const SupervisorReply &reply)
{
    QJsonObject message;
    if (reply.id)
        message["id"] = *reply.id;
    else
        message["event"] = "status";
    if (reply.status)
        message["status"] = statusJson(*reply.status);
    else
        message["error"] = errorToJson(reply.status.error());
    return line(message);
}

std::variant<SupervisorRequest, BadRequest> parseRequest(const QByteArray &text)
{
    const QString source = tr("message to the supervisor");
    const Result<JsonReader> reader = JsonReader::parse(text, source);
    if (!reader)
        return BadRequest{notUnderstood(reader.error().why)};
    SupervisorRequest request;
    request.id = (*reader)["id"].integer(0);
    const int version = (*reader)["version"].integer();
    const QString name = (*reader)["verb"].text();
    for (const JsonReader &id : (*reader)["components"].items())
        request.components += id.text();
    if (const auto failure = reader->failure())
        return BadRequest{notUnderstood(failure->why), request.id};
    const auto verb = verbFromName(name);
    // Whoever replaces an older or newer one has to be able to look at it and to end it.
    const bool always = verb == SupervisorVerb::Status || verb == SupervisorVerb::ShutDown;
    if (version != supervisorProtocol && !always)
        return BadRequest{otherVersion(), request.id};
    if (!verb)
        return BadRequest{notUnderstood(tr("There is no “%1”").arg(name.left(40))), request.id};
    request.verb = *verb;
    return request;
}

Result<SupervisorReply> parseReply(const QByteArray &text)
{
    const Result<JsonReader> reader = JsonReader::parse(text, tr("answer of the supervisor"));
    if (!reader)
        return reader.error();
    SupervisorReply reply;
    if (!(*reader)["id"].isAbsent())
        reply.id = (*reader)["id"].integer();
    if ((*reader)["error"].isAbsent())
        reply.status = readStatus((*reader)["status"]);
    else
        reply.status = errorFromJson((*reader)["error"].object());
    return reader->result(reply);
}

} // namespace windsock
