// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/DockerIgnore.h"

#include "core/backends/kind/PathGlob.h"

#include <algorithm>

namespace windsock {

QByteArray cleanContextPath(const QByteArray &path)
{
    QByteArrayList parts;
    for (const QByteArray &part : path.split('/')) {
        if (part == ".." && !parts.isEmpty())
            parts.removeLast();
        else if (!part.isEmpty() && part != "." && part != "..")
            parts += part;
    }
    return parts.join('/');
}

DockerIgnore DockerIgnore::parse(const QByteArray &text)
{
    DockerIgnore made;
    const QByteArray withoutMark = text.startsWith("\xEF\xBB\xBF") ? text.mid(3) : text;
    for (const QByteArray &line : withoutMark.split('\n')) {
        if (line.startsWith('#'))
            continue;
        QByteArray pattern = line.trimmed();
        Pattern next;
        next.takesBackIn = pattern.startsWith('!');
        if (next.takesBackIn)
            pattern = pattern.mid(1).trimmed();
        next.text = cleanContextPath(pattern);
        next.wild = hasWildcard(next.text);
        if (!next.text.isEmpty())
            made.m_patterns += next;
    }
    return made;
}

bool DockerIgnore::takesBackIn() const
{
    return std::any_of(m_patterns.begin(), m_patterns.end(), [](const Pattern &pattern) { return pattern.takesBackIn; });
}

bool DockerIgnore::fits(const Pattern &pattern, QByteArrayView path)
{
    return pattern.wild ? globMatches(pattern.text, path) : QByteArrayView(pattern.text) == path;
}

DockerIgnore::Trail DockerIgnore::trail(QByteArrayView path, const Trail &folder) const
{
    Trail own(size_t(m_patterns.size()));
    for (size_t i = 0; i < own.size(); ++i)
        own[i] = (i < folder.size() && folder[i]) || fits(m_patterns.at(qsizetype(i)), path);
    return own;
}

bool DockerIgnore::ignores(const Trail &trail) const
{
    for (qsizetype i = m_patterns.size() - 1; i >= 0; --i) {
        if (trail[size_t(i)])
            return !m_patterns.at(i).takesBackIn;
    }
    return false;
}

bool DockerIgnore::ignores(QByteArrayView path) const
{
    Trail above;
    for (qsizetype end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1))
        above = trail(path.first(end), above);
    return ignores(trail(path, above));
}

} // namespace windsock
