// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/ImageFiles.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace windsock {

namespace {
bool isPattern(const QString &name)
{
    return name.contains(u'*') || name.contains(u'?') || name.contains(u'[');
}

bool matches(const QString &pattern, const QString &name)
{
    const QRegularExpression glob(QRegularExpression::wildcardToRegularExpression(pattern));
    return glob.isValid() && glob.match(name).hasMatch();
}

// What of `path` lies below `folder`; absent: it does not.
std::optional<QString> below(const QString &path, const QString &folder)
{
    const QString start = folder == u"/" ? folder : folder + u'/';
    return path.startsWith(start) ? std::optional(path.mid(start.size())) : std::nullopt;
}
} // namespace

QString ImageFiles::absolute(const QString &path, const QString &workDir)
{
    return QDir::cleanPath(path.startsWith(u'/') ? path : workDir + u'/' + path);
}

void ImageFiles::copy(const QStringList &sources, const QString &target, const QString &workDir, const SourcePlace &place)
{
    for (const QString &source : sources) {
        QString relative = QDir::cleanPath(source);
        while (relative.startsWith(u'/'))
            relative.remove(0, 1); // the context is the root
        m_copied += Copied{{relative.isEmpty() ? QStringLiteral(".") : relative, absolute(target, workDir), place}};
    }
}

void ImageFiles::write(const QString &path, const QString &text, const SourcePlace &start)
{
    m_written.insert(path, {{}, start.file, text, start.line});
}

// docker decides by what the source is, and here by what is there: the file under the target's own name, in the target as a
// folder, or deeper in it where a folder was copied.
QStringList ImageFiles::candidates(const Copy &copied, const QString &imagePath) const
{
    const QString name = copied.source.section(u'/', -1);
    const auto inTarget = below(imagePath, copied.target);
    QStringList found;
    if (isPattern(name)) {
        const QString folder = copied.source.contains(u'/') ? copied.source.section(u'/', 0, -2) + u'/' : QString();
        if (inTarget && matches(name, inTarget->section(u'/', 0, 0)))
            found += folder + *inTarget;
        return found;
    }
    if (imagePath == copied.target)
        found += copied.source;
    if (inTarget && (*inTarget == name || inTarget->startsWith(name + u'/')))
        found += copied.source + inTarget->mid(name.size());
    if (inTarget)
        found += copied.source + u'/' + *inTarget;
    return found;
}

std::optional<ImageFiles::Found> ImageFiles::inContext(const QString &relative) const
{
    const QString shown = QDir::cleanPath(relative);
    const QString path = QFileInfo(m_context + u'/' + shown).canonicalFilePath();
    const QString root = QFileInfo(m_context).canonicalFilePath();
    // A build never sees what lies outside, however a link leads there.
    const bool isInside = !path.isEmpty() && !root.isEmpty() && (path == root || below(path, root));
    return isInside ? std::optional(Found{path, shown}) : std::nullopt;
}

std::optional<ImageFiles::Found> ImageFiles::find(const QString &imagePath) const
{
    const auto written = m_written.constFind(imagePath);
    if (written != m_written.cend())
        return *written;
    for (auto copied = m_copied.crbegin(); copied != m_copied.crend(); ++copied) {
        for (const QString &candidate : candidates(*copied, imagePath)) {
            if (auto found = inContext(candidate)) {
                copied->isUsed = true;
                return found;
            }
        }
    }
    return {};
}

QList<ImageFiles::Copy> ImageFiles::unused() const
{
    QList<Copy> list;
    for (const Copied &copied : m_copied) {
        if (!copied.isUsed && copied.place.isKnown())
            list += copied;
    }
    return list;
}

} // namespace windsock
