// SPDX-License-Identifier: Apache-2.0
// A state as a word on a soft ground with a dot in front. The word carries the meaning, the colour only helps.
#pragma once

#include "ui/widgets/Tokens.h"

#include <QLabel>

namespace windsock {

class Pill : public QLabel
{
    Q_OBJECT
public:
    explicit Pill(const QString &text = {}, Tone tone = Tone::Neutral, QWidget *parent = nullptr);
    void show(const QString &text, Tone tone);
    using QLabel::show;
    Tone tone() const { return m_tone; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    QSize sizeHintFor(const QString &text) const;
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
};

} // namespace windsock
