// SPDX-License-Identifier: Apache-2.0
#include "core/process/OutputChannel.h"

#include <algorithm>

namespace windsock {

OutputChannel::OutputChannel(const Redactor &redactor, Take take, qsizetype kept)
    : m_redactor(redactor), m_most(kept), m_shownLines(redactor), m_keptLines(redactor), m_take(std::move(take)),
      m_splitter([this](QByteArrayView line) { m_take(m_shownLines.redact(line)); })
{}

void OutputChannel::push(QByteArrayView bytes)
{
    if (m_take)
        m_splitter.push(bytes);
    keep(bytes);
}

void OutputChannel::finish()
{
    if (m_take)
        m_splitter.finish();
    keepLines(std::exchange(m_open, {}));
}

void OutputChannel::keep(QByteArrayView bytes)
{
    const qsizetype end = bytes.lastIndexOf('\n') + 1;
    if (end > 0) {
        m_open.append(bytes.data(), end);
        keepLines(std::exchange(m_open, {}));
    }
    m_open.append(bytes.data() + end, bytes.size() - end);
    if (m_open.size() > m_most)
        keepLines(std::exchange(m_open, {}));
}

void OutputChannel::keepLines(QByteArrayView lines)
{
    // Most output holds nothing to hide: one look at the block instead of work on each line.
    if (!m_keptLines.isInsideKey() && !m_redactor.mayHide(lines)) {
        m_kept.append(lines.data(), lines.size());
    } else {
        while (!lines.isEmpty()) {
            const qsizetype at = lines.indexOf('\n');
            const qsizetype length = at < 0 ? lines.size() : at;
            m_kept += m_keptLines.redact(lines.first(length));
            if (at >= 0)
                m_kept += '\n';
            lines = lines.sliced(std::min(length + 1, lines.size()));
        }
    }
    // Twice the limit, so that bytes are moved to the front once per 16 MiB and not with each line.
    if (m_kept.size() > 2 * m_most)
        forgetBeyond(m_most);
}

void OutputChannel::forgetBeyond(qsizetype most)
{
    if (m_kept.size() <= most)
        return;
    m_kept.remove(0, m_kept.size() - most);
    m_cut = true;
}

QByteArray OutputChannel::taken()
{
    forgetBeyond(m_most);
    const qsizetype lineEnd = m_cut ? m_kept.indexOf('\n') : -1;
    if (lineEnd >= 0)
        m_kept.remove(0, lineEnd + 1);
    return std::exchange(m_kept, {});
}

QByteArray OutputChannel::lastLines(int count) const
{
    const QByteArrayView text = QByteArrayView(m_kept).trimmed();
    if (text.isEmpty())
        return {};
    qsizetype from = text.size();
    while (count-- > 0 && from > 0)
        from = text.lastIndexOf('\n', from - 1);
    return text.sliced(from + 1).toByteArray();
}

} // namespace windsock
