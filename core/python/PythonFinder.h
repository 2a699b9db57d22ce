// SPDX-License-Identifier: Apache-2.0
// Finds the Pythons of this machine and chooses one for an Airflow release. Each is asked once by a short child that loads
// nothing of the user's (-I -S), many at a time; broken ones are passed over with the reason kept. Main thread.
#pragma once

#include "core/process/CommandRunner.h"
#include "core/python/PythonVersion.h"
#include "core/tools/Version.h"

#include <QMap>
#include <QObject>

#include <optional>
#include <variant>

namespace windsock {

// A Python that environments can be made of: CPython with what Airflow needs of the standard library.
struct PythonProgram
{
    QString path; // absolute, of the interpreter itself: what a shim of pyenv or a virtual environment leads to
    Version version;

    PythonVersion minor() const { return {version.major, version.minor}; }
    bool operator==(const PythonProgram &) const = default;
};

// A file that looked like a Python and is of no use, and why: "it ended with 127: …", "it has no module _sqlite3".
struct UnusablePython
{
    QString path;
    QString why;
    bool operator==(const UnusablePython &) const = default;
};

struct FoundPythons
{
    QList<PythonProgram> usable; // no program twice
    QList<UnusablePython> unusable;
};

// What is looked for.
struct PythonWish
{
    PythonVersion lowest, highest; // both included
    PythonVersion preferred = {};  // that of Airflow's image
    QString purpose;               // "Airflow 2.10.5": what errors name
};

// Where to look: folders that hold programs python3 and python3.N. Which of them may be run is for ToolFinder::judge().
struct PythonPlaces
{
    QStringList folders = {}; // in this order; relative ones and the current folder are passed over
    // PATH, /usr/bin, /usr/local/bin, Homebrew, python.org's framework, the versions of pyenv, asdf, mise and uv. `home` is the
    // user's folder.
    static PythonPlaces standard(const QStringList &path, const QString &home);
    static PythonPlaces ofThisMachine();
    // The programs to ask, in order, without asking them. Of several names for one file the first counts.
    QStringList candidates() const;
};

// The preferred version where it is there, else the nearest to it that fits, of two the older: what came before the image's
// Python has wheels for sure. Without a preference the newest. Error ToolMissing with the rule "python.missing": what was
// found, why it does not fit, what to install.
Result<PythonProgram> choosePython(const FoundPythons &found, const PythonWish &wish);

Command pythonQuestion(const QString &program);
// What the answer means: a Python, or why it is none.
std::variant<PythonProgram, UnusablePython> parsePythonAnswer(const QString &program, const Result<CommandOutput> &answer);

class PythonFinder : public QObject
{
    Q_OBJECT
public:
    // The runner outlives this.
    PythonFinder(CommandRunner &runner, PythonPlaces places, QObject *parent = nullptr);

    // Asks those first whose name is the preferred version's, and the others only if that gives nothing. Answers are remembered
    // until the file changes. Errors: Canceled, or as choosePython().
    Async<PythonProgram> find(const PythonWish &wish, const Cancel &cancel = {});
    // All of them, for reports and for who needs any Python (UvInstall). Errors: Canceled.
    Async<FoundPythons> all(const Cancel &cancel = {});
    void forget() { m_known.clear(); }

private:
    using Answer = std::variant<PythonProgram, UnusablePython>;
    struct Round;
    Async<FoundPythons> ask(const QStringList &programs, const Cancel &cancel);
    void askNext(const std::shared_ptr<Round> &round);
    void onAnswer(const std::shared_ptr<Round> &round, const QString &program, const Result<CommandOutput> &answer);
    FoundPythons gathered(const QStringList &programs) const;

    CommandRunner &m_runner;
    PythonPlaces m_places;
    QMap<QString, Answer> m_known; // by the program's path, size and time
};

} // namespace windsock
