// SPDX-License-Identifier: Apache-2.0
// Rules about the engine and the machine below it: not running, not allowed, memory, disk, limits.
#include "core/checks/FailureRulesTable.h"

#include <QCoreApplication>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("FailureRules", text);
}

void offerStart(Error &error, const FailureMatch &)
{
    error.remedies = {{"engine.start", tr("Start the engine")}};
}

void offerPrune(Error &error, const FailureMatch &)
{
    error.remedies = {{"images.prune", tr("Remove images without a name")}};
}

const FailureRule table[] = {
    {.id = "engine.permission",
     .code = Error::Code::Auth,
     .pattern = "permission denied while trying to connect|permission denied.*docker\\.sock|docker\\.sock.*permission denied",
     .what = QT_TRANSLATE_NOOP("FailureRules", "You are not allowed to use the container engine"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Add yourself to the group \"docker\" (sudo usermod -aG docker $USER), then log out and "
                                               "in again")},
    {.id = "engine.down",
     .pattern = "cannot connect to the docker daemon|is the docker daemon running|failed to connect to the docker api|^error during "
                "connect:",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The container engine is not running"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Start Docker (or OrbStack, Colima, Podman), then try again"),
     .refine = offerStart},
    {.id = "engine.stuck",
     .pattern = "tried to kill container, but did not receive an exit event|PID \\d+ is zombie and can not be killed",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The container engine cannot end a container"),
     .why = QT_TRANSLATE_NOOP("FailureRules", "One of its processes is stuck in the kernel, so that even KILL does not reach it"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Try again in a moment; if it stays, restart this computer and delete then")},
    {.id = "engine.buildx",
     .code = Error::Code::ToolMissing,
     .pattern = "BuildKit is enabled but the buildx component is missing",
     .what = QT_TRANSLATE_NOOP("FailureRules", "Docker's buildx component is missing"),
     .why = QT_TRANSLATE_NOOP("FailureRules", "BuildKit was asked for, and this docker cannot use it without buildx"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Install it (Debian, Ubuntu: the package docker-buildx or docker-buildx-plugin), or "
                                               "build without BuildKit")},
    {.id = "engine.rootless",
     .pattern = "rootless provider requires (cgroup v2|setting systemd property)",
     .what = QT_TRANSLATE_NOOP("FailureRules", "This rootless engine cannot carry a kind cluster"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Follow https://kind.sigs.k8s.io/docs/user/rootless/, or use an engine that is not "
                                               "rootless")},
    // Before "no space left": the kernel has the same words for watches
    {.id = "host.inotify",
     .pattern = "inotify watch limit reached|failed to create (?:fsnotify|fs) watcher|too many open files|"
                "(?:failed to watch|add a watch|inotify).*no space left on device",
     .what = QT_TRANSLATE_NOOP("FailureRules", "This machine has run out of file watches"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Raise the limits: sudo sysctl fs.inotify.max_user_watches=524288 "
                                               "fs.inotify.max_user_instances=512")},
    {.id = "disk.full",
     .pattern = "no space left on device|disk quota exceeded|had disk ?pressure|low on resource: ephemeral-storage",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The disk is full"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Make room where the engine keeps its images (docker system df shows it, docker image "
                                               "prune removes what is unused)"),
     .refine = offerPrune},
    {.id = "memory.build",
     .pattern = "returned a non-zero code: 137|did not complete successfully: exit code: 137|cannot allocate memory|\\bout of memory\\b",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The engine ran out of memory"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Give the engine more memory in its settings (8 GB is ideal), or close other programs")},
    {.id = "engine.architecture",
     // "does not match the detected host platform" is a warning: Docker goes on, with emulation
     .pattern = "exec format error|does not match the specified platform|no matching manifest for (\\S+)",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The image is made for another processor"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Use an image for this machine, or build one with its own platform")},
    {.id = "engine.apparmor",
     .pattern = "AppArmor enabled on system but|apparmor failed to apply profile|apparmor_parser: ",
     .what = QT_TRANSLATE_NOOP("FailureRules", "AppArmor does not let the node start"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "See kind's known issues about AppArmor: "
                                               "https://kind.sigs.k8s.io/docs/user/known-issues/#apparmor")},
};
} // namespace

std::span<const FailureRule> engineRules()
{
    return table;
}

} // namespace windsock
