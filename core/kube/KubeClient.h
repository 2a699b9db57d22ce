// SPDX-License-Identifier: Apache-2.0
// The API server of one cluster: list, read, create, patch, delete, and a way through it to Services and Pods. Knows paths
// and JSON, no meaning: Pod, Events and others give that. Main thread.
#pragma once

#include "core/kube/KubePath.h"
#include "core/kube/Kubeconfig.h"
#include "core/net/HttpClient.h"

#include <QJsonObject>

#include <memory>

namespace windsock {

class LineStream;

struct KubeList
{
    QString resourceVersion;
    QList<QJsonObject> items;
};

enum class KubePatch { Merge, Strategic, Json };

class KubeClient : public QObject
{
    Q_OBJECT
public:
    // BadInput: certificates or key of the kubeconfig cannot be read.
    static Result<std::unique_ptr<KubeClient>> make(const Kubeconfig &access, Clock &clock);
    KubeClient(const QUrl &server, const Tls &tls, Clock &clock, QObject *parent = nullptr); // tests talk plain HTTP

    Async<KubeList> list(const KubeSelector &what, const Cancel &cancel = {}); // page by page
    Async<QJsonObject> read(const KubeObject &object, const Cancel &cancel = {});
    Async<QJsonObject> create(const KubeObject &in, const QJsonObject &body, const Cancel &cancel = {}); // in: without a name
    Async<QJsonObject> patch(const KubeObject &object, KubePatch kind, const QByteArray &body);
    Async<> remove(const KubeObject &object, const Cancel &cancel = {}); // what is gone already is no error
    // The same with all that the object has made: a Job would leave its pods behind else (API reference, DeleteOptions).
    Async<> removeWithParts(const KubeObject &object, const Cancel &cancel = {});
    // GET, any status is an answer. path may have a query; both are encoded already.
    Async<HttpReply> proxy(const KubeProxyTarget &target, const QString &path, const Cancel &cancel = {});
    Async<> ready(const Cancel &cancel = {}); // the API server says that it is (/readyz)

    // A request to a path of the API server, to be changed as needed and given to send() or stream().
    HttpRequest request(const QString &path, const QUrlQuery &query = {}) const;
    HttpRequest request(const KubeSelector &what, const QUrlQuery &query) const;  // the query contains what's
    Async<HttpReply> send(const HttpRequest &request, const Cancel &cancel = {}); // refusals are errors
    std::unique_ptr<LineStream> stream() const;                                   // with our certificate; not opened yet

    Clock &clock() const { return m_http.clock(); }
    HttpClient &http() { return m_http; }

private:
    Async<> remove(HttpRequest request, const Cancel &cancel);
    Async<QJsonObject> sendForObject(const HttpRequest &request, const Cancel &cancel);
    Async<KubeList> listFrom(const KubeSelector &what, const QString &next, const Cancel &cancel, KubeList before);

    QUrl m_server;
    HttpClient m_http;
};

} // namespace windsock
