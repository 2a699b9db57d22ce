// SPDX-License-Identifier: Apache-2.0
// A failure in four parts: what happened, why (with its place, which opens), what to do, and buttons that do it. The
// evidence is shown beside it, by whoever shows the card.
#pragma once

#include "core/base/Error.h"
#include "ui/widgets/Panel.h"

#include <functional>

class QGridLayout;
class QLabel;

namespace windsock {

class FlowLayout;

class ErrorCard : public Panel
{
    Q_OBJECT
public:
    explicit ErrorCard(QWidget *parent = nullptr);
    // Buttons are made for the remedies that `known` accepts; others cannot be done from here.
    void show(const Error &error, const std::function<bool(const QString &)> &known);
    using Panel::show;
    void setBusy(bool busy);         // a remedy is at work
    void setReadOnly(bool readOnly); // of a run long ago: nothing to do here any more

signals:
    void remedyChosen(const windsock::Remedy &remedy);
    void tryAgain();
    void copyReport();

private:
    void addRow(const QString &label, const QString &text);
    void addPlace(const SourcePlace &place);
    void addButtons(const Error &error, const std::function<bool(const QString &)> &known);

    QLabel *m_what;
    QWidget *m_holder;
    QGridLayout *m_rows = nullptr;
    QWidget *m_buttons;
    FlowLayout *m_flow;
};

} // namespace windsock
