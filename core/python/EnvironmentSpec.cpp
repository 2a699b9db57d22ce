// SPDX-License-Identifier: Apache-2.0
#include "core/python/EnvironmentSpec.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSysInfo>

namespace windsock {

namespace {
// Counts up when the same content would make another environment than before.
constexpr int format = 1;

QString tr(const char *text)
{
    return QCoreApplication::translate("EnvironmentSpec", text);
}

QStringList normalizedExtras(const QStringList &extras)
{
    QStringList all;
    for (const QString &extra : extras)
        all += normalizedPackage(extra.trimmed());
    all.removeDuplicates();
    all.sort();
    return all;
}

QJsonArray normalizedLines(const QList<RequirementLine> &lines)
{
    QJsonArray all;
    for (const RequirementLine &line : lines) {
        if (const QString text = line.shown(); !text.isEmpty())
            all += line.content.isEmpty() ? text : text + u' ' + line.content;
    }
    return all;
}
} // namespace

QString EnvironmentSpec::thisPlatform()
{
    return QSysInfo::kernelType() + u'-' + QSysInfo::currentCpuArchitecture();
}

QJsonObject EnvironmentSpec::toJson() const
{
    return {{QStringLiteral("format"), format},
            {QStringLiteral("airflow"), airflow},
            {QStringLiteral("python"), python.text()},
            {QStringLiteral("platform"), platform},
            {QStringLiteral("extras"), QJsonArray::fromStringList(normalizedExtras(extras))},
            {QStringLiteral("image"), normalizedLines(image)},
            {QStringLiteral("requirements"), normalizedLines(requirements)}};
}

QString EnvironmentSpec::id() const
{
    // QJsonObject keeps its keys sorted, so that the bytes are the same everywhere.
    const QByteArray content = QJsonDocument(toJson()).toJson(QJsonDocument::Compact);
    const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().left(16);
    return QStringLiteral("airflow-%1-py%2-%3").arg(airflow, python.text(), QString::fromLatin1(hash));
}

QString EnvironmentSpec::title() const
{
    return tr("Airflow %1 on Python %2").arg(airflow, python.text());
}

QString EnvironmentSpec::airflowRequirement() const
{
    const QStringList names = normalizedExtras(extras);
    const QString brackets = names.isEmpty() ? QString() : u'[' + names.join(u',') + u']';
    return QStringLiteral("apache-airflow%1==%2").arg(brackets, airflow);
}

Result<> checkRequirements(const EnvironmentSpec &spec)
{
    static const QRegularExpression word(QStringLiteral("\\A[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?\\z"));
    for (const QString &extra : spec.extras) {
        if (word.match(extra.trimmed()).hasMatch())
            continue;
        Error error{Error::Code::BadInput, tr("“%1” is no extra of Airflow").arg(extra)};
        error.todo = tr("Name extras like postgres or cncf-kubernetes");
        error.rule = QStringLiteral("requirement.extra");
        return error;
    }
    for (const RequirementLine &line : spec.image + spec.requirements) {
        if (const Result<> good = checkRequirement(line, spec.airflow); !good)
            return good;
    }
    return {};
}

std::optional<RequirementLine> lineOf(const QList<RequirementLine> &lines, const QStringList &packages)
{
    for (const QString &package : packages) {
        for (const RequirementLine &line : lines) {
            if (line.packageName() == package)
                return line;
        }
    }
    return std::nullopt;
}

} // namespace windsock
