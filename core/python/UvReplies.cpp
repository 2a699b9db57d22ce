// SPDX-License-Identifier: Apache-2.0
#include "core/python/UvReplies.h"

#include "core/base/Credentials.h"
#include "core/python/Requirement.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace windsock::uv {

namespace {
using Code = Error::Code;

QString tr(const char *text)
{
    return QCoreApplication::translate("UvReplies", text);
}

// One line of plain words, whichever way it was drawn: without frames, arrows and line ends.
QString flattened(const QByteArray &output)
{
    QString text = QString::fromUtf8(output);
    for (const QChar drawn : QStringLiteral("×╰├─▶│"))
        text.replace(drawn, u' ');
    static const QRegularExpression cutName(QStringLiteral("(?<=\\w-) (?=\\w)")); // long names are broken at their dashes
    return text.simplified().replace(cutName, QString());
}

struct Meaning
{
    const char *sign; // regular expression over the flattened output; the first that fits counts
    Code code;
    const char *rule;
    const char *what;
    const char *todo;
};

// What kept uv from even looking for versions stands above what it then concluded from having found none.
const Meaning meanings[] = {
    {"No space left on device|os error 28|Disk quota exceeded|os error 122", Code::ToolFailed, "uv.disk-full",
     QT_TRANSLATE_NOOP("UvReplies", "The disk is full"),
     QT_TRANSLATE_NOOP("UvReplies", "Free some space (an Airflow takes about 1 GB), then start again")},
    {"lack of valid authentication credentials|returned a 403|returned a 401|40[13] (?:Unauthorized|Forbidden)", Code::Auth, "uv.auth",
     QT_TRANSLATE_NOOP("UvReplies", "The package index does not let us in"),
     QT_TRANSLATE_NOOP("UvReplies", "Check the index's address and credentials in pip's or uv's settings")},
    {"network was disabled", Code::Network, "uv.offline", QT_TRANSLATE_NOOP("UvReplies", "uv is told to stay off the network"),
     QT_TRANSLATE_NOOP("UvReplies", "Remove UV_OFFLINE or “offline” from uv's settings, or fetch the packages once with network")},
    {"Hash mismatch", Code::Network, "uv.hash", QT_TRANSLATE_NOOP("UvReplies", "A package is not as it was published"),
     QT_TRANSLATE_NOOP("UvReplies", "Try again. If it stays so, something on the way changes files: a proxy, a mirror")},
    {"error sending request|error resolving DNS|dns error|tcp connect error|operation timed out|Could not connect|HTTP status server "
     "error|certificate|Failed to (?:fetch|download)",
     Code::Network, "uv.unreachable", QT_TRANSLATE_NOOP("UvReplies", "The package index cannot be reached"),
     QT_TRANSLATE_NOOP("UvReplies", "Check the network, the proxy and, where there is one, the mirror in pip's or uv's settings")},
    {"Failed to build|build backend", Code::ToolFailed, "uv.build",
     QT_TRANSLATE_NOOP("UvReplies", "A package has to be compiled and cannot be"),
     QT_TRANSLATE_NOOP("UvReplies", "Install what it asks for (compiler, headers), or take a version that has wheels for this Python")},
    {"No interpreter found|No virtual environment|Failed to inspect Python|Python interpreter at", Code::ToolMissing, "uv.no-python",
     QT_TRANSLATE_NOOP("UvReplies", "The Python for the environment is gone or does not work"),
     QT_TRANSLATE_NOOP("UvReplies", "Start again, so that another one is looked for")},
    {"Couldn't parse requirement|Unexpected '|Expected `|Unsupported requirement", Code::BadInput, "uv.requirement",
     QT_TRANSLATE_NOOP("UvReplies", "A requirement cannot be read"), QT_TRANSLATE_NOOP("UvReplies", "Correct the requirement")},
    {"does not satisfy Python", Code::Conflict, "uv.python", QT_TRANSLATE_NOOP("UvReplies", "A package does not support this Python"),
     QT_TRANSLATE_NOOP("UvReplies", "Take another version of the package, or install another Python")},
    {"was filtered by `exclude-newer`", Code::NotFound, "uv.too-new",
     QT_TRANSLATE_NOOP("UvReplies", "A package was not there yet on the day that versions are fixed to"),
     QT_TRANSLATE_NOOP("UvReplies", "A mirror may not tell when packages were uploaded: make Airflow's constraints file reachable")},
    {"was not found in the package registry|was not found in the provided package locations", Code::NotFound, "uv.no-package",
     QT_TRANSLATE_NOOP("UvReplies", "The package index does not have a package"),
     QT_TRANSLATE_NOOP("UvReplies", "Correct its name, or name the index that has it in pip's or uv's settings")},
    {"there (?:is|are) no versions? of|no usable wheels|no wheels with a matching", Code::NotFound, "uv.no-version",
     QT_TRANSLATE_NOOP("UvReplies", "The package index does not have that version, or not for this machine"),
     QT_TRANSLATE_NOOP("UvReplies", "Take a version that is there")},
    {"No solution found", Code::Conflict, "uv.conflict", QT_TRANSLATE_NOOP("UvReplies", "The requirements cannot be had together"),
     QT_TRANSLATE_NOOP("UvReplies", "Loosen or correct the version of one of them")},
};

const Meaning *meaningOf(const QString &flat)
{
    for (const Meaning &meaning : meanings) {
        if (flat.contains(QRegularExpression(QString::fromLatin1(meaning.sign), QRegularExpression::CaseInsensitiveOption)))
            return &meaning;
    }
    return nullptr;
}

// The conclusion as uv words it ("Because …"), else what stands behind its first "error:".
QString reasonIn(const QString &flat)
{
    static const QRegularExpression conclusion(QStringLiteral("Because (.*?)(?:,? we can conclude|\\shint:|\\z)"));
    static const QRegularExpression error(QStringLiteral("error: (.*?)(?: (?:cause|Caused by): |\\shint:|\\z)"));
    const QRegularExpressionMatch because = conclusion.match(flat), first = error.match(flat);
    QString reason = because.hasMatch() ? because.captured(1) : first.captured(1);
    if (!reason.isEmpty())
        reason[0] = reason[0].toUpper();
    return withoutCredentials(reason);
}

// Names in front of "==", "depends on" and the like, and those between backticks.
QStringList packagesIn(const QString &flat)
{
    static const QRegularExpression name(QStringLiteral(
        "`([A-Za-z0-9][A-Za-z0-9._-]*)(?:==[^`]*| @ [^`]*)?`|\\b([A-Za-z][A-Za-z0-9._-]*)(?:\\[[^\\]]*\\])?(?:[=<>!~]=|<|>)"
        "|\\b([A-Za-z][A-Za-z0-9._-]*) (?:was not found|depends on|has no|cannot be)|versions? of ([A-Za-z][A-Za-z0-9._-]*)"));
    QStringList names;
    for (auto all = name.globalMatch(flat); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        const QString found = match.captured(1) + match.captured(2) + match.captured(3) + match.captured(4);
        names += normalizedPackage(found);
    }
    names.removeDuplicates();
    names.removeAll(QStringLiteral("python"));
    return names;
}

QString lastLines(const QByteArray &bytes)
{
    QStringList lines = withoutCredentials(QString::fromUtf8(bytes)).split(u'\n');
    lines.removeIf([](const QString &line) { return line.trimmed().isEmpty(); });
    return lines.mid(std::max<qsizetype>(0, lines.size() - 20)).join(u'\n');
}
} // namespace

std::optional<Version> parseVersion(const QByteArray &out)
{
    const QString text = QString::fromUtf8(out).trimmed();
    return text.startsWith(u"uv ") ? Version::find(text) : std::nullopt;
}

QString progressText(QByteArrayView line)
{
    static const QRegularExpression counted(QStringLiteral("\\A(Resolved|Prepared|Installed) (\\d+) packages? in"));
    static const QRegularExpression compiled(QStringLiteral("\\ABytecode compiled (\\d+) files? in"));
    static const QRegularExpression single(QStringLiteral("\\A(Downloading|Building) (\\S+)(?: (\\([^)]*\\)))?"));
    const QString text = QString::fromUtf8(line).trimmed();
    if (const auto match = counted.match(text); match.hasMatch()) {
        const QString done = match.captured(1);
        return (done == u"Resolved"   ? tr("%1 packages chosen")
                : done == u"Prepared" ? tr("%1 packages fetched")
                                      : tr("%1 packages installed"))
            .arg(match.captured(2));
    }
    if (const auto match = compiled.match(text); match.hasMatch())
        return tr("%1 files compiled").arg(match.captured(1));
    if (const auto match = single.match(text); match.hasMatch()) {
        const QString what = match.captured(1) == u"Downloading" ? tr("fetching %1") : tr("building %1");
        return withoutCredentials(what.arg((match.captured(2) + u' ' + match.captured(3)).trimmed()));
    }
    return {};
}

Failure failure(const CommandOutput &output)
{
    const QByteArray said = output.err.trimmed().isEmpty() ? output.out : output.err;
    const QString flat = flattened(said);
    const Meaning *meaning = meaningOf(flat);
    Error error{meaning ? meaning->code : Code::ToolFailed, meaning ? tr(meaning->what) : tr("uv ended with %1").arg(output.exitCode)};
    error.why = reasonIn(flat);
    error.todo = meaning ? tr(meaning->todo) : tr("Look at uv's own lines, then try again");
    error.rule = meaning ? QString::fromLatin1(meaning->rule) : QString();
    error.evidence = lastLines(said);
    return {error, packagesIn(flat)};
}

} // namespace windsock::uv
