// SPDX-License-Identifier: Apache-2.0
#include "core/net/JsonReader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>
#include <limits>

namespace windsock {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("JsonReader", text);
}

QString kindOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null: return tr("null");
    case QJsonValue::Bool: return tr("true or false");
    case QJsonValue::Double: return tr("a number");
    case QJsonValue::String: return tr("text");
    case QJsonValue::Array: return tr("a list");
    case QJsonValue::Object: return tr("an object");
    case QJsonValue::Undefined: break;
    }
    return tr("nothing");
}

Error notUnderstood(const QString &source, const QString &why)
{
    Error error{Error::Code::Network, tr("The answer of %1 cannot be understood").arg(source)};
    error.why = why;
    error.todo = tr("Check that the right program answers there, and its version");
    error.rule = QStringLiteral("answer.unreadable");
    return error;
}

bool isWhole(double number)
{
    return std::floor(number) == number && std::abs(number) <= double(std::numeric_limits<int>::max());
}

} // namespace

Result<JsonReader> JsonReader::parse(const QByteArray &bytes, const QString &source)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return notUnderstood(source, tr("It is not JSON: %1 (byte %2)").arg(problem.errorString()).arg(problem.offset));
    return JsonReader(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), source);
}

JsonReader::JsonReader(const QJsonValue &root, const QString &source) : JsonReader(root, {}, std::make_shared<Shared>())
{
    m_shared->source = source;
}

JsonReader::JsonReader(QJsonValue value, QString path, std::shared_ptr<Shared> shared)
    : m_value(std::move(value)), m_path(std::move(path)), m_shared(std::move(shared))
{}

JsonReader JsonReader::operator[](const char *key) const
{
    return (*this)[QString::fromLatin1(key)];
}

JsonReader JsonReader::operator[](const QString &key) const
{
    if (!isAbsent())
        expect(QJsonValue::Object, tr("an object"));
    return {m_value.toObject().value(key), m_path.isEmpty() ? key : m_path + u'.' + key, m_shared};
}

bool JsonReader::isAbsent() const
{
    return m_value.isUndefined() || m_value.isNull();
}

QString JsonReader::text() const
{
    return expect(QJsonValue::String, tr("text")) ? m_value.toString() : QString();
}

QString JsonReader::text(const QString &fallback) const
{
    return isAbsent() ? fallback : text();
}

int JsonReader::integer() const
{
    if (!expect(QJsonValue::Double, tr("a whole number")))
        return 0;
    if (!isWhole(m_value.toDouble())) {
        fail(tr("a whole number"));
        return 0;
    }
    return int(m_value.toDouble());
}

int JsonReader::integer(int fallback) const
{
    return isAbsent() ? fallback : integer();
}

bool JsonReader::boolean() const
{
    return expect(QJsonValue::Bool, tr("true or false")) && m_value.toBool();
}

bool JsonReader::boolean(bool fallback) const
{
    return isAbsent() ? fallback : boolean();
}

QDateTime JsonReader::time() const
{
    const QString written = text(QString());
    if (written.isEmpty())
        return {};
    const QDateTime time = QDateTime::fromString(written, Qt::ISODateWithMs);
    if (!time.isValid())
        fail(tr("a time"));
    return time;
}

QList<JsonReader> JsonReader::items() const
{
    QList<JsonReader> items;
    if (isAbsent() || !expect(QJsonValue::Array, tr("a list")))
        return items;
    const QJsonArray array = m_value.toArray();
    items.reserve(array.size());
    for (qsizetype at = 0; at < array.size(); ++at)
        items += JsonReader(array.at(at), QStringLiteral("%1[%2]").arg(m_path).arg(at), m_shared);
    return items;
}

QMap<QString, QString> JsonReader::texts() const
{
    QMap<QString, QString> texts;
    const QJsonObject members = object();
    for (auto member = members.begin(); member != members.end(); ++member)
        texts.insert(member.key(), (*this)[member.key()].text());
    return texts;
}

QJsonObject JsonReader::object() const
{
    if (isAbsent() || !expect(QJsonValue::Object, tr("an object")))
        return {};
    return m_value.toObject();
}

std::optional<Error> JsonReader::failure() const
{
    return m_shared->failure;
}

bool JsonReader::expect(QJsonValue::Type type, const QString &kind) const
{
    if (m_value.type() == type)
        return true;
    fail(kind);
    return false;
}

void JsonReader::fail(const QString &expected) const
{
    if (m_shared->failure)
        return;
    const QString where = m_path.isEmpty() ? tr("the whole") : m_path;
    m_shared->failure = notUnderstood(m_shared->source, tr("%1: expected %2, found %3").arg(where, expected, kindOf(m_value)));
}

} // namespace windsock
