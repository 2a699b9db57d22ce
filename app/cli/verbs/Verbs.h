// SPDX-License-Identifier: Apache-2.0
// One maker per verb; the classes stay in their files.
#pragma once

#include "app/cli/Verb.h"

namespace windsock {

std::unique_ptr<Verb> makeInitVerb();
std::unique_ptr<Verb> makeOpenVerb();
std::unique_ptr<Verb> makeDoctorVerb();
std::unique_ptr<Verb> makePlanVerb(Intent intent); // start pause stop restart reset delete
std::unique_ptr<Verb> makeStatusVerb();
std::unique_ptr<Verb> makeForwardVerb();
std::unique_ptr<Verb> makeLogsVerb();
std::unique_ptr<Verb> makeRunsVerb();

} // namespace windsock
