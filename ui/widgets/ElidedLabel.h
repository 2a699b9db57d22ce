// SPDX-License-Identifier: Apache-2.0
// One line of plain text that shortens itself with "…" and then shows the whole as a tooltip. text() stays the whole.
#pragma once

#include <QLabel>

namespace windsock {

class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, Qt::TextElideMode mode = Qt::ElideRight, QWidget *parent = nullptr);
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString shown() const;
    Qt::TextElideMode m_mode;
};

} // namespace windsock
