// SPDX-License-Identifier: Apache-2.0
// One entry of the navigation: what the shell knows about a page, and no more.
#pragma once

#include <QString>
#include <QWidget>

namespace windsock {

class Cluster;

class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    virtual QString id() const = 0;    // "cluster": stable
    virtual QString title() const = 0; // in the navigation
    virtual QString iconName() const = 0;
    virtual void setCluster(Cluster *cluster) = 0; // null: no workspace open
    virtual void enter() {}                        // shown
    virtual void leave() {}                        // hidden
};

} // namespace windsock
