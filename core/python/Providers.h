// SPDX-License-Identifier: Apache-2.0
// Which of Airflow's providers a Python environment will hold, as far as its lines tell: Airflow's own, extras, packages by name.
#pragma once

#include "core/python/EnvironmentSpec.h"

namespace windsock {

// `package`: "apache-airflow-providers-microsoft-azure". What other packages bring along is known for a few only.
bool bringsProvider(const EnvironmentSpec &spec, const QString &package);

} // namespace windsock
