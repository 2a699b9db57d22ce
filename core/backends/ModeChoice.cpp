// SPDX-License-Identifier: Apache-2.0
#include "core/backends/ModeChoice.h"

namespace windsock {

Async<ModeChoice> chooseMode(const QList<std::shared_ptr<Backend>> &places, const Workspace &workspace, QObject *context)
{
    const std::shared_ptr<Backend> first = places.first();
    if (places.size() == 1)
        return ready(ModeChoice{first->mode()});
    return andFinally(
        first->isUsable(workspace), context, [places, first, workspace, context](const Result<> &usable) -> Async<ModeChoice> {
            if (usable)
                return ready(ModeChoice{first->mode()});
            if (usable.error().isCancel())
                return failed<ModeChoice>(usable.error());
            return andThen(chooseMode(places.mid(1), workspace, context), context, [why = usable.error().what](ModeChoice choice) {
                choice.why = choice.why.isEmpty() ? why : why + QStringLiteral("; ") + choice.why;
                return Result<ModeChoice>(choice);
            });
        });
}

} // namespace windsock
