// SPDX-License-Identifier: Apache-2.0
#include "core/base/LineSplitter.h"

#include <algorithm>

namespace windsock {

LineSplitter::LineSplitter(Take take, qsizetype longest) : m_take(std::move(take)), m_longest(longest) {}

void LineSplitter::push(QByteArrayView bytes)
{
    const char *at = bytes.begin();
    const char *const end = bytes.end();
    while (at != end) {
        if (std::exchange(m_afterReturn, false) && *at == '\n') {
            ++at;
            continue;
        }
        const char *stop = std::find_if(at, end, [](char c) { return c == '\n' || c == '\r'; });
        const qsizetype room = m_longest - m_rest.size();
        if (stop - at > room)
            stop = at + room;
        else if (stop == end) {
            m_rest.append(at, stop - at);
            return;
        }
        emitLine({at, stop - at});
        if (stop != end && (*stop == '\n' || *stop == '\r')) {
            m_afterReturn = *stop == '\r';
            ++stop;
        }
        at = stop;
    }
}

void LineSplitter::finish()
{
    if (!m_rest.isEmpty())
        emitLine({});
}

void LineSplitter::emitLine(QByteArrayView tail)
{
    if (m_rest.isEmpty())
        return m_take(tail);
    m_rest.append(tail.data(), tail.size());
    const QByteArray line = std::exchange(m_rest, {});
    m_take(line);
}

} // namespace windsock
