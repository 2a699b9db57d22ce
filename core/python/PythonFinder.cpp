// SPDX-License-Identifier: Apache-2.0
#include "core/python/PythonFinder.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <cstdlib>

namespace windsock {

using namespace std::chrono_literals;

namespace {
constexpr int atOnce = 4; // more only take the processor from each other

QString tr(const char *text)
{
    return QCoreApplication::translate("PythonFinder", text);
}

// One line: mark, implementation, version, release level, path, what is missing. A virtual environment's Python tells of the one
// that it was made of. find_spec() loads nothing: a broken library of an extension would only show later, but so it does in uv.
const char question[] = R"(import sys
from importlib.util import find_spec
from sysconfig import get_config_var
missing = [name for name in ('_ssl', '_sqlite3', '_ctypes', 'zlib', 'pyexpat') if find_spec(name) is None]
if get_config_var('Py_GIL_DISABLED'):
    missing.append('GIL')
path = getattr(sys, '_base_executable', None) or sys.executable
print('\t'.join(['windsock-python', sys.implementation.name, '%d.%d.%d' % sys.version_info[:3], sys.version_info[3], path,
                 ' '.join(missing)]))
)";

QString shortened(const QByteArray &output)
{
    return QString::fromUtf8(output.trimmed().left(200)).section(u'\n', 0, 0);
}

QString unfitness(const QStringList &fields)
{
    if (fields[1] != u"cpython")
        return tr("It is %1; Airflow needs CPython").arg(fields[1]);
    if (fields[3] != u"final")
        return tr("It is a pre-release (%1 %2)").arg(fields[2], fields[3]);
    if (fields[5].contains(u"GIL"))
        return tr("It is built without the global lock; Airflow's packages are not made for it");
    return fields[5].isEmpty() ? QString()
                               : tr("Its standard library lacks %1").arg(QString(fields[5]).replace(u' ', QStringLiteral(", ")));
}

QString whyNot(const PythonProgram &python, const PythonWish &wish)
{
    const QString age = python.minor() < wish.lowest ? tr("too old") : tr("too new");
    return tr("%1: Python %2 is %3").arg(python.path, python.version.text(), age);
}

int distance(const PythonProgram &python, const PythonWish &wish)
{
    return wish.preferred.isValid() ? std::abs(python.version.minor - wish.preferred.minor) : 0;
}

Error nonePresent(const FoundPythons &found, const PythonWish &wish)
{
    const QString range = wish.lowest == wish.highest ? wish.lowest.text() : tr("%1 to %2").arg(wish.lowest.text(), wish.highest.text());
    Error error{Error::Code::ToolMissing, tr("There is no Python for %1, which needs %2").arg(wish.purpose, range)};
    QStringList reasons;
    for (const PythonProgram &python : found.usable)
        reasons += whyNot(python, wish);
    for (const UnusablePython &python : found.unusable)
        reasons += python.path + QStringLiteral(": ") + python.why;
    error.why = reasons.isEmpty() ? tr("No python3 is in PATH or in the folders where installers put it") : reasons.join(u'\n');
    const PythonVersion best = wish.preferred.isValid() ? wish.preferred : wish.highest;
    error.todo = tr("Install Python %1, for example:\n"
                    "  Debian, Ubuntu: sudo apt install python3 (or python%1 where the system has it)\n"
                    "  Fedora, RHEL: sudo dnf install python%1\n"
                    "  macOS: brew install python@%1")
                     .arg(best.text());
    error.rule = QStringLiteral("python.missing");
    return error;
}

QString stampOf(const QString &program)
{
    const QFileInfo file(QFileInfo(program).canonicalFilePath());
    return QStringLiteral("%1|%2|%3").arg(program).arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch());
}
} // namespace

Result<PythonProgram> choosePython(const FoundPythons &found, const PythonWish &wish)
{
    const PythonProgram *best = nullptr;
    for (const PythonProgram &python : found.usable) {
        if (python.minor() < wish.lowest || python.minor() > wish.highest)
            continue;
        const int farther = best ? distance(python, wish) - distance(*best, wish) : -1;
        const bool isOlder = best && python.minor() < best->minor();
        const bool isBetter = wish.preferred.isValid() ? isOlder : best && python.minor() > best->minor();
        if (farther < 0 || (farther == 0 && isBetter))
            best = &python;
    }
    return best ? Result<PythonProgram>(*best) : Result<PythonProgram>(nonePresent(found, wish));
}

Command pythonQuestion(const QString &program)
{
    Command command;
    command.program = program;
    // Isolated and without site: no user's packages, no sitecustomize, nothing of the folder it starts in
    command.args = QStringList{"-I", "-S", "-c", QString::fromLatin1(question)};
    command.limit = 5s;
    command.grace = 1s;
    return command;
}

std::variant<PythonProgram, UnusablePython> parsePythonAnswer(const QString &program, const Result<CommandOutput> &answer)
{
    if (!answer) {
        const Error &error = answer.error();
        const QString why = error.why.isEmpty() ? error.what : error.why;
        return UnusablePython{program, error.code == Error::Code::Timeout ? tr("It did not answer within 5 s") : why};
    }
    if (!answer->succeeded()) {
        const QString said = shortened(answer->err.trimmed().isEmpty() ? answer->out : answer->err);
        const QString ended = tr("It ended with %1").arg(answer->exitCode);
        return UnusablePython{program, said.isEmpty() ? ended : ended + QStringLiteral(": ") + said};
    }
    const QByteArray mark = "windsock-python\t";
    const qsizetype at = answer->out.indexOf(mark);
    const QStringList fields = at < 0 ? QStringList() : QString::fromUtf8(answer->out.mid(at)).section(u'\n', 0, 0).split(u'\t');
    const auto version = fields.size() == 6 ? Version::find(fields[2]) : std::nullopt;
    if (!version || !fields[4].startsWith(u'/'))
        return UnusablePython{program, tr("It did not answer as a Python does")};
    const QString why = unfitness(fields);
    if (!why.isEmpty())
        return UnusablePython{program, why};
    return PythonProgram{fields[4], *version};
}

struct PythonFinder::Round
{
    QStringList waiting;
    int running = 0;
    Cancel cancel;
    Promise<> promise;
};

PythonFinder::PythonFinder(CommandRunner &runner, PythonPlaces places, QObject *parent)
    : QObject(parent), m_runner(runner), m_places(std::move(places))
{}

Async<PythonProgram> PythonFinder::find(const PythonWish &wish, const Cancel &cancel)
{
    QStringList first;
    const QStringList programs = m_places.candidates();
    for (const QString &program : programs) {
        if (wish.preferred.isValid() && PythonVersion::find(QFileInfo(program).fileName()) == wish.preferred)
            first += program;
    }
    return andThen(ask(first, cancel), this, [this, wish, programs, cancel](const FoundPythons &likely) {
        const Result<PythonProgram> best = choosePython(likely, wish);
        if (best && best->minor() == wish.preferred)
            return resolved(best);
        return andThen(ask(programs, cancel), this, [wish](const FoundPythons &found) { return choosePython(found, wish); });
    });
}

Async<FoundPythons> PythonFinder::all(const Cancel &cancel)
{
    return ask(m_places.candidates(), cancel);
}

Async<FoundPythons> PythonFinder::ask(const QStringList &programs, const Cancel &cancel)
{
    const auto round = std::make_shared<Round>(Round{.cancel = cancel});
    for (const QString &program : programs) {
        if (!m_known.contains(stampOf(program)))
            round->waiting += program;
    }
    askNext(round);
    return andThen(round->promise.future(), this, [this, programs](Nothing) { return Result<FoundPythons>(gathered(programs)); });
}

void PythonFinder::askNext(const std::shared_ptr<Round> &round)
{
    if (round->cancel.isRequested())
        return round->promise.resolve(Error::canceled());
    while (!round->waiting.isEmpty() && round->running < atOnce) {
        const QString program = round->waiting.takeFirst();
        ++round->running;
        whenDone(m_runner.run(pythonQuestion(program), {}, round->cancel), this,
                 [this, round, program](const Result<CommandOutput> &answer) { onAnswer(round, program, answer); });
    }
    if (round->running == 0)
        round->promise.resolve({});
}

void PythonFinder::onAnswer(const std::shared_ptr<Round> &round, const QString &program, const Result<CommandOutput> &answer)
{
    --round->running;
    if (answer || !answer.error().isCancel())
        m_known.insert(stampOf(program), parsePythonAnswer(program, answer));
    askNext(round);
}

FoundPythons PythonFinder::gathered(const QStringList &programs) const
{
    FoundPythons found;
    QStringList files;
    for (const QString &program : programs) {
        const auto known = m_known.constFind(stampOf(program));
        if (known == m_known.cend())
            continue;
        if (const auto *unusable = std::get_if<UnusablePython>(&*known)) {
            found.unusable += *unusable;
            continue;
        }
        const PythonProgram &python = std::get<PythonProgram>(*known);
        const QString canonical = QFileInfo(python.path).canonicalFilePath(), file = canonical.isEmpty() ? python.path : canonical;
        if (!files.contains(file))
            found.usable += python;
        files += file;
    }
    return found;
}

} // namespace windsock
