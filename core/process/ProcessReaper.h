// SPDX-License-Identifier: Apache-2.0
// Takes over QProcess objects whose owner goes while the child may still run. Deleting such an object would kill the child
// and then block until it has ended, up to 30 s (QProcess::~QProcess).
#pragma once

class QProcess;

namespace windsock {

// Kills the child's group and deletes the object once the child has gone; never blocks. Without an event loop (the
// program ends) the object is left to the system together with the rest of the memory.
void reap(QProcess *process);

} // namespace windsock
