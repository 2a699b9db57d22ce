// SPDX-License-Identifier: Apache-2.0
#include "core/net/HttpReply.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace windsock {

namespace {

constexpr qsizetype longestMessage = 600; // characters; more does not fit a card

QString say(const char *text)
{
    return QCoreApplication::translate("HttpReply", text);
}

Error::Code codeOf(int status)
{
    switch (status) {
    case 401:
    case 403: return Error::Code::Auth;
    case 404: return Error::Code::NotFound;
    case 409: return Error::Code::Conflict;
    case 408:
    case 504: return Error::Code::Timeout;
    case 429: return Error::Code::Network;
    default: return status >= 400 && status < 500 ? Error::Code::BadInput : Error::Code::Network;
    }
}

QString whatOf(int status)
{
    switch (status) {
    case 401: return say(QT_TRANSLATE_NOOP("HttpReply", "%1 does not accept the login"));
    case 403: return say(QT_TRANSLATE_NOOP("HttpReply", "%1 does not allow this"));
    case 404: return say(QT_TRANSLATE_NOOP("HttpReply", "%1 does not know what was asked for"));
    case 409: return say(QT_TRANSLATE_NOOP("HttpReply", "%1 reports a conflict with what is there"));
    case 429: return say(QT_TRANSLATE_NOOP("HttpReply", "%1 is too busy to answer"));
    default: break;
    }
    return status >= 500 ? say(QT_TRANSLATE_NOOP("HttpReply", "%1 could not answer"))
                         : say(QT_TRANSLATE_NOOP("HttpReply", "%1 refused the request"));
}

QString todoOf(int status)
{
    switch (status) {
    case 401: return say(QT_TRANSLATE_NOOP("HttpReply", "Check the user name and the password or token"));
    case 403: return say(QT_TRANSLATE_NOOP("HttpReply", "Use a login that has this right"));
    case 404: return say(QT_TRANSLATE_NOOP("HttpReply", "Refresh: it may have been removed or renamed"));
    case 409: return say(QT_TRANSLATE_NOOP("HttpReply", "Refresh and try again"));
    default: break;
    }
    return codeOf(status) == Error::Code::BadInput ? say(QT_TRANSLATE_NOOP("HttpReply", "Correct what the message names"))
                                                   : say(QT_TRANSLATE_NOOP("HttpReply", "Try again in a moment"));
}

QString textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isObject()) // an entry of FastAPI's validation list
        return value.toObject().value(QStringLiteral("msg")).toString();
    QStringList parts;
    for (const QJsonValue &part : value.toArray())
        parts += textOf(part);
    parts.removeAll(QString());
    return parts.join(QStringLiteral("; "));
}

} // namespace

QString HttpRequest::place() const
{
    return url.port() < 0 ? url.host() : url.host() + u':' + QString::number(url.port());
}

QByteArray HttpReply::header(const QByteArray &name) const
{
    for (const HttpHeader &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

QString serverMessage(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QJsonObject object = document.object();
    for (const QString &key : {QStringLiteral("message"), QStringLiteral("detail"), QStringLiteral("errors"), QStringLiteral("title")}) {
        const QString text = textOf(object.value(key)).trimmed();
        if (!text.isEmpty())
            return text.left(longestMessage);
    }
    const QByteArray plain = body.trimmed();
    const bool isForPeople = !document.isArray() && !plain.startsWith('<') && !plain.startsWith('{');
    return isForPeople ? QString::fromUtf8(plain).left(longestMessage) : QString();
}

Error statusError(const HttpRequest &request, int status, const QByteArray &body)
{
    Error error{codeOf(status), whatOf(status).arg(request.place())};
    const QString message = serverMessage(body);
    const QString place = QString::fromLatin1(request.method) + u' ' + request.url.path();
    error.why = message.isEmpty() ? QCoreApplication::translate("HttpReply", "It answered with status %1").arg(status) : message;
    error.todo = todoOf(status);
    error.rule = QStringLiteral("http.%1").arg(status);
    error.evidence = QStringLiteral("%1: %2").arg(place).arg(status);
    return error;
}

Result<HttpReply> checkStatus(const HttpRequest &request, HttpReply reply)
{
    if (reply.isSuccess())
        return reply;
    return statusError(request, reply.status, reply.body);
}

} // namespace windsock
