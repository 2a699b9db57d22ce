// SPDX-License-Identifier: Apache-2.0
// One word of the command line: its options and what it does. One file per verb in app/cli/verbs; VerbTable lists them.
#pragma once

#include "app/Services.h"
#include "app/cli/Output.h"
#include "core/base/Async.h"
#include "core/base/Cancel.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace windsock {

// What every verb gets: services, where to print, and the flag that Ctrl+C raises.
struct VerbContext
{
    Services &services;
    Output &output;
    Cancel cancel;
    QObject *owner; // context object for handlers; lives until the program ends
};

class Verb
{
public:
    virtual ~Verb() = default;
    virtual const char *name() const = 0;
    virtual const char *summary() const = 0;
    virtual void declare(CLI::App &app) = 0;          // options beyond the common ones, examples in the footer
    virtual Async<int> run(VerbContext &context) = 0; // exit code, or an Error that is printed and mapped to one

    // Common options, filled before run():
    std::string directory = "."; // -C
    std::string mode;            // --mode; empty: as the workspace says
    bool json = false;
    bool dryRun = false;
    virtual bool hasDryRun() const { return false; }
    virtual bool needsWorkspace() const { return true; } // has -C
    virtual bool choosesMode() const { return false; }   // has --mode

protected:
    Result<Cluster *> openCluster(VerbContext &context); // of -C; lives as long as the verb
    // Of -C, on its way to another place, see Services::openMoving().
    Result<Cluster *> openMovingCluster(VerbContext &context);
    // The same, once more, when it is known where Airflow will run: for verbs that begin something. May ask this machine; says
    // why where the choice was open. Errors: Canceled too.
    Async<Cluster *> openChosenCluster(VerbContext &context);

private:
    Result<Cluster *> take(Result<std::unique_ptr<Cluster>> opened, VerbContext &context); // says what is odd in its files, once
    std::unique_ptr<Cluster> m_cluster;
};

// How far a remedy is goes to the terminal's last line; Ctrl+C ends it.
RemedyWatch watchOf(const VerbContext &context);

std::vector<std::unique_ptr<Verb>> allVerbs();
// Parses, runs, prints, and gives the exit code. Needs a QCoreApplication; runs its event loop.
int runVerb(int argc, char **argv);
// Whether the first word is a verb (else the window is meant).
bool isVerb(const char *word);

} // namespace windsock
