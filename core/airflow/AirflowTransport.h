// SPDX-License-Identifier: Apache-2.0
// How requests get to Airflow's web page: through the forward, straight, or through the API server of the cluster.
#pragma once

#include "core/net/HttpClient.h"

namespace windsock {

class AirflowTransport
{
public:
    virtual ~AirflowTransport() = default;
    // request.url has no host: an encoded path that begins with '/', and maybe a query. Any status is an answer.
    virtual Async<HttpReply> send(HttpRequest request, const Cancel &cancel) = 0;
};

// Below one address: "http://localhost:8080", or that of the API server's proxy. (Through the API server only what needs no
// login works, such as health and version: it takes the Authorization header for its own and drops it.)
class UrlTransport : public AirflowTransport
{
public:
    UrlTransport(HttpClient &http, const QUrl &base) : m_http(http), m_base(base) {} // http outlives it
    Async<HttpReply> send(HttpRequest request, const Cancel &cancel) override;

private:
    HttpClient &m_http;
    QUrl m_base;
};

} // namespace windsock
