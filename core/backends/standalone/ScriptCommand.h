// SPDX-License-Identifier: Apache-2.0
// How one of resources/standalone's scripts is run: by the environment's Python, with the settings that Airflow's own processes have.
#pragma once

#include "core/backends/standalone/StandaloneFacts.h"

namespace windsock::standalone {

// `script`: where it lies once this has written it, named as the resource (StandalonePlaces::prepare). Needs facts' wish, record and
// environment; the database has to be up by the time the command runs. Errors: BadInput, where a file cannot be written.
Result<Command> scriptCommand(const StandaloneFacts &facts, const QString &script);

// Puts the script where it lies. Errors: BadInput.
Result<> writeScript(const QString &script);

// Its text, for Airflow's Python somewhere else.
QByteArray scriptText(const QString &script);

} // namespace windsock::standalone
