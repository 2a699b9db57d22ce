// SPDX-License-Identifier: Apache-2.0
// Follows requirement files and what they include, and turns all of it into lines. Only for PipInstalls.
#pragma once

#include "core/workspace/ImageFiles.h"
#include "core/workspace/PipInstalls.h"
#include "core/workspace/PipWords.h"

namespace windsock {

class RequirementsReader
{
public:
    RequirementsReader(const ImageFiles &files, const ShellVariables &variables, QList<PipLine> &into, QList<LeftOut> &leftOut)
        : m_files(files), m_variables(variables), m_into(into), m_leftOut(leftOut)
    {}

    // `workDir`: what relative paths of the command begin at; those in a file begin at its own folder.
    void take(const PipPart &part, const QString &workDir, const SourcePlace &place);

private:
    void include(const QString &path, const SourcePlace &place);
    void constraint(const PipPart &part, const QString &workDir, const SourcePlace &place);
    void local(const QString &path, const QString &workDir, const SourcePlace &place);
    void option(const QString &text, const QString &workDir, const SourcePlace &place);
    // `file`: of this machine, which the line names; another content of it is another package.
    void add(const QString &text, const SourcePlace &place, const QString &file = {});
    void leaveOut(const char *id, const QString &what, const QString &meaning, const SourcePlace &place);

    const ImageFiles &m_files;
    const ShellVariables &m_variables;
    QList<PipLine> &m_into;
    QList<LeftOut> &m_leftOut;
    QStringList m_open; // files that are being read: one may not include itself
};

} // namespace windsock
