// SPDX-License-Identifier: Apache-2.0
// The checklist: one row per step with mark, title, time, a live line and a bar while it runs. The mark turns only while
// the list is visible, something runs and motion is wanted.
#pragma once

#include <QListView>
#include <QStyledItemDelegate>
#include <QTimer>

namespace windsock {

class PlanModel;

class PlanDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setTurn(double turn) { m_turn = turn; }

private:
    void paintTexts(QPainter *painter, const QRect &area, const QModelIndex &index, const QPalette &palette) const;
    void paintBar(QPainter *painter, const QRect &area, double fraction, const QPalette &palette) const;
    double m_turn = 0;
};

class PlanView : public QListView
{
    Q_OBJECT
    Q_PROPERTY(bool animating READ isAnimating)
public:
    explicit PlanView(PlanModel *model, QWidget *parent = nullptr);
    void setReducedMotion(bool reduced);
    bool isAnimating() const { return m_spin.isActive(); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void stepChosen(int row); // by the user or by code

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void animate();
    void turn();

    PlanModel *m_model;
    PlanDelegate *m_delegate;
    QTimer m_spin, m_tick;
    double m_turn = 0;
    bool m_reduced = false;
};

} // namespace windsock
