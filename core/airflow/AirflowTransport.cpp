// SPDX-License-Identifier: Apache-2.0
#include "core/airflow/AirflowTransport.h"

namespace windsock {

Async<HttpReply> UrlTransport::send(HttpRequest request, const Cancel &cancel)
{
    QString base = m_base.path(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    QUrl url = m_base;
    url.setPath(base + request.url.path(QUrl::FullyEncoded), QUrl::StrictMode);
    url.setQuery(request.url.query(QUrl::FullyEncoded), QUrl::StrictMode);
    request.url = url;
    return m_http.send(request, cancel);
}

} // namespace windsock
