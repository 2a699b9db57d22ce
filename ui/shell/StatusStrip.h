// SPDX-License-Identifier: Apache-2.0
// The bottom line: how the web page reaches the host, the last message with a way to cancel what it tells of, and versions.
#pragma once

#include "core/cluster/Cluster.h"

#include <QFrame>
#include <QPointer>

class QPushButton;

namespace windsock {

class ElidedLabel;

class StatusStrip : public QFrame
{
    Q_OBJECT
public:
    explicit StatusStrip(QWidget *parent = nullptr);
    void setCluster(Cluster *cluster);
    void tell(const QString &message);
    void offerCancel(bool offers); // of what the message tells of

signals:
    void canceled();

private:
    void update();
    ElidedLabel *m_forward, *m_message, *m_versions;
    QPushButton *m_cancel;
    QPointer<Cluster> m_cluster;
};

QString forwardText(const ForwardStatus &status); // "● Forward 127.0.0.1:8080 active"

} // namespace windsock
