// SPDX-License-Identifier: Apache-2.0
// What the manifests of one release tell about themselves: which object plays which part, where its services answer.
// Looks only.
#pragma once

#include "core/backends/kind/ManifestText.h"

#include <QList>

namespace windsock::bootPatch {

enum class Part { Unknown, Postgres, PgBouncer, Redis, Statsd, Web, Scheduler, Triggerer, DagProcessor, Migrations, Sync, Worker };

// By kind and the labels of the two charts and their PostgreSQL and Redis sub-charts.
Part partOf(const ManifestNode &object);
// Of a Deployment, StatefulSet or Job; null for anything else.
ManifestNode *podSpec(ManifestNode &object);
const ManifestNode *podSpec(const ManifestNode &object);
// The image of the first real container.
QString imageOf(const ManifestNode &object);
// The objects of a document: itself, or the items of a List.
QList<ManifestNode *> objectsIn(ManifestNode &document);

struct Scene
{
    QString airflowImage;
    QString postgres; // "airflow-postgresql:5432"; empty: none of this release
    QString web;      // "airflow-web:8080"
    bool hasPgBouncer = false;

    void look(const ManifestNode &object);
};

} // namespace windsock::bootPatch
