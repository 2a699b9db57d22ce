// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/StandaloneRecord.h"

#include "core/base/FileText.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace windsock {

namespace {
constexpr int format = 1;
}

Result<std::optional<StandaloneRecord>> StandaloneRecord::load(const QString &file)
{
    const auto bytes = readFile(file);
    if (!bytes && bytes.error().code == Error::Code::NotFound)
        return std::optional<StandaloneRecord>();
    if (!bytes)
        return bytes.error();
    const QJsonObject json = QJsonDocument::fromJson(*bytes).object();
    if (json["format"].toInt() != format)
        return Error::badInput(QCoreApplication::translate("StandaloneRecord", "This is no record of a standalone Airflow"), {file},
                               QCoreApplication::translate("StandaloneRecord", "Delete this Airflow and start it again"));
    QMap<QString, QString> base;
    const QJsonObject variables = json["base"].toObject();
    for (auto variable = variables.begin(); variable != variables.end(); ++variable)
        base[variable.key()] = variable->toString();
    return std::optional(StandaloneRecord{.airflow = json["airflow"].toString(),
                                          .python = json["python"].toString(),
                                          .environment = json["environment"].toString(),
                                          .prepared = json["prepared"].toString(),
                                          .port = json["port"].toInt(),
                                          .base = base,
                                          .bubblewrap = json["bubblewrap"].toString(),
                                          .bubblewrapSeen = json["bubblewrapSeen"].toString(),
                                          .isSqlite = json["sqlite"].toBool()});
}

Result<> StandaloneRecord::save(const QString &file) const
{
    QJsonObject variables;
    for (auto variable = base.begin(); variable != base.end(); ++variable)
        variables[variable.key()] = variable.value();
    QJsonObject json{{"format", format},           {"airflow", airflow},       {"python", python},
                     {"environment", environment}, {"prepared", prepared},     {"port", port},
                     {"base", variables},          {"bubblewrap", bubblewrap}, {"bubblewrapSeen", bubblewrapSeen}};
    if (isSqlite)
        json["sqlite"] = true;
    return writeFile(file, QJsonDocument(json).toJson(), ownerOnly);
}

} // namespace windsock
