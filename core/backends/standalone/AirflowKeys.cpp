// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/AirflowKeys.h"

#include "core/base/FileText.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <array>

namespace windsock {

namespace {
constexpr const char *names[] = {"fernet", "web", "jwt"};

QByteArray madeKey()
{
    std::array<quint32, 8> words; // 256 bits of the system's own randomness
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof(words));
    return bytes.toBase64(QByteArray::Base64UrlEncoding);
}

Result<> make(const QString &file)
{
    QJsonObject json;
    for (const char *name : names)
        json[QLatin1String(name)] = QString::fromLatin1(madeKey());
    return writeFile(file, QJsonDocument(json).toJson(), ownerOnly);
}

bool isKey(const QByteArray &text)
{
    const auto bytes = QByteArray::fromBase64Encoding(text, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    return bytes && (*bytes).size() == 32;
}
} // namespace

Result<AirflowKeys> AirflowKeys::ensure(const QString &file)
{
    auto bytes = readFile(file);
    if (!bytes && bytes.error().code == Error::Code::NotFound) {
        if (Result<> made = make(file); !made)
            return made.error();
        bytes = readFile(file);
    }
    if (!bytes)
        return bytes.error();
    const QJsonObject json = QJsonDocument::fromJson(*bytes).object();
    AirflowKeys keys;
    AirflowKeys::Key *const all[] = {&keys.fernet, &keys.web, &keys.jwt};
    for (int at = 0; at < 3; ++at) {
        QByteArray text = json[QLatin1String(names[at])].toString().toLatin1();
        if (!isKey(text))
            return Error::badInput(
                QCoreApplication::translate("AirflowKeys", "This file does not hold Airflow's keys"), {file},
                QCoreApplication::translate("AirflowKeys", "Reset this Airflow: its database cannot be read without them"));
        *all[at] = std::make_shared<const SecretString>(std::move(text));
    }
    return keys;
}

} // namespace windsock
