// SPDX-License-Identifier: Apache-2.0
// From the output of a step that failed to a card: what happened, why, what to do. Pure. A table of rules by subject
// (FailureRulesEngine, …Image, …Cluster, …Chart, …Pods); where none fits, the line that says most.
#pragma once

#include "core/base/Error.h"
#include "core/process/Command.h"

#include <QList>
#include <QStringList>

namespace windsock {

// What is known about a pod that does not get ready.
struct PodFact
{
    QString pod, container;
    QString reason;        // "CrashLoopBackOff", "ErrImagePull", "FailedMount", "Unschedulable", "OOMKilled"
    QString message;       // Kubernetes' own sentence
    QStringList lastLines; // of the container's log
};

struct FailedStep
{
    QString step;       // id of the step: "image.build"
    QString title = {}; // "Build the image"
    Tool tool = Tool::Docker;
    int exitCode = 1;
    QString output = {}; // all of it, both channels in the order in which lines came, redacted
    QList<PodFact> pods = {};
    // What a card needs to point into the user's files. All may be missing.
    QString dockerfile = {}; // as the user named it
    QByteArray dockerfileText = {};
    QString kindConfig = {};
    QStringList valuesFiles = {};
    // What the caller found out about a port after docker or kubectl complained of it.
    QString portHolder = {};
    int nextPort = 0;
};

Error explainFailure(const FailedStep &failed);

// The line of an output that says most about why it failed; never a usage text, never "exit status 1". Empty if there is none.
QString deepestLine(const QStringList &lines);

QStringList failureRuleIds(); // each once, in the order in which they are tried

} // namespace windsock
