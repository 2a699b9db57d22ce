// SPDX-License-Identifier: Apache-2.0
#include "tests/house/Rules.h"

#include "tests/house/Rooms.h"

#include <QRegularExpression>

namespace house {

namespace {

constexpr int maxFileLines = 300, maxTestLines = 500, maxColumns = 140, maxFunctionLines = 60, maxReadmeLines = 12;

QString at(const SourceText &file, int line, const QString &what)
{
    return QStringLiteral("%1:%2: %3").arg(file.path()).arg(line + 1).arg(what);
}

struct Ban
{
    QRegularExpression pattern;
    QString why;
    QStringList except; // path prefixes where it is right
    bool inTests = false;
};

Ban ban(const char *pattern, const char *why, const QStringList &except = {})
{
    return {QRegularExpression(QString::fromLatin1(pattern)), QString::fromUtf8(why), except, false};
}

Ban banEverywhere(const char *pattern, const char *why, const QStringList &except = {})
{
    Ban made = ban(pattern, why, except);
    made.inTests = true;
    return made;
}

const QList<Ban> &bans()
{
    static const QList<Ban> list{
        ban(R"(\bwaitFor(Finished|Started|ReadyRead|BytesWritten|Connected|Disconnected|Encrypted|NewConnection|Done)\s*\()",
            "blocks the event loop: use Async and signals"),
        ban(R"(\bQEventLoop\b)", "nests an event loop: use Async and signals"),
        ban(R"(\b(?!app\b|application\b)\w+(\(\))?\s*(\.|->)\s*exec\s*\()", "nests an event loop: open() and a signal"),
        ban(R"(\bprocessEvents\s*\()", "re-enters the event loop: split the work"),
        ban(R"(\bQProcess\b)", "children are started in core/process only: use CommandRunner", {QStringLiteral("core/process/")}),
        ban(R"((?<![\w.>:])(std::|::)?(system|popen|execvp?e?|execlp?e?|posix_spawnp?)\s*\()", "starts a child past CommandRunner",
            {QStringLiteral("core/process/")}),
        ban(R"(\b(qputenv|qunsetenv|setenv|unsetenv|putenv)\s*\()", "changes the environment of the whole program",
            {QStringLiteral("app/")}),
        ban(R"(\busing\s+namespace\s+std\s*;)", "write std::"),
        banEverywhere(R"((?<![\w.>])(::)?(u?sleep|nanosleep)\s*\(|\b(msleep|qSleep|sleep_for|sleep_until)\s*\()",
                      "timed sleep: wait for the event itself", {QStringLiteral("tests/faketools/")}),
        banEverywhere(R"(\bqWait\s*\()", "timed wait: QTRY_*, QSignalSpy or FakeClock"),
    };
    return list;
}

bool isExempt(const SourceText &file, const QStringList &prefixes)
{
    for (const QString &prefix : prefixes) {
        if (file.path().startsWith(prefix))
            return true;
    }
    return false;
}

// Words of an identifier: "kindConfig" → kind, Config; "HELM_HOME" → HELM, HOME.
QStringList wordsOf(const QString &identifier)
{
    static const QRegularExpression word(QStringLiteral("[A-Z]?[a-z]+|[A-Z]+(?![a-z])"));
    QStringList words;
    for (auto it = word.globalMatch(identifier); it.hasNext();)
        words += it.next().captured().toLower();
    return words;
}

// "Kind" alone is an honest word ("StepLine::Kind"); a backend is meant with Mode::, Tool:: or a second word beside it.
// "Standalone" is held to the same: a place to run is asked for by what it tells (Backend.h, Mode.h), not by its name.
bool namesBackend(const QString &identifier, QStringView before)
{
    const QStringList words = wordsOf(identifier);
    for (const QString &tool : {QStringLiteral("helm"), QStringLiteral("kubectl"), QStringLiteral("docker")}) {
        if (words.contains(tool) && !(words.size() == 1 && before.endsWith(u'.')))
            return true;
    }
    for (const QString &place : {QStringLiteral("kind"), QStringLiteral("standalone")}) {
        const bool isAlone = words.size() == 1;
        if (words.value(0) == place && (!isAlone || before.endsWith(u"Mode::") || before.endsWith(u"Tool::")))
            return true;
    }
    return false;
}

struct Function
{
    int open = 0; // line of its '{'
    int lines = 0;
    QString head;
};

bool opensFunction(const QString &head)
{
    static const QRegularExpression end(QStringLiteral(R"((\)|\bconst|\boverride|\bnoexcept|\})\s*$)"));
    static const QRegularExpression other(
        QStringLiteral(R"(^\s*(class|struct|enum|union|namespace|if|else|for|while|switch|do|try|case)\b)"));
    return end.match(head).hasMatch() && !other.match(head).hasMatch();
}

QList<Function> functionsOf(const SourceText &file)
{
    static const QRegularExpression open(QStringLiteral(R"(^(\s*)\{\s*$)"));
    QList<Function> found;
    const QStringList &code = file.code();
    for (int line = 1; line < code.size(); ++line) {
        const QRegularExpressionMatch match = open.match(code.at(line));
        if (!match.hasMatch() || match.capturedLength(1) > 4 || !opensFunction(code.at(line - 1)))
            continue;
        const QString close = match.captured(1) + u'}';
        int end = line + 1;
        while (end < code.size() && !code.at(end).startsWith(close))
            ++end;
        found += Function{line, end - line + 1, file.lines().at(line - 1).trimmed()};
    }
    return found;
}

} // namespace

QStringList firstLines(const SourceText &file)
{
    const QStringList &lines = file.lines();
    if (lines.isEmpty() || lines.first() != QStringLiteral("// SPDX-License-Identifier: Apache-2.0"))
        return {at(file, 0, QStringLiteral("the first line is not the SPDX line"))};
    // A .cpp with a header of its own leaves the job to that header, which it includes first.
    const QString own = file.path().section(u'/', -1).section(u'.', 0, 0) + QStringLiteral(".h\"");
    const bool hasHeader = !file.isHeader() && lines.mid(1, 4).join(u'\n').contains(own);
    const bool saysJob = lines.size() > 1 && lines.at(1).startsWith(QStringLiteral("// ")) && lines.at(1).size() > 20;
    return saysJob || hasHeader ? QStringList() : QStringList{at(file, 1, QStringLiteral("the second line does not say the file's job"))};
}

QStringList lengths(const SourceText &file)
{
    QStringList wrong;
    const int limit = file.isTest() ? maxTestLines : maxFileLines;
    if (file.lines().size() > limit)
        wrong += at(file, limit,
                    QStringLiteral("%1 lines, more than %2: split it and give the part a name").arg(file.lines().size()).arg(limit));
    for (int line = 0; line < file.lines().size(); ++line) {
        const qsizetype columns = file.lines().at(line).size();
        if (columns > maxColumns && !file.lines().at(line).contains(QStringLiteral("R\"")))
            wrong += at(file, line, QStringLiteral("%1 columns, more than %2").arg(columns).arg(maxColumns));
    }
    for (const Function &function : functionsOf(file)) {
        const bool isTable = function.head.contains(QStringLiteral("_data("));
        if (function.lines > maxFunctionLines && !isTable && !file.isExcused(function.open - 1))
            wrong += at(file, function.open,
                        QStringLiteral("%1 has %2 lines, more than %3").arg(function.head).arg(function.lines).arg(maxFunctionLines));
    }
    return wrong;
}

QStringList includes(const SourceText &file)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s+\"([^\"]+)\""));
    QStringList wrong;
    for (int line = 0; line < file.lines().size(); ++line) {
        const QString header = include.match(file.code().at(line)).captured(1);
        if (header.isEmpty() || header.endsWith(QStringLiteral(".moc")) || file.isExcused(line))
            continue;
        if (header.startsWith(QStringLiteral("..")) || !header.contains(u'/'))
            wrong += at(file, line, QStringLiteral("include \"%1\" from the root of the project").arg(header));
        else if (file.isBelow(QStringLiteral("tests/core"))
                 && (header.startsWith(QStringLiteral("ui/")) || header.startsWith(QStringLiteral("app/"))))
            wrong += at(file, line, QStringLiteral("core is tested without %1").arg(header));
        else if (!file.isTest() && header.startsWith(QStringLiteral("tests/")))
            wrong += at(file, line, QStringLiteral("the product must not know its tests"));
        else if (const QString objection = rooms::objection(file.path(), header); !objection.isEmpty())
            wrong += at(file, line, objection);
    }
    return wrong;
}

QStringList bannedCalls(const SourceText &file)
{
    QStringList wrong;
    for (const Ban &ban : bans()) {
        if ((file.isTest() && !ban.inTests) || isExempt(file, ban.except))
            continue;
        for (int line = 0; line < file.code().size(); ++line) {
            const QRegularExpressionMatch match = ban.pattern.match(file.code().at(line));
            if (match.hasMatch() && !file.isExcused(line))
                wrong += at(file, line, QStringLiteral("%1 %2").arg(match.captured().trimmed(), ban.why));
        }
    }
    return wrong;
}

QStringList backendNames(const SourceText &file)
{
    const bool concerned =
        file.isBelow(QStringLiteral("core/cluster")) || file.isBelow(QStringLiteral("ui")) || file.isBelow(QStringLiteral("app"));
    if (!concerned || rooms::mayNameBackends(file.path()))
        return {};
    static const QRegularExpression identifier(QStringLiteral("\\b[A-Za-z_]\\w*\\b"));
    QStringList wrong;
    for (int line = 0; line < file.code().size(); ++line) {
        const QString &code = file.code().at(line);
        if (code.trimmed().startsWith(u'#') || file.isExcused(line))
            continue; // includes have a rule of their own
        for (auto it = identifier.globalMatch(code); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            if (namesBackend(match.captured(), QStringView(code).left(match.capturedStart())))
                wrong +=
                    at(file, line, QStringLiteral("%1 names a backend or its tools: ask core/backends/Backend.h").arg(match.captured()));
        }
    }
    return wrong;
}

const QList<Rule> &cppRules()
{
    static const QList<Rule> list{firstLines, lengths, includes, bannedCalls, backendNames};
    return list;
}

QStringList leftovers(const SourceText &file)
{
    // Written in two parts, so that this file passes its own rule.
    static const QRegularExpression note(QStringLiteral("\\b(TO") + QStringLiteral("DO|FIX") + QStringLiteral("ME|XX")
                                         + QStringLiteral("X)\\b"));
    QStringList wrong;
    for (int line = 0; line < file.lines().size(); ++line) {
        if (const auto match = note.match(file.lines().at(line)); match.hasMatch())
            wrong += at(file, line, QStringLiteral("%1: do it or file it").arg(match.captured()));
    }
    return wrong;
}

QStringList machinePaths(const SourceText &file)
{
    static const QRegularExpression path(QStringLiteral("(?<![\\w.])/(wo") + QStringLiteral("rk/(main|shared)|tmp/b")
                                         + QStringLiteral("-\\w|var/tmp/air") + QStringLiteral("flow-lab)"));
    QStringList wrong;
    for (int line = 0; line < file.lines().size(); ++line) {
        if (const auto match = path.match(file.lines().at(line)); match.hasMatch())
            wrong += at(file, line, QStringLiteral("%1… is a folder of one machine").arg(match.captured()));
    }
    return wrong;
}

const QList<Rule> &textRules()
{
    static const QList<Rule> list{leftovers, machinePaths};
    return list;
}

QString readmeProblem(const QString &room, const QStringList &lines)
{
    if (lines.join(QString()).trimmed().isEmpty())
        return QStringLiteral("%1/README.md: missing or empty").arg(room);
    if (lines.size() > maxReadmeLines)
        return QStringLiteral("%1/README.md: %2 lines, more than %3").arg(room).arg(lines.size()).arg(maxReadmeLines);
    return {};
}

} // namespace house
