// SPDX-License-Identifier: Apache-2.0
// One HTTP request as data. Secrets travel only as SecretString: in a header or as the body. Sent by HttpClient or LineStream.
#pragma once

#include "core/base/SecretString.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <chrono>
#include <memory>

namespace windsock {

struct HttpHeader
{
    QByteArray name;
    QByteArray value;
};

// "Authorization: Bearer …" without the secret ever being part of a printable value.
struct SecretHeader
{
    QByteArray name = {};   // empty: none
    QByteArray prefix = {}; // "Bearer "
    std::shared_ptr<const SecretString> value = {};
};

struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url;
    QList<HttpHeader> headers = {};
    QByteArray body = {};
    std::shared_ptr<const SecretString> secretBody = {}; // in place of body
    SecretHeader secret = {};
    std::chrono::milliseconds limit{10000}; // for the whole answer of HttpClient, for the answer's head of LineStream
    // Redirects to other servers are followed too, never from https to http. Not for requests that carry a secret: they stay.
    bool otherServers = false;
    int retries = 0; // more tries after a failure that may pass; only for requests that are safe to repeat

    QString place() const; // "127.0.0.1:6443": what errors name
};

} // namespace windsock
