// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/PrepareInput.h"

#include "core/backends/standalone/AirflowRuntime.h"
#include "core/backends/standalone/StandaloneWish.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace windsock {

namespace {
// The one place where these secrets are text for a moment: on their way into the JSON that goes to a child's stdin.
QJsonValue textOf(const SecretPtr &secret)
{
    if (!secret)
        return QJsonValue(QString());
    return secret->reveal([](QByteArrayView bytes) { return QJsonValue(QString::fromUtf8(bytes)); });
}

QJsonArray usersOf(const QList<AirflowUser> &users)
{
    QJsonArray list;
    for (const AirflowUser &user : users)
        list += QJsonObject{{"username", user.name},
                            {"role", user.roles.value(0, QStringLiteral("Admin"))},
                            {"moreRoles", QJsonArray::fromStringList(user.roles.mid(1))},
                            {"email", user.email},
                            {"firstName", user.firstName},
                            {"lastName", user.lastName},
                            {"password", textOf(user.password)}};
    return list;
}

QJsonObject connectionOf(const AirflowConnection &connection)
{
    QJsonObject json{{"id", connection.id}, {"description", connection.description}};
    if (connection.uri) {
        json["uri"] = textOf(connection.uri);
        return json;
    }
    json["type"] = connection.type;
    json["host"] = connection.host;
    json["login"] = connection.login;
    json["schema"] = connection.schema;
    json["password"] = textOf(connection.password);
    json["extra"] = textOf(connection.extra);
    if (connection.port)
        json["port"] = *connection.port;
    return json;
}
} // namespace

std::shared_ptr<const SecretString> prepareInput(const StandaloneWish &wish, const PrepareParts &parts)
{
    QJsonArray connections, variables, pools;
    for (const AirflowConnection &connection : wish.objects.connections)
        connections += connectionOf(connection);
    for (const AirflowVariable &variable : wish.objects.variables)
        variables += QJsonObject{{"key", variable.key}, {"value", textOf(variable.value)}};
    for (const AirflowPool &pool : wish.objects.pools)
        pools += QJsonObject{
            {"name", pool.name}, {"slots", pool.slotCount}, {"description", pool.description}, {"includeDeferred", pool.includeDeferred}};
    QJsonObject environment;
    if (parts.migrate) { // says nothing about the objects: without it, they alone make the fingerprint
        const auto secrets = secretEnvironment(AirflowPart::All, wish);
        for (auto secret = secrets.cbegin(); secret != secrets.cend(); ++secret)
            environment[secret.key()] = textOf(secret.value());
    }
    const QJsonObject all{{"migrate", parts.migrate},   {"environment", environment}, {"users", usersOf(wish.objects.users)},
                          {"connections", connections}, {"variables", variables},     {"pools", pools}};
    return std::make_shared<const SecretString>(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

} // namespace windsock
