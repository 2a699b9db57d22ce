// SPDX-License-Identifier: Apache-2.0
// What HttpClient and LineStream share: how a request becomes Qt's, and how Qt's failures become plain words. Internal to net.
#pragma once

#include "core/base/Result.h"
#include "core/net/HttpReply.h"
#include "core/net/Tls.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>

namespace windsock {

// No proxy for this computer's own addresses, whatever http_proxy says; the system's choice for others.
void useProxyRules(QNetworkAccessManager &access);
QNetworkReply *startRequest(QNetworkAccessManager &access, const HttpRequest &request, const Tls &tls);
bool hasStatus(const QNetworkReply &reply);
// Finished without a whole answer. (Qt also reports every status from 400 on as an error: that is an answer.)
bool brokeOff(const QNetworkReply &reply);
// Fewer bytes than the server announced. Qt calls that an error only where the close comes well after the data.
bool endedEarly(const QNetworkReply &reply, qint64 received);
HttpReply headOf(const QNetworkReply &reply); // status and headers

// Ends it, whatever it is at, and lets it go; the owner hears no more of it. The pointer is empty afterwards.
void dropReply(QPointer<QNetworkReply> &reply, QObject *owner);

Error timeoutError(const HttpRequest &request);
Error silenceError(const HttpRequest &request, std::chrono::milliseconds silence);
Error transportError(const HttpRequest &request, const QNetworkReply &reply);
Error endedEarlyError(const HttpRequest &request, qint64 received);
Error tooLargeError(const HttpRequest &request, qint64 most = largestReply);

} // namespace windsock
