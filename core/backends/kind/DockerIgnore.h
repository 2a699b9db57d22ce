// SPDX-License-Identifier: Apache-2.0
// A .dockerignore file: which paths of a build context Docker leaves out. The last pattern that fits a path, or a folder
// above it, decides; '!' takes back in. Knows no file system.
#pragma once

#include <QByteArray>
#include <QList>

#include <vector>

namespace windsock {

class DockerIgnore
{
public:
    static DockerIgnore parse(const QByteArray &text);

    bool isEmpty() const { return m_patterns.isEmpty(); }
    bool takesBackIn() const; // has a '!': an ignored folder may hold files that count

    // A walk goes from the top down and hands each folder's trail to what is in it, so that a path is compared once.
    using Trail = std::vector<bool>; // per pattern: fits this path or a folder above it
    Trail trail(QByteArrayView path, const Trail &folder) const;
    bool ignores(const Trail &trail) const;
    // The same for a single path.
    bool ignores(QByteArrayView path) const;

private:
    struct Pattern
    {
        QByteArray text;
        bool takesBackIn = false;
        bool wild = false;
    };
    static bool fits(const Pattern &pattern, QByteArrayView path);
    QList<Pattern> m_patterns;
};

// "./dags//x/../y" → "dags/y"; never leaves the top ("../x" → "x"), as Docker reads paths of a context.
QByteArray cleanContextPath(const QByteArray &path);

} // namespace windsock
