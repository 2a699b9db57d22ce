// SPDX-License-Identifier: Apache-2.0
// Reads JSON by path and says where it is not what was expected: "items[3].status.phase: expected text, found a number".
// Readers made from one root share its first failure: read everything, then ask failure() once.
#pragma once

#include "core/base/Result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QMap>

#include <memory>
#include <optional>

namespace windsock {

class JsonReader
{
public:
    // `source` is what errors name: "127.0.0.1:6443". Error: not JSON.
    static Result<JsonReader> parse(const QByteArray &bytes, const QString &source);
    JsonReader(const QJsonValue &root, const QString &source);

    JsonReader operator[](const char *key) const; // of something that is no object: a reader of nothing
    JsonReader operator[](const QString &key) const;
    bool isAbsent() const; // missing or null

    // Without a fallback the value has to be there. A value of another kind always is a failure.
    QString text() const;
    QString text(const QString &fallback) const;
    int integer() const;
    int integer(int fallback) const;
    bool boolean() const;
    bool boolean(bool fallback) const;
    QDateTime time() const;               // ISO 8601 with its offset; invalid where absent
    QList<JsonReader> items() const;      // of a list; empty where absent
    QMap<QString, QString> texts() const; // of an object whose values are texts; empty where absent
    QJsonObject object() const;           // empty where absent
    const QJsonValue &value() const { return m_value; }
    const QString &path() const { return m_path; }

    std::optional<Error> failure() const; // the first of all readers of this root
    // value, unless something failed until now.
    template <class T>
    Result<T> result(T value) const
    {
        if (auto error = failure())
            return std::move(*error);
        return value;
    }

private:
    struct Shared
    {
        QString source;
        std::optional<Error> failure;
    };
    JsonReader(QJsonValue value, QString path, std::shared_ptr<Shared> shared);
    bool expect(QJsonValue::Type type, const QString &kind) const;
    void fail(const QString &expected) const;

    QJsonValue m_value;
    QString m_path;
    std::shared_ptr<Shared> m_shared;
};

} // namespace windsock
