// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/PathGlob.h"

#include <optional>

namespace windsock {

namespace {

// One try at a pattern. A '*' that turns out too short is lengthened within its path part, then a '**' by whole parts; only
// the last of each is worth coming back to, so this needs no recursion.
class Match
{
public:
    Match(QByteArrayView pattern, QByteArrayView path) : m_pattern(pattern), m_path(path) {}

    bool run()
    {
        while (m_at < m_path.size() || m_in < m_pattern.size()) {
            if (!step() && !retry())
                return false;
        }
        return true;
    }

private:
    bool step()
    {
        if (m_in == m_pattern.size())
            return false;
        switch (m_pattern[m_in]) {
        case '*': return star();
        case '?': return one();
        case '[': return m_at < m_path.size() && inClass();
        case '\\': return m_in + 1 < m_pattern.size() && literal(m_in + 1);
        default: return literal(m_in);
        }
    }

    bool literal(qsizetype in)
    {
        if (m_at == m_path.size() || m_path[m_at] != m_pattern[in])
            return false;
        ++m_at;
        m_in = in + 1;
        return true;
    }

    bool star()
    {
        const bool twice = m_in + 1 < m_pattern.size() && m_pattern[m_in + 1] == '*';
        m_in += twice ? 2 : 1;
        if (!twice) {
            m_star = Retry{m_in, m_at};
            return true;
        }
        if (m_in < m_pattern.size() && m_pattern[m_in] == '/')
            ++m_in; // "**/" stands for no part at all too
        if (m_in == m_pattern.size())
            m_at = m_path.size(); // at the end it eats everything
        m_star.reset();
        m_starStar = Retry{m_in, m_at};
        return true;
    }

    bool one()
    {
        if (m_at == m_path.size() || m_path[m_at] == '/')
            return false;
        do // a character, not a byte
            ++m_at;
        while (m_at < m_path.size() && (uchar(m_path[m_at]) & 0xC0) == 0x80);
        ++m_in;
        return true;
    }

    bool inClass()
    {
        qsizetype in = m_in + 1;
        const bool negated = in < m_pattern.size() && (m_pattern[in] == '^' || m_pattern[in] == '!');
        in += negated;
        bool found = false;
        const uchar wanted = uchar(m_path[m_at]);
        for (const qsizetype first = in; in < m_pattern.size() && (m_pattern[in] != ']' || in == first); ++in) {
            if (m_pattern[in] == '\\' && in + 1 < m_pattern.size())
                ++in;
            const uchar low = uchar(m_pattern[in]);
            const bool range = in + 2 < m_pattern.size() && m_pattern[in + 1] == '-' && m_pattern[in + 2] != ']';
            in += range ? 2 : 0;
            found = found || (low <= wanted && wanted <= uchar(m_pattern[in]));
        }
        if (in >= m_pattern.size() || found == negated || wanted == '/')
            return false; // "[a" without its end matches nothing: docker refuses such a pattern
        m_in = in + 1;
        ++m_at;
        return true;
    }

    bool retry()
    {
        if (m_star && m_star->at < m_path.size() && m_path[m_star->at] != '/') {
            m_at = ++m_star->at;
            m_in = m_star->in;
            return true;
        }
        if (!m_starStar)
            return false;
        const qsizetype slash = m_path.indexOf('/', m_starStar->at);
        if (slash < 0)
            return false;
        m_star.reset();
        m_at = m_starStar->at = slash + 1;
        m_in = m_starStar->in;
        return true;
    }

    struct Retry
    {
        qsizetype in, at;
    };
    QByteArrayView m_pattern, m_path;
    qsizetype m_in = 0, m_at = 0;
    std::optional<Retry> m_star, m_starStar;
};

} // namespace

bool hasWildcard(QByteArrayView pattern)
{
    for (const char c : pattern) {
        if (c == '*' || c == '?' || c == '[' || c == '\\')
            return true;
    }
    return false;
}

bool globMatches(QByteArrayView pattern, QByteArrayView path)
{
    return Match(pattern, path).run();
}

} // namespace windsock
