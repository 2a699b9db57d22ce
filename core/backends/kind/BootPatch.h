// SPDX-License-Identifier: Apache-2.0
// Takes the idle time out of the Airflow charts' start-up: Helm's rendered manifests in, the same objects out, with waits
// that poll a small script, probes that ask each second until the first answer, and less at once. Knows the community
// chart (airflow-helm) and Apache Airflow's own; any other object is left as it is, byte for byte. Helm 3 gives hooks to
// no post-renderer, so jobs that run as hooks keep the chart's own waits.
#pragma once

#include "core/backends/kind/MigrationHead.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace windsock {

// What the process that Helm starts has to be told. No secrets. Travels as a JSON file.
struct BootFacts
{
    QString airflowImage;                     // as the manifests name it; empty: the one of the web part
    QStringList entrypoint = {};              // of that image; empty: that of apache/airflow
    std::optional<MigrationHeads> heads = {}; // of that image; unknown: the chart's own migration check stays

    QByteArray toJson() const;
    static Result<BootFacts> fromJson(const QByteArray &json);
    bool operator==(const BootFacts &) const = default;
};

// While the node has this taint, only objects that do not use the Airflow image start: those get a toleration.
inline constexpr char loadingTaintKey[] = "windsock.dev/loading";
inline constexpr char loadingTaintValue[] = "image"; // effect NoSchedule

struct BootPatchResult
{
    QByteArray manifests;
    QString diff;      // unified, of what changed only; values of environment variables and passwords are masked
    QStringList notes; // one sentence for each kind of change
    int changed = 0;   // objects
};

// BadInput for what is not YAML. Patching what is patched already changes nothing.
Result<BootPatchResult> patchManifests(const QByteArray &manifests, const BootFacts &facts);

} // namespace windsock
