// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/Names.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Names", text);
}

constexpr int shownLength = 60;

// As much of a refused name as helps to recognise it, without what would disturb a terminal.
QString shown(const QString &name)
{
    QString text = name.left(shownLength);
    for (QChar &letter : text) {
        if (!letter.isPrint())
            letter = u'?';
    }
    return name.size() > shownLength ? text + QStringLiteral("…") : text;
}

bool fits(const QString &text, const char *pattern)
{
    const QRegularExpression whole(QRegularExpression::anchoredPattern(QLatin1String(pattern)));
    return whole.match(text).hasMatch();
}

Error refused(const QString &what, const QString &allowed, const SourcePlace &place)
{
    Error error = Error::badInput(what, place);
    error.todo = allowed;
    return error;
}

std::optional<Error> tooLong(const QString &name, int longest, const SourcePlace &place)
{
    if (name.size() <= longest)
        return {};
    return refused(tr("The name \"%1\" has %2 characters").arg(shown(name)).arg(name.size()), tr("Choose one of at most %1").arg(longest),
                   place);
}
} // namespace

std::optional<Error> clusterNameProblem(const QString &name, const SourcePlace &place)
{
    if (const auto problem = tooLong(name, longestClusterName, place))
        return problem;
    if (fits(name, "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*"))
        return {};
    return refused(
        tr("\"%1\" is no legal cluster name").arg(shown(name)),
        tr("Use lower-case letters, digits, dashes and dots, beginning and ending with a letter or digit, for example \"airflow\""), place);
}

std::optional<Error> releaseNameProblem(const QString &name, int longest, const SourcePlace &place)
{
    if (const auto problem = tooLong(name, longest, place))
        return problem;
    // Helm would allow dots, but the charts derive Service names from it, and those may not have any (RFC 1123 label).
    if (fits(name, "[a-z0-9]([a-z0-9-]*[a-z0-9])?"))
        return {};
    return refused(
        tr("\"%1\" is no legal release name").arg(shown(name)),
        tr("Use lower-case letters, digits and dashes, beginning and ending with a letter or digit, for example \"airflow-local\""), place);
}

std::optional<Error> namespaceProblem(const QString &name, const SourcePlace &place)
{
    constexpr int longestLabel = 63; // RFC 1123
    if (const auto problem = tooLong(name, longestLabel, place))
        return problem;
    if (fits(name, "[a-z0-9]([a-z0-9-]*[a-z0-9])?"))
        return {};
    return refused(tr("\"%1\" is no legal namespace").arg(shown(name)),
                   tr("Use lower-case letters, digits and dashes, beginning and ending with a letter or digit, for example \"default\""),
                   place);
}

std::optional<Error> imageNameProblem(const QString &name, const SourcePlace &place)
{
    constexpr int longestReference = 255;
    if (const auto problem = tooLong(name, longestReference, place))
        return problem;
    if (fits(name, "[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]+)?(/[A-Za-z0-9._-]+)*(:[A-Za-z0-9_][A-Za-z0-9._-]*)?(@sha256:[0-9a-f]{64})?"))
        return {};
    return refused(tr("\"%1\" is no legal image name").arg(shown(name)), tr("Write name:tag, for example \"kindest/node:v1.32.2\""), place);
}

std::optional<Error> chartNameProblem(const QString &name, const SourcePlace &place)
{
    if (fits(name, "[A-Za-z0-9][A-Za-z0-9._-]{0,99}"))
        return {};
    Error error =
        refused(tr("\"%1\" is no legal chart name").arg(shown(name)),
                tr("Write the chart's own name, for example \"airflow\", or a path that begins with ./ for a chart folder"), place);
    if (fits(name, "[A-Za-z0-9._-]+/[A-Za-z0-9._-]+")) {
        error.why = tr("What stands before the slash is a nickname from somebody's `helm repo add`, which others do not have");
        error.todo = tr("Write \"%1\" here and the repository's address into chart.repo").arg(name.section(u'/', 1));
    }
    return error;
}

std::optional<Error> chartVersionProblem(const QString &version, const SourcePlace &place)
{
    if (version.size() <= 100
        && fits(version, "v?(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?"))
        return {};
    return refused(tr("\"%1\" is no chart version").arg(shown(version)),
                   tr("Write one exact version of three numbers, for example \"8.9.0\": everybody then gets the same"), place);
}

std::optional<Error> chartRepoProblem(const QString &repo, const SourcePlace &place)
{
    const QUrl url(repo, QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool known = scheme == u"https" || scheme == u"http" || scheme == u"oci";
    if (!known || url.host().isEmpty() || repo.size() > 2000)
        return refused(tr("\"%1\" is no address of a chart repository").arg(shown(repo)),
                       tr("Write an address like https://airflow-helm.github.io/charts"), place);
    if (url.userInfo().isEmpty())
        return {};
    // Not repeated in the message: it holds a password.
    return refused(tr("The address of the chart repository holds a user name or password"),
                   tr("Keep credentials out of files that are committed"), place);
}

} // namespace windsock
