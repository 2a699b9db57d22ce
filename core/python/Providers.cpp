// SPDX-License-Identifier: Apache-2.0
#include "core/python/Providers.h"

#include <QRegularExpression>

#include <algorithm>

namespace windsock {

namespace {
const QString prefix = QStringLiteral("apache-airflow-providers-");

// Requirements of apache-airflow 2.10 and of apache-airflow-core 3.2. Of 2.7 to 2.9 some came later, and hardly any DAG names those.
QStringList ofAirflow(const QString &version)
{
    if (version.startsWith(QLatin1String("2.")))
        return {QStringLiteral("common-compat"), QStringLiteral("common-io"), QStringLiteral("common-sql"),
                QStringLiteral("fab"),           QStringLiteral("ftp"),       QStringLiteral("http"),
                QStringLiteral("imap"),          QStringLiteral("smtp"),      QStringLiteral("sqlite")};
    return {QStringLiteral("common-compat"), QStringLiteral("common-io"), QStringLiteral("common-sql"), QStringLiteral("smtp"),
            QStringLiteral("standard")};
}

struct Bond
{
    const char *provider, *bringsAlong;
};
constexpr Bond bonds[] = {{"sftp", "ssh"}, {"amazon", "http"}, {"apache-livy", "http"}, {"dbt-cloud", "http"}, {"discord", "http"}};

// Of "apache-airflow[amazon,google]==2.10.5", of a provider with extras, of a wheel of this machine.
QStringList ofLine(const RequirementLine &line)
{
    static const QRegularExpression brackets(QStringLiteral("\\[([^\\]]*)\\]"));
    static const QRegularExpression wheel(QStringLiteral("/(apache_airflow_providers_\\w+)-[^/]*\\z"));
    const QString text = line.normalized();
    if (const auto file = wheel.match(text); file.hasMatch())
        return {normalizedPackage(file.captured(1)).mid(prefix.size())};
    const QString package = line.packageName();
    if (!package.startsWith(QLatin1String("apache-airflow")))
        return {};
    QStringList names;
    for (const QString &extra : brackets.match(text).captured(1).split(u',', Qt::SkipEmptyParts))
        names += normalizedPackage(extra.trimmed());
    if (package.startsWith(prefix))
        names += package.mid(prefix.size());
    return names;
}
} // namespace

bool bringsProvider(const EnvironmentSpec &spec, const QString &package)
{
    QStringList names = ofAirflow(spec.airflow);
    for (const QString &extra : spec.extras)
        names += normalizedPackage(extra.trimmed());
    for (const RequirementLine &line : spec.image + spec.requirements)
        names += ofLine(line);
    for (const Bond &bond : bonds) {
        if (names.contains(QLatin1String(bond.provider)))
            names += QString::fromLatin1(bond.bringsAlong);
    }
    return names.contains(QLatin1String("all")) || names.contains(package.mid(prefix.size()));
}

} // namespace windsock
