// SPDX-License-Identifier: Apache-2.0
// What the cluster page and its panels are given. References live as long as the window.
#pragma once

#include "core/base/Async.h"
#include "core/base/Clock.h"
#include "core/checks/Finding.h"
#include "ui/widgets/ActionSet.h"
#include "ui/widgets/Desktop.h"

namespace windsock {

class Remedies;

// What this computer has and lacks for Airflow on it: tools, engine, memory. One row each.
using DoctorRows = QList<Finding>;

struct ClusterPageParts
{
    Clock &clock;
    Desktop &desktop;
    ActionSet &actions;
    Remedies &remedies;
    std::function<Async<DoctorRows>()> doctor;
};

} // namespace windsock
