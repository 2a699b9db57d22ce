// SPDX-License-Identifier: Apache-2.0
// The second half of the story that the pictures tell: no container engine is there, the workspace runs in another place,
// and that place leaves some things out. In the words of core, where it has them.
#pragma once

#include "ui/shell/SampleBackend.h"

namespace windsock::sample {

Mode usualMode(); // of the first half
Mode otherMode(); // of the second

Error noEngine();                       // as the check of this computer says it
QList<SampleStep> stepsWithoutEngine(); // of the usual mode: the check says what is missing and what can be done
QList<SampleStep> stepsInOtherMode();   // all done
Observed runningInOtherMode(const QDateTime &since);
QList<Finding> differences(); // of the other mode

} // namespace windsock::sample
