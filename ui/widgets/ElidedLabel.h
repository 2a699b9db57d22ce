// SPDX-License-Identifier: Apache-2.0
// One line of plain text that shortens itself with "…" and then shows the whole as a tooltip. text() stays the whole.
// And how a tooltip shows text from outside.
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

// For setToolTip() and the like, which would take "<b>" in a file's name for markup: it is shown as it is written.
QString plainTip(const QString &text);

} // namespace windsock
