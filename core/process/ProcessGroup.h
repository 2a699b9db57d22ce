// SPDX-License-Identifier: Apache-2.0
// What a child does between fork and exec, and how the whole group of a child is signalled. POSIX only; knows no tools.
#pragma once

#include <QtGlobal>

#include <functional>

namespace windsock {

// Descriptors that replace a child's stdin or stdout; -1 leaves what QProcess made.
struct ChildFiles
{
    int input = -1;
    int output = -1;
};

// For QProcess::setChildProcessModifier, made in the thread that starts the child. The child then
// - leads a session and a process group of its own: one signal reaches its helpers too, and none of them can stop to
//   ask for a passphrase on the terminal that Windsock was started from;
// - gets SIGTERM when Windsock dies, even by kill -9 (Linux only: macOS has nothing like it);
// - starts with every signal at its default and unblocked, and with no descriptor of ours but its three.
std::function<void()> childSetup(ChildFiles files);
// The last of these for children that go on without us, which QProcess starts without a modifier: called before, in this process. What
// a script has left open in Windsock (a lock, a pipe) would else stay open as long as such a child lives.
void keepDescriptorsFromChildren();

// Signals the group that `leader` leads. False: nobody is left in it.
bool signalGroup(qint64 leader, int signal);
// True while any process of the group lives, also after its leader has gone.
bool groupLives(qint64 leader);

} // namespace windsock
