// SPDX-License-Identifier: Apache-2.0
// One output channel of a child: hands on its lines and keeps the end of what it printed, both redacted.
#pragma once

#include "core/base/LineSplitter.h"
#include "core/base/Redactor.h"

namespace windsock {

class OutputChannel
{
public:
    static constexpr qsizetype keptAtMost = 16 * 1024 * 1024;
    using Take = LineSplitter::Take;

    // Without `take` nobody listens to lines. `redactor` must outlive this. Keeps between `kept` and twice as much bytes.
    OutputChannel(const Redactor &redactor, Take take, qsizetype kept = keptAtMost);
    OutputChannel(const OutputChannel &) = delete;
    OutputChannel &operator=(const OutputChannel &) = delete;

    void push(QByteArrayView bytes);
    void finish();      // after it no more push()
    QByteArray taken(); // what was kept, byte for byte as printed but for secrets; from a line's start where it was cut
    QByteArray lastLines(int count) const;

private:
    void keep(QByteArrayView bytes);
    void keepLines(QByteArrayView lines);
    void forgetBeyond(qsizetype most);

    const Redactor &m_redactor;
    const qsizetype m_most; // bytes that are kept
    LineRedactor m_shownLines, m_keptLines;
    Take m_take;
    LineSplitter m_splitter;
    QByteArray m_open; // a kept line that has not ended yet
    QByteArray m_kept;
    bool m_cut = false;
};

} // namespace windsock
