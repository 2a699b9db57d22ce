// SPDX-License-Identifier: Apache-2.0
// The components of one state folder on disk (components.json): owner-only, since an environment may hold a key, and never half
// written.
#pragma once

#include "core/supervise/Component.h"

namespace windsock {

// Errors: as writeFile(); BadInput: two components with one id, or one that needs itself, also by way of others.
Result<> saveComponents(const QString &file, const QList<Component> &components);
// Errors: as readFile() (NotFound where there is none), BadInput as above or with the place of what is wrong.
Result<QList<Component>> loadComponents(const QString &file);

// Groups of ids: all of a group may be stopped at once, when the group before has ended. Of the list only what `ids` names.
QList<QStringList> stopOrder(const QList<Component> &components, const QStringList &ids);

} // namespace windsock
