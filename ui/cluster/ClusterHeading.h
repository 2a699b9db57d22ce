// SPDX-License-Identifier: Apache-2.0
// The heading of the cluster page: title, a remark beside it, and the actions that are not in the top bar.
#pragma once

#include <QWidget>

class QAction;
class QBoxLayout;
class QLabel;
class QPushButton;

namespace windsock {

class ActionSet;
class ElidedLabel;

class ClusterHeading : public QWidget
{
    Q_OBJECT
public:
    explicit ClusterHeading(ActionSet &actions, QWidget *parent = nullptr);
    void show(const QString &title, const QString &remark);
    using QWidget::show;
    QSize minimumSizeHint() const override;
    void setButtons(bool maintenance, bool back); // move, restart, reset, delete; back to the cluster

signals:
    void back();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QBoxLayout *m_row;
    QLabel *m_title;
    ElidedLabel *m_remark;
    QList<std::pair<QAction *, QWidget *>> m_maintenance;
    QPushButton *m_back;
};

} // namespace windsock
