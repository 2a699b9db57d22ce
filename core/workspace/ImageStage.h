// SPDX-License-Identifier: Apache-2.0
// One stage of a Dockerfile while it is read: its files, its variables, what has been installed so far. Only for ImageRecipe.
#pragma once

#include "core/workspace/DockerfileInstructions.h"
#include "core/workspace/ImageFiles.h"
#include "core/workspace/PipInstalls.h"
#include "core/workspace/PipWords.h"

namespace windsock {

struct ImageStage
{
    QString base; // what FROM names
    SourcePlace basePlace = {};
    ImageFiles files;
    ShellVariables variables;
    QString workDir = QStringLiteral("/");
    QList<PipLine> packages;
    QList<AirflowSetting> environment;
    QList<LeftOut> leftOut;

    void leaveOut(const LeftOut &one)
    {
        if (!leftOut.contains(one))
            leftOut += one;
    }
};

// Everything that a RUN line installs; `name` is the Dockerfile's, for places.
void runInStage(const DockerfileInstruction &instruction, const QString &name, ImageStage &stage);

QStringList jsonWords(const QString &text); // of ["a", "b"]; empty where it is none

} // namespace windsock
