// SPDX-License-Identifier: Apache-2.0
#include "core/kube/PodLogStream.h"

namespace windsock {

using namespace std::chrono_literals;

namespace {

HttpRequest toHttp(const KubeClient &client, const PodLogRequest &request, bool follow)
{
    QUrlQuery query;
    addQuery(query, QStringLiteral("container"), request.container);
    if (follow)
        addQuery(query, QStringLiteral("follow"), QStringLiteral("true"));
    if (request.previous)
        addQuery(query, QStringLiteral("previous"), QStringLiteral("true"));
    if (request.tailLines >= 0)
        addQuery(query, QStringLiteral("tailLines"), QString::number(request.tailLines));
    if (request.since.isValid())
        addQuery(query, QStringLiteral("sinceTime"), request.since.toUTC().toString(Qt::ISODate));
    if (request.timestamps)
        addQuery(query, QStringLiteral("timestamps"), QStringLiteral("true"));
    HttpRequest http = client.request(KubeObject{kube::pods(), request.space, request.pod, QStringLiteral("log")}.path(), query);
    // With follow the head comes with the first line, which may be long in coming: silence is no failure there.
    http.limit = follow ? std::chrono::milliseconds(24h) : std::chrono::milliseconds(30s);
    return http;
}

QStringList toLines(const HttpReply &reply)
{
    QStringList lines = QString::fromUtf8(reply.body).split(u'\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace

PodLogStream::PodLogStream(KubeClient &client, QObject *parent) : QObject(parent), m_client(client), m_stream(client.stream())
{
    connect(m_stream.get(), &LineStream::opened, this, &PodLogStream::opened);
    connect(m_stream.get(), &LineStream::line, this, &PodLogStream::line);
    connect(m_stream.get(), &LineStream::ended, this, &PodLogStream::ended);
}

void PodLogStream::open(const PodLogRequest &request)
{
    m_stream->open(toHttp(m_client, request, request.follow));
}

void PodLogStream::close()
{
    m_stream->close();
}

Async<QStringList> readPodLog(KubeClient &client, const PodLogRequest &request, const Cancel &cancel)
{
    const auto read = [](const HttpReply &reply) { return Result<QStringList>(toLines(reply)); };
    return andThen(client.send(toHttp(client, request, false), cancel), &client, read);
}

} // namespace windsock
