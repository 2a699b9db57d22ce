// SPDX-License-Identifier: Apache-2.0
// The way of each folder from the host through the node into the pods, hop by hop, each with a mark and in words.
#pragma once

#include "core/backends/Backend.h"
#include "ui/widgets/Panel.h"

#include <optional>

class QGridLayout;

namespace windsock {

class MountsPanel : public Panel
{
    Q_OBJECT
public:
    explicit MountsPanel(QWidget *parent = nullptr);
    void show(const QList<MountState> &mounts);
    using Panel::show;

private:
    void addHeadings();
    void addRow(const MountState &state);
    QWidget *m_holder;
    QGridLayout *m_grid = nullptr;
    std::optional<QList<MountState>> m_shown;
};

QString mountText(const MountState &state); // "mounted, read only", "does not reach the node"; whether pods may write nobody judges

} // namespace windsock
