// SPDX-License-Identifier: Apache-2.0
#include "core/python/Requirement.h"

#include "core/base/Credentials.h"

#include <QCoreApplication>
#include <QMap>
#include <QRegularExpression>

#include <optional>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Requirement", text);
}

// name, [extras] and what follows: specifiers, "@ address" or a marker
const QRegularExpression &named()
{
    static const QRegularExpression rule(
        QStringLiteral("\\A([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\\s*(?:\\[[^\\]]*\\])?\\s*(?:([=<>!~(].*)|(@.*)|(;.*))?\\z"));
    return rule;
}

struct Option
{
    QString name;  // in its long form
    QString value; // empty: none
};

Option optionOf(const QString &text)
{
    static const QMap<QString, QString> longForms{{QStringLiteral("-r"), QStringLiteral("--requirement")},
                                                  {QStringLiteral("-c"), QStringLiteral("--constraint")},
                                                  {QStringLiteral("-e"), QStringLiteral("--editable")},
                                                  {QStringLiteral("-i"), QStringLiteral("--index-url")},
                                                  {QStringLiteral("-f"), QStringLiteral("--find-links")}};
    static const QRegularExpression shape(QStringLiteral("\\A(-[a-z](?=\\S)|--?[A-Za-z-]+)(?:\\s*=\\s*|\\s*)(.*)\\z"));
    const QRegularExpressionMatch match = shape.match(text);
    return {longForms.value(match.captured(1), match.captured(1)), match.captured(2)};
}

bool isAnywhere(const QString &path)
{
    static const QRegularExpression address(QStringLiteral("\\A[a-z][a-z0-9+.-]*://"), QRegularExpression::CaseInsensitiveOption);
    return path.startsWith(u'/') || address.match(path).hasMatch();
}

Error unreadable(const RequirementLine &line, const QString &why, const QString &todo)
{
    Error error = Error::badInput(tr("“%1” cannot be installed as it stands").arg(line.shown()), line.place, todo);
    error.why = why;
    error.rule = QStringLiteral("requirement.unreadable");
    return error;
}

Result<> checkOption(const RequirementLine &line)
{
    const auto [name, value] = optionOf(line.normalized());
    if (name == u"--requirement")
        return unreadable(line, tr("It names another file of requirements"), tr("Put the lines of that file in its place"));
    const bool takesPath = QStringList{"--constraint", "--editable", "--find-links"}.contains(name);
    if (takesPath && !isAnywhere(value))
        return unreadable(line, tr("The path in it is not absolute"), tr("Name an absolute path or an address"));
    const bool known = takesPath
                       || QStringList{"--index-url", "--extra-index-url", "--no-index",    "--no-binary", "--only-binary",
                                      "--pre",       "--prefer-binary",   "--trusted-host"}
                              .contains(name);
    return known ? Result<>()
                 : Result<>(unreadable(line, tr("A file of requirements cannot hold the option %1").arg(name), tr("Remove the option")));
}

// Three numbers and nothing else that would matter: epochs, local versions and pre-releases are not read.
std::optional<QList<int>> numbersOf(const QString &text)
{
    QList<int> numbers;
    for (const QString &part : text.split(u'.')) {
        bool isNumber = false;
        numbers += part.toInt(&isNumber);
        if (!isNumber)
            return std::nullopt;
    }
    return numbers;
}

int compare(const QList<int> &version, const QList<int> &other, qsizetype parts)
{
    for (qsizetype at = 0; at < parts; ++at) {
        if (const int difference = version.value(at) - other.value(at); difference != 0)
            return difference;
    }
    return 0;
}

bool admitsOne(const QString &specifier, const QList<int> &version)
{
    static const QRegularExpression shape(QStringLiteral("\\A(===|==|!=|~=|<=|>=|<|>)\\s*v?([0-9.]+?)(\\.\\*)?\\z"));
    const QRegularExpressionMatch match = shape.match(specifier.trimmed());
    const auto numbers = match.hasMatch() ? numbersOf(match.captured(2)) : std::nullopt;
    if (!numbers)
        return true;
    const QString sign = match.captured(1);
    const bool isPrefix = match.capturedLength(3) > 0;
    const int order = compare(version, *numbers, isPrefix ? numbers->size() : 4);
    if (sign == u"==" || sign == u"===")
        return order == 0;
    if (sign == u"!=")
        return order != 0;
    if (sign == u"~=")
        return order >= 0 && compare(version, *numbers, numbers->size() - 1) == 0;
    return sign == u"<=" ? order <= 0 : sign == u">=" ? order >= 0 : sign == u"<" ? order < 0 : order > 0;
}
} // namespace

QString normalizedPackage(const QString &name)
{
    static const QRegularExpression dashes(QStringLiteral("[-_.]+"));
    return name.toLower().replace(dashes, QStringLiteral("-"));
}

bool admits(const QString &specifiers, const Version &version)
{
    QString text = specifiers.section(u';', 0, 0).trimmed();
    if (text.startsWith(u'(') && text.endsWith(u')'))
        text = text.mid(1, text.size() - 2);
    for (const QString &one : text.split(u',', Qt::SkipEmptyParts)) {
        if (!admitsOne(one, {version.major, version.minor, version.patch}))
            return false;
    }
    return true;
}

QString RequirementLine::normalized() const
{
    static const QRegularExpression comment(QStringLiteral("(?:\\A|\\s)#.*\\z"));
    return QString(text).replace(comment, QString()).simplified();
}

QString RequirementLine::packageName() const
{
    return normalizedPackage(named().match(normalized()).captured(1));
}

bool RequirementLine::namesAirflowConstraints() const
{
    static const QRegularExpression address(QStringLiteral(
        "/apache/airflow/(?:refs/(?:tags|heads)/)?constraints-[^/]+/constraints(?:-no-providers|-source-providers)?-3\\.\\d+\\.txt\\z"));
    const Option option = isOption() ? optionOf(normalized()) : Option{};
    return option.name == u"--constraint" && address.match(option.value).hasMatch();
}

QString RequirementLine::shown() const
{
    return withoutCredentials(normalized());
}

Result<> checkRequirement(const RequirementLine &line, const QString &airflow)
{
    const QString text = line.normalized();
    if (text.isEmpty())
        return {};
    if (line.isOption())
        return checkOption(line);
    const QString package = line.packageName();
    if (package.isEmpty() && !isAnywhere(text))
        return unreadable(line, tr("It is neither a package nor an address nor an absolute path"), tr("Correct the line"));
    const bool isAirflow = package == u"apache-airflow" || package == u"apache-airflow-core";
    const QRegularExpressionMatch match = named().match(text);
    const auto version = Version::find(airflow);
    const bool changes = isAirflow && (match.capturedLength(3) > 0 || (version && !admits(match.captured(2), *version)));
    if (!changes)
        return {};
    Error error = Error::badInput(tr("“%1” would change Airflow itself").arg(line.shown()), line.place);
    error.why = tr("The workspace runs Airflow %1").arg(airflow);
    error.todo = tr("Remove the version from the line, or have the workspace run that version of Airflow");
    error.rule = QStringLiteral("requirement.airflow");
    return error;
}

RequirementFile requirementFile(const QList<RequirementLine> &lines)
{
    RequirementFile file;
    for (const RequirementLine &line : lines) {
        const QString text = line.normalized();
        const Option option = line.isOption() ? optionOf(text) : Option{};
        if (line.namesAirflowConstraints())
            file.airflowConstraints = true;
        else if (option.name == u"--pre")
            file.prereleases = true;
        else if (option.name == u"--trusted-host")
            file.insecureHosts += option.value;
        else if (!text.isEmpty() && option.name != u"--prefer-binary")
            file.lines += option.name.isEmpty() || option.value.isEmpty() ? text : option.name + u' ' + option.value;
    }
    return file;
}

} // namespace windsock
