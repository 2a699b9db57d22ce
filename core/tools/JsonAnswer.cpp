// SPDX-License-Identifier: Apache-2.0
#include "core/tools/JsonAnswer.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("JsonAnswer", text);
}
Result<QJsonDocument> readDocument(const QByteArray &bytes, const QString &command)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return unreadableAnswer(command, bytes, problem.errorString());
    return document;
}
} // namespace

Error unreadableAnswer(const QString &command, const QByteArray &bytes, const QString &why)
{
    Error error{Error::Code::ToolFailed, tr("The answer of \"%1\" cannot be read").arg(command)};
    error.why = bytes.trimmed().isEmpty() ? tr("It is empty") : why;
    error.todo = tr("Run the command in a terminal; an update of the tool may help");
    error.evidence = QString::fromUtf8(bytes.left(300)).trimmed();
    return error;
}

Result<QJsonObject> readObject(const QByteArray &bytes, const QString &command)
{
    Result<QJsonDocument> document = readDocument(bytes, command);
    if (!document)
        return document.error();
    if (!document->isObject())
        return unreadableAnswer(command, bytes, tr("An object was expected"));
    return document->object();
}

Result<QJsonArray> readArray(const QByteArray &bytes, const QString &command)
{
    Result<QJsonDocument> document = readDocument(bytes, command);
    if (!document)
        return document.error();
    if (!document->isArray())
        return unreadableAnswer(command, bytes, tr("A list was expected"));
    return document->array();
}

Result<QList<QJsonObject>> readObjectLines(const QByteArray &bytes, const QString &command)
{
    QList<QJsonObject> objects;
    const QList<QByteArray> lines = bytes.split('\n');
    for (const QByteArray &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        Result<QJsonObject> object = readObject(line, command);
        if (!object)
            return object.error();
        objects += *object;
    }
    return objects;
}

} // namespace windsock
