// SPDX-License-Identifier: Apache-2.0
// Nothing is open yet: two ways in, and whether this computer is ready for Airflow.
#pragma once

#include "ui/cluster/ClusterPageParts.h"

#include <QWidget>

namespace windsock {

class FirstRunView : public QWidget
{
    Q_OBJECT
public:
    explicit FirstRunView(const ClusterPageParts &parts, QWidget *parent = nullptr);

private:
    QWidget *makeCard(const QString &title, const QString &text, QWidget *button);
};

} // namespace windsock
