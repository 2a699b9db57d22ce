// SPDX-License-Identifier: Apache-2.0
// `windsock supervise FOLDER`, which Windsock starts for itself: keeps the parts of an Airflow without containers running after the
// window or the command has gone.
#pragma once

#include "core/supervise/SupervisorDaemon.h"

#include <QString>

namespace windsock {

int supervise(const QString &folder); // runs the event loop; exit code

} // namespace windsock
