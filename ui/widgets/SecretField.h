// SPDX-License-Identifier: Apache-2.0
// A value that is masked until the eye is held down. A copied value leaves the clipboard after 30 s if it still is there.
#pragma once

#include <QString>
#include <QWidget>

class QLabel;

namespace windsock {

class Clock;
class Desktop;

class SecretField : public QWidget
{
    Q_OBJECT
public:
    SecretField(const QString &value, Desktop &desktop, Clock &clock, QWidget *parent = nullptr);

private:
    void mask(bool masked);
    void copy();

    QString m_value;
    Desktop &m_desktop;
    Clock &m_clock;
    QLabel *m_text;
};

} // namespace windsock
