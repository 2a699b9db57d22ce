// SPDX-License-Identifier: Apache-2.0
// Shows lines of output as they come: bounded, in batches, follows the end unless the user scrolled up. Command lines
// stand out. Keeps the shown lines so that a change of theme can colour them anew.
#pragma once

#include "core/plan/RunContext.h"

#include <QList>
#include <QPlainTextEdit>
#include <QTime>
#include <QTimer>

namespace windsock {

struct OutputLine
{
    StepLine::Kind kind = StepLine::Kind::Out;
    QString time; // "12:04:31"; empty: none
    QString text;
};

class OutputView : public QPlainTextEdit
{
    Q_OBJECT
public:
    static constexpr int mostLines = 5000; // older ones are in the run's folder

    explicit OutputView(const QString &objectName, QWidget *parent = nullptr);
    void show(const QList<OutputLine> &lines); // in place of what is there
    using QPlainTextEdit::show;
    void append(const OutputLine &line); // shown within 50 ms

protected:
    void changeEvent(QEvent *event) override;

private:
    void flush();
    void insert(const OutputLine &line, QTextCursor &cursor) const;

    QList<OutputLine> m_lines;
    qsizetype m_shown = 0; // how many of m_lines are in the document
    QTimer m_batch;
};

} // namespace windsock
