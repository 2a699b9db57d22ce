// SPDX-License-Identifier: Apache-2.0
// The list of pages at the left.
#pragma once

#include <QListWidget>

namespace windsock {

class Page;

class Navigation : public QListWidget
{
    Q_OBJECT
public:
    explicit Navigation(QWidget *parent = nullptr);
    void addPage(const Page &page);
    void choose(const QString &id);
    QSize sizeHint() const override;

signals:
    void pageChosen(const QString &id);
};

} // namespace windsock
