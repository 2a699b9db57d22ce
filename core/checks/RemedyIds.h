// SPDX-License-Identifier: Apache-2.0
// Every id that an Error or a Finding of core may offer, and who may do it without asking. The window has a handler for each.
#pragma once

#include <QString>

namespace windsock {

// Asked: only when somebody presses its button. Start: also what `start --fix` does by itself; it ends with the run or the
// session. Doctor: what `doctor --fix` does as well; it puts in place what is missing and takes nothing away.
enum class MayFix { Asked, Start, Doctor };

struct RemedyId
{
    const char *id;
    MayFix mayFix;
};

inline constexpr RemedyId remedyIds[] = {
    {"cluster.reset", MayFix::Asked},      // the metadata database goes
    {"engine.start", MayFix::Start},       // argument: the engine's id
    {"environments.clear", MayFix::Asked}, // those of workspaces that are started again are made anew then
    {"file.open", MayFix::Asked},          // a place in a file: "local.values.yaml:31:5"
    {"folders.create", MayFix::Doctor},    // folders, one a line
    {"folders.permit", MayFix::Doctor},    // a folder; none: the workspace's log folder
    {"images.prune", MayFix::Asked},       // images of other projects may be among them
    {"logs.show", MayFix::Asked},          // what the failed step printed
    {"mode.change", MayFix::Asked},        // the mode's name: another kind of Airflow is a choice
    {"port.next", MayFix::Start},          // a port
    {"tools.download", MayFix::Doctor},    // the tool's name
};

inline bool mayFix(const QString &remedy, MayFix who)
{
    for (const RemedyId &known : remedyIds) {
        if (remedy == QLatin1String(known.id))
            return known.mayFix >= who;
    }
    return false;
}

} // namespace windsock
