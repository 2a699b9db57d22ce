// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/ContentHash.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace windsock {

namespace {
constexpr int deepest = 20; // of folders

class Hashing
{
public:
    explicit Hashing(const ContentLimits &limits) : m_limits(limits) {}

    QString of(const QFileInfo &root)
    {
        m_isWorkspace = QFileInfo::exists(root.filePath() + QStringLiteral("/windsock.yaml"));
        if (root.isDir())
            folder(QDir(root.filePath()), {}, 0);
        else
            file(root, {});
        return QString::fromLatin1(m_hash.result().toHex().left(16));
    }

private:
    // Building a package writes into its folder: that is no edit.
    bool isPassedOver(const QFileInfo &entry, int depth) const
    {
        static const QStringList sources{QStringLiteral("pyproject.toml"), QStringLiteral("setup.py"), QStringLiteral("setup.cfg"),
                                         QStringLiteral("MANIFEST.in"), QStringLiteral("src")};
        const QString name = entry.fileName();
        if (depth == 0 && m_isWorkspace && !sources.contains(name))
            return true;
        const bool isAtTop = depth == 0 && (name == u"build" || name == u"dist");
        return entry.isDir() && (isAtTop || name == u"__pycache__" || name.endsWith(QStringLiteral(".egg-info")));
    }

    void folder(const QDir &dir, const QString &above, int depth)
    {
        const auto entries = dir.entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QFileInfo &entry : entries) {
            if (m_files >= m_limits.files || isPassedOver(entry, depth))
                continue;
            const QString path = above + entry.fileName();
            if (entry.isSymLink())
                add(path, entry.symLinkTarget().toUtf8());
            else if (entry.isFile())
                file(entry, path);
            else if (depth < deepest)
                folder(QDir(entry.filePath()), path + u'/', depth + 1);
        }
    }

    void file(const QFileInfo &entry, const QString &path)
    {
        ++m_files;
        QFile opened(entry.filePath());
        if (entry.size() > m_limits.bytes - m_bytes || !opened.open(QIODevice::ReadOnly))
            return add(path, QByteArray::number(entry.size()) + ' ' + QByteArray::number(entry.lastModified().toMSecsSinceEpoch()));
        const QByteArray bytes = opened.read(m_limits.bytes - m_bytes);
        m_bytes += bytes.size();
        add(path, bytes);
    }

    // With its length, so that no two lists are the same bytes.
    void add(const QString &path, const QByteArray &content)
    {
        const QByteArray name = path.toUtf8();
        m_hash.addData(QByteArray::number(name.size()) + ' ' + name + ' ' + QByteArray::number(content.size()) + ' ');
        m_hash.addData(content);
    }

    const ContentLimits m_limits;
    bool m_isWorkspace = false;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    int m_files = 0;
    qint64 m_bytes = 0;
};
} // namespace

QString contentHash(const QString &path, const ContentLimits &limits)
{
    const QFileInfo root(path);
    return root.isFile() || root.isDir() ? Hashing(limits).of(root) : QString();
}

} // namespace windsock
