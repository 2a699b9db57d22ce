// SPDX-License-Identifier: Apache-2.0
// Tells when somebody else holds the web port, by whom, and offers the next free one. Never moves by itself.
#pragma once

#include "ui/widgets/InlineMessage.h"

#include <QPointer>

class QPushButton;

namespace windsock {

class Cluster;

class ForwardNotice : public InlineMessage
{
    Q_OBJECT
public:
    explicit ForwardNotice(QWidget *parent = nullptr);
    void setCluster(Cluster *cluster);

private:
    void update();
    QPointer<Cluster> m_cluster;
    QPushButton *m_move;
};

} // namespace windsock
