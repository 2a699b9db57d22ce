// SPDX-License-Identifier: Apache-2.0
// One Airflow by its REST API, whichever version it speaks: found out by the first question and kept. Main thread.
#pragma once

#include "core/airflow/AirflowApi.h"
#include "core/airflow/AirflowHealth.h"
#include "core/airflow/AirflowTransport.h"
#include "core/airflow/Dag.h"
#include "core/airflow/DagRun.h"
#include "core/airflow/ImportErrors.h"

#include <QObject>

#include <functional>
#include <memory>

namespace windsock {

struct AirflowVersion
{
    AirflowApi api = AirflowApi::V1;
    QString text; // "2.10.5"
};

struct AirflowLogin
{
    QString user;
    std::shared_ptr<const SecretString> password; // null: none
};

class AirflowClient : public QObject
{
    Q_OBJECT
public:
    // The transport outlives it.
    AirflowClient(AirflowTransport &transport, AirflowLogin login, QObject *parent = nullptr);

    Async<AirflowVersion> version(const Cancel &cancel = {}); // needs no login; NotFound: no Airflow 2 or 3 answers
    Async<AirflowHealth> health(const Cancel &cancel = {});   // needs no login

    // All below: Auth where the login is refused, NotFound for an unknown id.
    Async<QList<Dag>> dags(const Cancel &cancel = {});
    Async<> setPaused(const QString &dagId, bool paused);
    Async<DagRun> trigger(const QString &dagId, const QJsonObject &conf = {});
    Async<DagRun> run(const QString &dagId, const QString &runId);
    Async<std::optional<DagRun>> lastRun(const QString &dagId = {}, const Cancel &cancel = {}); // no id: of any DAG
    Async<QList<TaskInstance>> taskInstances(const QString &dagId, const QString &runId, const Cancel &cancel = {});
    Async<QList<ImportError>> importErrors(const Cancel &cancel = {});

private:
    using Build = std::function<HttpRequest(AirflowApi)>;
    using BuildPage = std::function<HttpRequest(AirflowApi, int offset)>;
    struct Listing
    {
        BuildPage build;
        QString key; // of the list in the answer
        Cancel cancel;
    };
    Async<AirflowVersion> probe(AirflowApi api, const Cancel &cancel);
    Async<> signIn(AirflowApi api, const Cancel &cancel);
    Async<JsonReader> ask(const Build &build, const Cancel &cancel);
    Async<JsonReader> sendSigned(const HttpRequest &request, bool again, const Cancel &cancel);
    Async<QList<JsonReader>> listAll(const Listing &listing, const QList<JsonReader> &before);
    Async<QList<JsonReader>> goOn(const Listing &listing, const QList<JsonReader> &before, const JsonReader &page);
    template <class Value>
    Async<QList<Value>> listOf(const Listing &listing);

    AirflowTransport &m_transport;
    AirflowLogin m_login;
    std::optional<AirflowVersion> m_version;
    SecretHeader m_authorization;
};

} // namespace windsock
