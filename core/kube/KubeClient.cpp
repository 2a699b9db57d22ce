// SPDX-License-Identifier: Apache-2.0
#include "core/kube/KubeClient.h"

#include "core/net/JsonReader.h"
#include "core/net/LineStream.h"

#include <QJsonDocument>

namespace windsock {

namespace {

constexpr int pageSize = 500; // kubectl's own; keeps one answer far below the size limit

QByteArray contentType(KubePatch kind)
{
    switch (kind) {
    case KubePatch::Merge: return "application/merge-patch+json";
    case KubePatch::Strategic: return "application/strategic-merge-patch+json";
    case KubePatch::Json: return "application/json-patch+json";
    }
    return {};
}

Result<QJsonObject> toObject(const HttpRequest &request, const HttpReply &reply)
{
    const auto root = JsonReader::parse(reply.body, request.place());
    return root ? root->result(root->object()) : Result<QJsonObject>(root.error());
}

struct Page
{
    KubeList list;
    QString next; // empty: the last one
};

Result<Page> toPage(const QJsonObject &object, const QString &source)
{
    const JsonReader root(object, source);
    Page page;
    page.list.resourceVersion = root["metadata"]["resourceVersion"].text();
    page.next = root["metadata"]["continue"].text(QString());
    for (const JsonReader &item : root["items"].items())
        page.list.items += item.object();
    return root.result(std::move(page));
}

} // namespace

Result<std::unique_ptr<KubeClient>> KubeClient::make(const Kubeconfig &access, Clock &clock)
{
    const auto tls = Tls::fromIdentity(access.identity);
    if (!tls)
        return tls.error();
    return std::make_unique<KubeClient>(access.server, *tls, clock);
}

KubeClient::KubeClient(const QUrl &server, const Tls &tls, Clock &clock, QObject *parent)
    : QObject(parent), m_server(server), m_http(tls, clock)
{}

HttpRequest KubeClient::request(const QString &path, const QUrlQuery &query) const
{
    HttpRequest request;
    request.url = m_server;
    request.url.setPath(path, QUrl::StrictMode); // it is encoded already
    if (!query.isEmpty())
        request.url.setQuery(query.query(QUrl::FullyEncoded));
    request.headers = {{"Accept", "application/json, */*"}}; // logs are plain text
    return request;
}

HttpRequest KubeClient::request(const KubeSelector &what, const QUrlQuery &query) const
{
    HttpRequest all = request(what.path(), query);
    const bool watches = query.hasQueryItem(QStringLiteral("watch"));
    const QByteArray kind = watches ? "PartialObjectMetadata" : "PartialObjectMetadataList";
    // https://kubernetes.io/docs/reference/using-api/api-concepts/#receiving-resources-as-tables (metadata-only fetches)
    if (what.metadataOnly)
        all.headers = {{"Accept", "application/json;as=" + kind + ";g=meta.k8s.io;v=v1"}};
    return all;
}

Async<HttpReply> KubeClient::send(const HttpRequest &request, const Cancel &cancel)
{
    return m_http.sendChecked(request, cancel);
}

Async<QJsonObject> KubeClient::sendForObject(const HttpRequest &request, const Cancel &cancel)
{
    return andThen(send(request, cancel), this, [request](const HttpReply &reply) { return toObject(request, reply); });
}

Async<KubeList> KubeClient::list(const KubeSelector &what, const Cancel &cancel)
{
    return listFrom(what, {}, cancel, {});
}

Async<KubeList> KubeClient::listFrom(const KubeSelector &what, const QString &next, const Cancel &cancel, KubeList before)
{
    QUrlQuery query = what.query();
    addQuery(query, QStringLiteral("limit"), QString::number(pageSize));
    if (!next.isEmpty())
        addQuery(query, QStringLiteral("continue"), next);
    const HttpRequest page = request(what, query);
    const auto goOn = [this, what, cancel, before](const Page &page) {
        const KubeList all{page.list.resourceVersion, before.items + page.list.items};
        return page.next.isEmpty() ? windsock::ready(all) : listFrom(what, page.next, cancel, all);
    };
    const auto read = [place = page.place()](const QJsonObject &object) { return toPage(object, place); };
    return andThen(andThen(sendForObject(page, cancel), this, read), this, goOn);
}

Async<QJsonObject> KubeClient::read(const KubeObject &object, const Cancel &cancel)
{
    return sendForObject(request(object.path()), cancel);
}

Async<QJsonObject> KubeClient::create(const KubeObject &in, const QJsonObject &body, const Cancel &cancel)
{
    HttpRequest post = request(in.path());
    post.method = "POST";
    post.headers += HttpHeader{"Content-Type", "application/json"};
    post.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return sendForObject(post, cancel);
}

Async<QJsonObject> KubeClient::patch(const KubeObject &object, KubePatch kind, const QByteArray &body)
{
    HttpRequest patch = request(object.path());
    patch.method = "PATCH";
    patch.headers += HttpHeader{"Content-Type", contentType(kind)};
    patch.body = body;
    return sendForObject(patch, {});
}

Async<> KubeClient::remove(const KubeObject &object, const Cancel &cancel)
{
    return remove(request(object.path()), cancel);
}

Async<> KubeClient::removeWithParts(const KubeObject &object, const Cancel &cancel)
{
    QUrlQuery query;
    addQuery(query, QStringLiteral("propagationPolicy"), QStringLiteral("Background"));
    return remove(request(object.path(), query), cancel);
}

Async<> KubeClient::remove(HttpRequest remove, const Cancel &cancel)
{
    remove.method = "DELETE";
    return andFinally(send(remove, cancel), this, [](const Result<HttpReply> &reply) {
        const bool isGone = reply || reply.error().code == Error::Code::NotFound;
        return isGone ? Result<>() : Result<>(reply.error());
    });
}

Async<HttpReply> KubeClient::proxy(const KubeProxyTarget &target, const QString &path, const Cancel &cancel)
{
    const QString bare = path.section(u'?', 0, 0);
    HttpRequest through = request(target.path(bare));
    if (path.contains(u'?'))
        through.url.setQuery(path.section(u'?', 1), QUrl::StrictMode);
    return m_http.send(through, cancel);
}

Async<> KubeClient::ready(const Cancel &cancel)
{
    return andThen(send(request(QStringLiteral("/readyz")), cancel), this, [](const HttpReply &) { return Result<>(); });
}

std::unique_ptr<LineStream> KubeClient::stream() const
{
    return std::make_unique<LineStream>(m_http.tls(), m_http.clock());
}

} // namespace windsock
