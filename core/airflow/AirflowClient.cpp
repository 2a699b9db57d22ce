// SPDX-License-Identifier: Apache-2.0
#include "core/airflow/AirflowClient.h"

#include <QCoreApplication>

namespace windsock {

namespace {

constexpr int pageSize = 100;    // Airflow's own maximum (maximum_page_limit)
constexpr int mostItems = 10000; // a server that never ends is stopped here

QString tr(const char *text)
{
    return QCoreApplication::translate("AirflowClient", text);
}

Error notAirflow()
{
    Error error{Error::Code::NotFound, tr("No Airflow answers there")};
    error.why = tr("Neither version 1 nor version 2 of its REST API is known there");
    error.todo = tr("Check what runs at that address; Airflow 2.0 and newer are supported");
    error.rule = QStringLiteral("airflow.version");
    return error;
}

Error loginRefused(const QString &why)
{
    Error error{Error::Code::Auth, tr("Airflow does not accept the login"), why};
    error.todo = tr("Check user and password in the values; Airflow 2 needs the basic_auth backend (AIRFLOW__API__AUTH_BACKENDS)");
    error.rule = QStringLiteral("airflow.login");
    return error;
}

Result<JsonReader> readAnswer(const HttpRequest &request, const HttpReply &reply)
{
    if (reply.status == 401)
        return loginRefused(serverMessage(reply.body));
    if (!reply.isSuccess())
        return statusError(request, reply.status, reply.body);
    return JsonReader::parse(reply.body, QStringLiteral("Airflow"));
}

template <class Value>
Result<Value> readOne(const JsonReader &json)
{
    Value value = Value::read(json);
    return json.result(std::move(value));
}

Result<AirflowVersion> readVersion(AirflowApi api, const HttpReply &reply)
{
    if (reply.status >= 500 || reply.status == 429) // it only starts: no word about the version
        return statusError(airflow::version(api), reply.status, reply.body);
    const auto json = JsonReader::parse(reply.body, QStringLiteral("Airflow"));
    if (!reply.isSuccess() || !json || (*json)["version"].isAbsent())
        return notAirflow();
    const AirflowVersion version{api, (*json)["version"].text()};
    return json->result(version);
}

Result<std::shared_ptr<const SecretString>> readToken(const HttpRequest &question, const HttpReply &reply)
{
    if (reply.status == 401 || reply.status == 403)
        return loginRefused(serverMessage(reply.body));
    if (!reply.isSuccess())
        return statusError(question, reply.status, reply.body);
    const auto json = JsonReader::parse(reply.body, QStringLiteral("Airflow"));
    if (!json)
        return json.error();
    // Airflow 3.0's FAB manager calls it jwt_token, later ones access_token.
    QByteArray token = (*json)["access_token"].text((*json)["jwt_token"].text(QString())).toUtf8();
    if (token.isEmpty())
        return loginRefused(tr("Its answer holds no token"));
    return std::make_shared<const SecretString>(std::move(token));
}

template <class Value>
Result<QList<Value>> readAll(const QList<JsonReader> &items)
{
    QList<Value> values;
    for (const JsonReader &item : items) {
        values += Value::read(item);
        if (const auto failure = item.failure())
            return *failure;
    }
    return values;
}

} // namespace

AirflowClient::AirflowClient(AirflowTransport &transport, AirflowLogin login, QObject *parent)
    : QObject(parent), m_transport(transport), m_login(std::move(login))
{}

Async<AirflowVersion> AirflowClient::version(const Cancel &cancel)
{
    if (m_version)
        return windsock::ready(*m_version);
    return andFinally(probe(AirflowApi::V2, cancel), this, [this, cancel](const Result<AirflowVersion> &newer) {
        const bool isOther = !newer && newer.error().code == Error::Code::NotFound;
        return isOther ? probe(AirflowApi::V1, cancel) : resolved(newer);
    });
}

Async<AirflowVersion> AirflowClient::probe(AirflowApi api, const Cancel &cancel)
{
    const auto read = [this, api](const HttpReply &reply) {
        const auto version = readVersion(api, reply);
        if (version)
            m_version = *version;
        return version;
    };
    return andThen(m_transport.send(airflow::version(api), cancel), this, read);
}

Async<AirflowHealth> AirflowClient::health(const Cancel &cancel)
{
    const auto send = [this, cancel](const AirflowVersion &version) { return m_transport.send(airflow::health(version.api), cancel); };
    const auto read = [](const HttpReply &reply) { return AirflowHealth::parse(reply.body); };
    return andThen(andThen(version(cancel), this, send), this, read);
}

Async<> AirflowClient::signIn(AirflowApi api, const Cancel &cancel)
{
    if (!m_login.password || m_login.user.isEmpty())
        return failed(loginRefused(tr("There is no user or no password")));
    if (api == AirflowApi::V1) {
        m_authorization = airflow::basicLogin(m_login.user, *m_login.password);
        return windsock::ready();
    }
    const HttpRequest question = airflow::tokenRequest(m_login.user, *m_login.password);
    return andThen(m_transport.send(question, cancel), this, [this, question](const HttpReply &reply) -> Result<> {
        auto token = readToken(question, reply);
        if (!token)
            return token.error();
        m_authorization = {"Authorization", "Bearer ", *token};
        return {};
    });
}

Async<JsonReader> AirflowClient::ask(const Build &build, const Cancel &cancel)
{
    const auto send = [this, build, cancel](const AirflowVersion &version) { return sendSigned(build(version.api), true, cancel); };
    return andThen(version(cancel), this, send);
}

Async<JsonReader> AirflowClient::sendSigned(const HttpRequest &request, bool again, const Cancel &cancel)
{
    const auto resend = [this, request, cancel](Nothing) { return sendSigned(request, false, cancel); };
    if (!m_authorization.value && again)
        return andThen(signIn(m_version->api, cancel), this, resend);
    HttpRequest authorized = request;
    authorized.secret = m_authorization;
    const bool mayRunOut = again && m_version->api == AirflowApi::V2; // tokens do, passwords do not
    return andThen(m_transport.send(authorized, cancel), this, [this, request, mayRunOut, cancel, resend](const HttpReply &reply) {
        const bool hasRunOut = reply.status == 401 && mayRunOut;
        return hasRunOut ? andThen(signIn(m_version->api, cancel), this, resend) : resolved(readAnswer(request, reply));
    });
}

Async<QList<JsonReader>> AirflowClient::listAll(const Listing &listing, const QList<JsonReader> &before)
{
    const int offset = int(before.size());
    const auto build = [listing, offset](AirflowApi api) { return listing.build(api, offset); };
    const auto next = [this, listing, before](const JsonReader &page) { return goOn(listing, before, page); };
    return andThen(ask(build, listing.cancel), this, next);
}

Async<QList<JsonReader>> AirflowClient::goOn(const Listing &listing, const QList<JsonReader> &before, const JsonReader &page)
{
    const QList<JsonReader> items = page[listing.key].items();
    const QList<JsonReader> all = before + items;
    const int total = page["total_entries"].integer(0);
    if (const auto failure = page.failure())
        return failed<QList<JsonReader>>(*failure);
    const bool isLast = items.isEmpty() || all.size() >= total || all.size() >= mostItems;
    return isLast ? windsock::ready(all) : listAll(listing, all);
}

template <class Value>
Async<QList<Value>> AirflowClient::listOf(const Listing &listing)
{
    return andThen(listAll(listing, {}), this, readAll<Value>);
}

Async<QList<Dag>> AirflowClient::dags(const Cancel &cancel)
{
    const auto build = [](AirflowApi api, int offset) { return airflow::dags(api, offset, pageSize); };
    return listOf<Dag>({build, QStringLiteral("dags"), cancel});
}

Async<> AirflowClient::setPaused(const QString &dagId, bool paused)
{
    const auto build = [dagId, paused](AirflowApi api) { return airflow::pause(api, dagId, paused); };
    return andThen(ask(build, {}), this, [](const JsonReader &) { return Result<>(); });
}

Async<DagRun> AirflowClient::trigger(const QString &dagId, const QJsonObject &conf)
{
    const auto build = [dagId, conf](AirflowApi api) { return airflow::trigger(api, dagId, conf); };
    return andThen(ask(build, {}), this, readOne<DagRun>);
}

Async<DagRun> AirflowClient::run(const QString &dagId, const QString &runId)
{
    const auto build = [dagId, runId](AirflowApi api) { return airflow::run(api, dagId, runId); };
    return andThen(ask(build, {}), this, readOne<DagRun>);
}

Async<std::optional<DagRun>> AirflowClient::lastRun(const QString &dagId, const Cancel &cancel)
{
    const auto build = [dagId](AirflowApi api) { return airflow::lastRuns(api, dagId, 1); };
    return andThen(ask(build, cancel), this, [](const JsonReader &json) {
        const QList<JsonReader> runs = json["dag_runs"].items();
        const auto newest = runs.isEmpty() ? std::nullopt : std::optional(DagRun::read(runs.first()));
        return json.result(newest);
    });
}

Async<QList<TaskInstance>> AirflowClient::taskInstances(const QString &dagId, const QString &runId, const Cancel &cancel)
{
    const auto build = [dagId, runId](AirflowApi api, int offset) { return airflow::taskInstances(api, dagId, runId, offset, pageSize); };
    return listOf<TaskInstance>({build, QStringLiteral("task_instances"), cancel});
}

Async<QList<ImportError>> AirflowClient::importErrors(const Cancel &cancel)
{
    const auto build = [](AirflowApi api, int offset) { return airflow::importErrors(api, offset, pageSize); };
    return listOf<ImportError>({build, QStringLiteral("import_errors"), cancel});
}

} // namespace windsock
