// SPDX-License-Identifier: Apache-2.0
#include "core/net/NetworkAccess.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkProxyFactory>
#include <QNetworkRequest>

namespace windsock {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("HttpClient", text);
}

QString secondsText(std::chrono::milliseconds span)
{
    return QString::number(double(span.count()) / 1000, 'g', 4);
}

bool isRedirect(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::InsecureRedirectError || error == QNetworkReply::TooManyRedirectsError;
}

class ProxyRules : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QString host = query.peerHostName();
        const bool local = host == QStringLiteral("localhost") || QHostAddress(host).isLoopback();
        return local ? QList{QNetworkProxy(QNetworkProxy::NoProxy)} : systemProxyForQuery(query);
    }
};

QString reasonFor(QNetworkReply::NetworkError error, const QString &original)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError: return tr("Nothing listens there");
    case QNetworkReply::RemoteHostClosedError: return tr("The connection was closed before the answer was complete");
    case QNetworkReply::HostNotFoundError: return tr("There is no host by that name");
    case QNetworkReply::InsecureRedirectError: return tr("The answer leads to another server, which is not followed");
    case QNetworkReply::TooManyRedirectsError: return tr("The answer leads in a circle");
    default: return original;
    }
}

// OpenSSL's alerts after our certificate was sent; Qt 6.4 reports them as plain text of a closed or failed connection.
bool isCertificateRefusal(const QString &text)
{
    return text.contains(QStringLiteral("alert"), Qt::CaseInsensitive) && text.contains(QStringLiteral("certificate"), Qt::CaseInsensitive);
}

QNetworkRequest toQt(const HttpRequest &request, const Tls &tls)
{
    QNetworkRequest qt(request.url);
    if (request.url.scheme() == QStringLiteral("https"))
        qt.setSslConfiguration(tls.configuration());
    const bool elsewhere = request.otherServers && !request.secret.value && !request.secretBody;
    qt.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                    elsewhere ? QNetworkRequest::NoLessSafeRedirectPolicy : QNetworkRequest::SameOriginRedirectPolicy);
    qt.setMaximumRedirectsAllowed(5);
    // One connection per stream: over HTTP/2 a stalled log would hold back the watches beside it (one shared window).
    qt.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    qt.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    qt.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    qt.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    qt.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    qt.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    qt.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("windsock/" WINDSOCK_VERSION));
    for (const HttpHeader &header : request.headers)
        qt.setRawHeader(header.name, header.value);
    const SecretHeader &secret = request.secret;
    if (!secret.name.isEmpty() && secret.value)
        secret.value->reveal([&](QByteArrayView bytes) { qt.setRawHeader(secret.name, secret.prefix + bytes.toByteArray()); });
    return qt;
}

} // namespace

void useProxyRules(QNetworkAccessManager &access)
{
    access.setProxyFactory(new ProxyRules); // owned by access
}

QNetworkReply *startRequest(QNetworkAccessManager &access, const HttpRequest &request, const Tls &tls)
{
    const QByteArray body =
        request.secretBody ? request.secretBody->reveal([](QByteArrayView bytes) { return bytes.toByteArray(); }) : request.body;
    return access.sendCustomRequest(toQt(request, tls), request.method, body);
}

bool hasStatus(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
}

bool brokeOff(const QNetworkReply &reply)
{
    const auto error = reply.error();
    // QNetworkReply::NetworkError: below 200 the connection and proxies, 399 a body that is not HTTP; the others repeat the status.
    const bool onTheWay = error != QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied;
    return onTheWay || error == QNetworkReply::ProtocolFailure || !hasStatus(reply);
}

bool endedEarly(const QNetworkReply &reply, qint64 received)
{
    // Where Qt decompressed the body it has taken the length away (QHttpNetworkReply::removeAutoDecompressHeader).
    return reply.header(QNetworkRequest::ContentLengthHeader).toLongLong() > received;
}

HttpReply headOf(const QNetworkReply &reply)
{
    HttpReply head;
    head.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto &[name, value] : reply.rawHeaderPairs())
        head.headers += HttpHeader{name, value};
    return head;
}

Error timeoutError(const HttpRequest &request)
{
    Error error{Error::Code::Timeout, tr("%1 did not answer in time").arg(request.place())};
    error.why = tr("There was no complete answer within %1 s").arg(secondsText(request.limit));
    error.todo = tr("Check that it runs and is not overloaded, then try again");
    return error;
}

Error silenceError(const HttpRequest &request, std::chrono::milliseconds silence)
{
    Error error{Error::Code::Timeout, tr("%1 fell silent").arg(request.place())};
    error.why = tr("Nothing arrived for %1 s").arg(secondsText(silence));
    error.todo = tr("Check that it runs and is not overloaded, then try again");
    return error;
}

Error transportError(const HttpRequest &request, const QNetworkReply &reply)
{
    const QString text = reply.errorString();
    if (reply.error() == QNetworkReply::SslHandshakeFailedError || isCertificateRefusal(text)) {
        Error error{Error::Code::Auth, tr("There is no trusted connection to %1").arg(request.place())};
        error.why = isCertificateRefusal(text) ? tr("It does not accept our certificate") : text;
        error.todo = tr("Another server may have taken that address: check what runs there");
        error.evidence = text;
        return error;
    }
    Error error{Error::Code::Network, tr("%1 cannot be reached").arg(request.place())};
    if (isRedirect(reply.error()))
        error.what = tr("%1 sends us elsewhere").arg(request.place());
    else if (hasStatus(reply))
        error.what = tr("The answer of %1 broke off").arg(request.place());
    error.why = reasonFor(reply.error(), text);
    error.todo = tr("Check that it runs, then try again");
    return error;
}

void dropReply(QPointer<QNetworkReply> &reply, QObject *owner)
{
    QNetworkReply *dropped = std::exchange(reply, nullptr);
    if (!dropped)
        return;
    dropped->disconnect(owner);
    if (!dropped->isFinished())
        dropped->abort();
    dropped->deleteLater();
}

Error endedEarlyError(const HttpRequest &request, qint64 received)
{
    Error error{Error::Code::Network, tr("The answer of %1 ended early").arg(request.place())};
    error.why = tr("The connection broke off after %1 bytes").arg(received);
    error.todo = tr("Try again");
    return error;
}

Error tooLargeError(const HttpRequest &request, qint64 most)
{
    Error error{Error::Code::Network, tr("The answer of %1 is too large").arg(request.place())};
    error.why = tr("It is larger than %1 MiB").arg(most / (1024 * 1024));
    error.todo = tr("Ask for less at once");
    return error;
}

} // namespace windsock
