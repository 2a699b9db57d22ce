// SPDX-License-Identifier: Apache-2.0
// A line of text with a button that copies it.
#pragma once

#include <QWidget>

namespace windsock {

class Desktop;
class ElidedLabel;

class CopyLabel : public QWidget
{
    Q_OBJECT
public:
    // `name` says what is copied, for screen readers ("web address").
    CopyLabel(const QString &text, const QString &name, Desktop &desktop, QWidget *parent = nullptr);

private:
    ElidedLabel *m_text;
};

} // namespace windsock
