// SPDX-License-Identifier: Apache-2.0
#include "core/airflow/AirflowApi.h"

#include "core/airflow/AirflowHealth.h"

#include <QJsonDocument>
#include <QStringList>

namespace windsock {

namespace {

const QString everyDag = QStringLiteral("~"); // both versions take it for "of all DAGs"

QString base(AirflowApi api)
{
    return api == AirflowApi::V1 ? QStringLiteral("/api/v1") : QStringLiteral("/api/v2");
}

HttpRequest request(const QString &path, const QUrlQuery &query = {})
{
    HttpRequest request;
    request.url.setPath(path, QUrl::StrictMode);
    if (!query.isEmpty())
        request.url.setQuery(query);
    request.headers = {{"Accept", "application/json"}};
    return request;
}

QString below(AirflowApi api, const QStringList &parts)
{
    QString path = base(api);
    for (const QString &part : parts)
        path += u'/' + QString::fromLatin1(QUrl::toPercentEncoding(part, "~"));
    return path;
}

QUrlQuery page(int offset, int limit)
{
    return {{QStringLiteral("limit"), QString::number(limit)}, {QStringLiteral("offset"), QString::number(offset)}};
}

void setBody(HttpRequest &request, const QByteArray &method, const QJsonObject &body)
{
    request.method = method;
    request.headers += HttpHeader{"Content-Type", "application/json"};
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QByteArray jsonText(QByteArrayView plain)
{
    QByteArray quoted = "\"";
    for (const char c : plain) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            quoted += "\\u00" + QByteArray(1, c).toHex();
        else
            quoted += c;
    }
    return quoted + '"';
}

} // namespace

HttpRequest airflow::version(AirflowApi api)
{
    return request(below(api, {QStringLiteral("version")}));
}

HttpRequest airflow::health(AirflowApi api)
{
    return request(QString::fromLatin1(api == AirflowApi::V1 ? healthPathAirflow2 : healthPathAirflow3));
}

HttpRequest airflow::dags(AirflowApi api, int offset, int limit)
{
    return request(below(api, {QStringLiteral("dags")}), page(offset, limit));
}

HttpRequest airflow::pause(AirflowApi api, const QString &dagId, bool paused)
{
    const QUrlQuery mask{{QStringLiteral("update_mask"), QStringLiteral("is_paused")}};
    HttpRequest patch = request(below(api, {QStringLiteral("dags"), dagId}), mask);
    setBody(patch, "PATCH", {{QStringLiteral("is_paused"), paused}});
    return patch;
}

HttpRequest airflow::trigger(AirflowApi api, const QString &dagId, const QJsonObject &conf)
{
    QJsonObject body{{QStringLiteral("conf"), conf}};
    // Airflow 3 answers 422 without the key, and takes null for "no data interval" (seen with 3.2.2).
    if (api == AirflowApi::V2)
        body.insert(QStringLiteral("logical_date"), QJsonValue::Null);
    HttpRequest post = request(below(api, {QStringLiteral("dags"), dagId, QStringLiteral("dagRuns")}));
    setBody(post, "POST", body);
    return post;
}

HttpRequest airflow::run(AirflowApi api, const QString &dagId, const QString &runId)
{
    return request(below(api, {QStringLiteral("dags"), dagId, QStringLiteral("dagRuns"), runId}));
}

HttpRequest airflow::lastRuns(AirflowApi api, const QString &dagId, int limit)
{
    QUrlQuery query = page(0, limit);
    const QString newestFirst = api == AirflowApi::V1 ? QStringLiteral("-execution_date") : QStringLiteral("-run_after");
    query.addQueryItem(QStringLiteral("order_by"), newestFirst);
    const QString dag = dagId.isEmpty() ? everyDag : dagId;
    return request(below(api, {QStringLiteral("dags"), dag, QStringLiteral("dagRuns")}), query);
}

HttpRequest airflow::taskInstances(AirflowApi api, const QString &dagId, const QString &runId, int offset, int limit)
{
    const QStringList path{QStringLiteral("dags"), dagId, QStringLiteral("dagRuns"), runId, QStringLiteral("taskInstances")};
    return request(below(api, path), page(offset, limit));
}

HttpRequest airflow::importErrors(AirflowApi api, int offset, int limit)
{
    return request(below(api, {QStringLiteral("importErrors")}), page(offset, limit));
}

SecretHeader airflow::basicLogin(const QString &user, const SecretString &password)
{
    QByteArray encoded = password.reveal([&user](QByteArrayView plain) { return (user.toUtf8() + ':' + plain.toByteArray()).toBase64(); });
    return {"Authorization", "Basic ", std::make_shared<const SecretString>(std::move(encoded))};
}

HttpRequest airflow::tokenRequest(const QString &user, const SecretString &password)
{
    HttpRequest post = request(QStringLiteral("/auth/token"));
    post.method = "POST";
    post.headers += HttpHeader{"Content-Type", "application/json"};
    // Not by QJsonObject: that would leave the password in a QString.
    const auto write = [&user](QByteArrayView plain) {
        return "{\"username\": " + jsonText(user.toUtf8()) + ", \"password\": " + jsonText(plain) + '}';
    };
    QByteArray body = password.reveal(write);
    post.secretBody = std::make_shared<const SecretString>(std::move(body));
    return post;
}

} // namespace windsock
