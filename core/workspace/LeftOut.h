// SPDX-License-Identifier: Apache-2.0
// Something in the user's files that a run without Kubernetes does not take over, or takes over in another way. Listed before
// the start, so that nothing is dropped in silence.
#pragma once

#include "core/base/Error.h"

#include <QList>
#include <QString>

namespace windsock {

struct LeftOut
{
    // Replaced: Windsock does it in another way here, nothing is missing. Lost: the run may differ from the one on kind.
    enum class Weight { Replaced, Lost };

    QString id; // stable, for code and JSON: "secret.ref", "sidecar", "pip.source"
    Weight weight = Weight::Lost;
    QString key;     // dotted, as in the values ("airflow.extraEnv.2.valueFrom"), or the text of the line it is about
    QString meaning; // one sentence: what it means for the run, or who does it now
    SourcePlace place = {};
    bool operator==(const LeftOut &) const = default;
};

} // namespace windsock
