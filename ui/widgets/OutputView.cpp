// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/OutputView.h"

#include "ui/widgets/Metrics.h"
#include "ui/widgets/Tokens.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextCursor>

namespace windsock {

namespace {
constexpr int batchMillis = 50;
constexpr int busyMillis = 20;          // while there is more than one batch can take
constexpr int mostPerBatch = 200;       // lines; keeps a batch far below a pause that a user would notice
constexpr qsizetype longestLine = 4000; // a progress bar that never breaks must not freeze the layout
} // namespace

OutputView::OutputView(const QString &objectName, QWidget *parent) : QPlainTextEdit(parent)
{
    setObjectName(objectName);
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setMaximumBlockCount(mostLines);
    setFont(fixedFont());
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(grid(2));
    m_batch.setSingleShot(true);
    connect(&m_batch, &QTimer::timeout, this, &OutputView::flush);
}

void OutputView::show(const QList<OutputLine> &lines)
{
    m_lines = lines.mid(qMax<qsizetype>(0, lines.size() - mostLines));
    m_shown = 0;
    clear();
    flush();
}

void OutputView::append(const OutputLine &line)
{
    m_lines += line;
    if (m_lines.size() > 2 * mostLines) { // trimmed rarely, so that a flood costs little
        const qsizetype dropped = m_lines.size() - mostLines;
        m_lines.remove(0, dropped);
        m_shown = qMax<qsizetype>(0, m_shown - dropped);
    }
    if (!m_batch.isActive())
        m_batch.start(batchMillis);
}

void OutputView::flush()
{
    const bool following = verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 1;
    const int left = horizontalScrollBar()->value();
    m_shown = qMax(m_shown, m_lines.size() - mostLines); // the rest would scroll out of the view at once
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.beginEditBlock();
    const qsizetype end = qMin(m_lines.size(), m_shown + mostPerBatch);
    for (; m_shown < end; ++m_shown)
        insert(m_lines[m_shown], cursor);
    cursor.endEditBlock();
    if (following) {
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        horizontalScrollBar()->setValue(left);
    }
    if (m_shown < m_lines.size())
        m_batch.start(busyMillis);
}

void OutputView::insert(const OutputLine &line, QTextCursor &cursor) const
{
    const Tokens &tokens = Tokens::of(palette());
    QTextCharFormat dim, format;
    dim.setForeground(tokens.dim);
    format.setForeground(tokens.text);
    if (line.kind == StepLine::Kind::Command) {
        format.setForeground(tokens.accentText);
        format.setFontWeight(QFont::DemiBold);
    } else if (line.kind == StepLine::Kind::Note) {
        format.setForeground(tokens.dim);
    }
    if (!cursor.document()->isEmpty())
        cursor.insertBlock();
    if (!line.time.isEmpty())
        cursor.insertText(line.time + QStringLiteral("  "), dim);
    const QString sign = line.kind == StepLine::Kind::Command ? QStringLiteral("$ ") : QString();
    cursor.insertText(sign + line.text.left(longestLine), format);
}

void OutputView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_lines.isEmpty()) {
        m_shown = 0;
        clear();
        m_batch.start(0);
    }
}

} // namespace windsock
