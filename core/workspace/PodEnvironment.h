// SPDX-License-Identifier: Apache-2.0
// Every environment variable that the charts give to Airflow's containers, from the merged values, in the order in which later
// ones win. Judges nothing: what a run without pods takes over is for AirflowSettings.
#pragma once

#include "core/workspace/AirflowSettings.h"
#include "core/workspace/ValuesSecrets.h"

namespace windsock {

struct PodVariable
{
    QString name;
    QString value = {};
    bool isKnown = true; // false: see `why`
    QString why = {};    // "It comes from the Secret db, key url" or the like
    QString whyId = {};  // "secret.ref", "configmap.ref", "field.ref", "template"
    AirflowPart part = AirflowPart::All;
    QString key = {}; // dotted path in the values; empty: the chart's own default
    SourcePlace place = {};
};

struct PodEnvironment
{
    QList<PodVariable> variables;
    QList<LeftOut> leftOut; // whole texts that cannot be read, envFrom of objects that are not in the values, bundles from elsewhere

    static PodEnvironment of(const Workspace &workspace);
};

} // namespace windsock
