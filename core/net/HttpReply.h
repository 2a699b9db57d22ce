// SPDX-License-Identifier: Apache-2.0
// An answer that arrived whole, whatever its status. checkStatus() turns the ones that refuse into an Error.
#pragma once

#include "core/base/Result.h"
#include "core/net/HttpRequest.h"

namespace windsock {

inline constexpr qsizetype largestReply = 16 * 1024 * 1024; // bytes of a body

struct HttpReply
{
    int status = 0;
    QList<HttpHeader> headers = {};
    QByteArray body = {};

    bool isSuccess() const { return status >= 200 && status < 300; }
    QByteArray header(const QByteArray &name) const; // case-insensitive; empty if absent
};

// The reply itself if its status is 2xx. Else an Error: Auth (401, 403), NotFound (404), Conflict (409), Timeout (408, 504),
// BadInput (other 4xx), Network (429, 5xx); `rule` is "http.<status>", `why` what the server said.
Result<HttpReply> checkStatus(const HttpRequest &request, HttpReply reply);
// What the server says in a body that refuses: "message" (Kubernetes), "detail" (Airflow), "errors" (Vault) or short plain text.
QString serverMessage(const QByteArray &body);
Error statusError(const HttpRequest &request, int status, const QByteArray &body);

} // namespace windsock
