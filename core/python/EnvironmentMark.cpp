// SPDX-License-Identifier: Apache-2.0
#include "core/python/EnvironmentMark.h"

#include <QJsonDocument>

namespace windsock {

namespace {
constexpr int format = 1;

std::optional<PackageLock> lockNamed(const QString &name)
{
    for (const PackageLock lock : {PackageLock::Constraints, PackageLock::Date, PackageLock::None}) {
        if (packageLockName(lock) == name)
            return lock;
    }
    return std::nullopt;
}
} // namespace

QString packageLockName(PackageLock lock)
{
    switch (lock) {
    case PackageLock::Constraints: return QStringLiteral("constraints");
    case PackageLock::Date: return QStringLiteral("date");
    case PackageLock::None: break;
    }
    return QStringLiteral("none");
}

QString environmentMarkIn(const QString &folder)
{
    return folder + QStringLiteral("/windsock-environment.json");
}

QByteArray renderEnvironmentMark(const PythonEnvironment &environment)
{
    const QJsonObject mark{{QStringLiteral("format"), format},
                           {QStringLiteral("id"), environment.id},
                           {QStringLiteral("airflow"), environment.airflow},
                           {QStringLiteral("python"), environment.python.text()},
                           {QStringLiteral("lock"), packageLockName(environment.lock)},
                           {QStringLiteral("lockNote"), environment.lockNote},
                           {QStringLiteral("bytes"), environment.bytes},
                           {QStringLiteral("made"), environment.made.toUTC().toString(Qt::ISODate)},
                           {QStringLiteral("spec"), environment.spec}};
    return QJsonDocument(mark).toJson();
}

std::optional<PythonEnvironment> parseEnvironmentMark(const QByteArray &bytes)
{
    const QJsonObject mark = QJsonDocument::fromJson(bytes).object();
    const auto text = [&mark](const char *key) { return mark.value(QLatin1String(key)).toString(); };
    const auto lock = lockNamed(text("lock"));
    if (mark.value(QLatin1String("format")).toInt() != format || !lock || text("id").isEmpty())
        return std::nullopt;
    PythonEnvironment environment;
    environment.id = text("id");
    environment.airflow = text("airflow");
    environment.python = PythonVersion::find(text("python")).value_or(PythonVersion());
    environment.lock = *lock;
    environment.lockNote = text("lockNote");
    environment.bytes = mark.value(QLatin1String("bytes")).toInteger();
    environment.made = QDateTime::fromString(text("made"), Qt::ISODate);
    environment.spec = mark.value(QLatin1String("spec")).toObject();
    return environment;
}

} // namespace windsock
