// SPDX-License-Identifier: Apache-2.0
// A rounded card with an optional heading row: title, a dim remark, and room for a button at the end.
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace windsock {

class Panel : public QFrame
{
    Q_OBJECT
public:
    explicit Panel(const QString &title = {}, QWidget *parent = nullptr);
    QVBoxLayout *body() const { return m_body; }
    void setRemark(const QString &text); // beside the title
    void addToHeading(QWidget *widget);  // at the end of the heading row
    void setCode(bool code);             // the ground of code instead of a panel's
    void setStripe(bool bad);            // a bad-coloured edge at the left

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_body;
    QHBoxLayout *m_heading = nullptr;
    QLabel *m_remark = nullptr;
    bool m_code = false, m_stripe = false;
};

// A 1 px line between rows.
class Separator : public QWidget
{
    Q_OBJECT
public:
    explicit Separator(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace windsock
