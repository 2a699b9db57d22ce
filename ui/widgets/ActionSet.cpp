// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/ActionSet.h"

#include <QAction>

namespace windsock {

void ActionSet::add(QAction *action)
{
    m_actions += action;
    m_byId.insert(action->objectName(), action);
}

} // namespace windsock
