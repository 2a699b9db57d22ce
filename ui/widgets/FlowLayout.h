// SPDX-License-Identifier: Apache-2.0
// Lays widgets out in rows that wrap, like words: for buttons and facts in narrow windows and large text.
#pragma once

#include <QLayout>

namespace windsock {

class FlowLayout : public QLayout
{
    Q_OBJECT
public:
    explicit FlowLayout(int spacing, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool place) const;
    void placeRow(const QList<QLayoutItem *> &row, const QRect &line) const;
    QList<QLayoutItem *> m_items;
};

} // namespace windsock
