// SPDX-License-Identifier: Apache-2.0
// A pod as a value: what the API server says about it, typed. No judgement: that is PodReason's and PodRole's.
#pragma once

#include "core/base/Result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QMap>

#include <optional>

namespace windsock {

struct ContainerState
{
    enum class Kind { Unknown, Waiting, Running, Terminated };
    Kind kind = Kind::Unknown;
    QString reason = {}; // "CrashLoopBackOff", "OOMKilled"
    QString message = {};
    int exitCode = 0; // of Terminated
    QDateTime startedAt = {}, finishedAt = {};
};

struct PodContainer
{
    QString name;
    QString image = {};   // as the pod asks for it
    QString imageId = {}; // what really runs; empty before it was pulled
    bool isInit = false;
    bool ready = false;
    int restartCount = 0;
    ContainerState state = {}, lastState = {};
    QString readyPath = {}; // that its readiness probe asks for by HTTP, and where; empty and 0: it does not
    int readyPort = 0;
};

struct PodCondition
{
    QString type; // "PodScheduled", "Ready"
    bool isTrue = false;
    QString reason = {}, message = {};
};

struct Pod
{
    QString name, space, uid;
    QMap<QString, QString> labels = {}, annotations = {};
    QString phase = {};                // "Pending", "Running", "Succeeded", "Failed", "Unknown"
    QString reason = {}, message = {}; // "Evicted" and why
    QString nodeName = {};
    QString ownerKind = {}, ownerName = {}; // "ReplicaSet", "Job"; empty for a pod on its own
    QDateTime createdAt = {}, startedAt = {};
    QDateTime deletedAt = {}; // valid: it is being deleted
    QList<PodCondition> conditions = {};
    QList<PodContainer> containers = {}; // init containers first, in their order

    static Result<Pod> fromJson(const QJsonObject &object);

    bool isReady() const;
    bool isDeleting() const { return deletedAt.isValid(); }
    bool isFinished() const { return phase == QStringLiteral("Succeeded") || phase == QStringLiteral("Failed"); }
    std::optional<PodCondition> condition(const QString &type) const;
};

// Objects that cannot be read are left out and told of in `skipped`, if given.
QList<Pod> podsFromJson(const QList<QJsonObject> &objects, QList<Error> *skipped = nullptr);

} // namespace windsock
