// SPDX-License-Identifier: Apache-2.0
#include "core/base/Paths.h"

#include <QCryptographicHash>

namespace windsock {

namespace {
QDir xdg(const char *variable, const QString &fallback)
{
    const QString value = qEnvironmentVariable(variable);
    const QString base = QDir::isAbsolutePath(value) ? value : QDir::home().filePath(fallback);
    return QDir(base + QStringLiteral("/windsock"));
}
} // namespace

Paths Paths::standard()
{
    const QString home = qEnvironmentVariable("WINDSOCK_HOME");
    if (QDir::isAbsolutePath(home))
        return under(QDir(home));
#ifdef Q_OS_MACOS
    const QDir library(QDir::home().filePath(QStringLiteral("Library")));
    const QString support = library.filePath(QStringLiteral("Application Support/windsock"));
    return {QDir(support + QStringLiteral("/config")), QDir(support + QStringLiteral("/state")),
            QDir(library.filePath(QStringLiteral("Caches/windsock"))), QDir(support + QStringLiteral("/data"))};
#else
    return {xdg("XDG_CONFIG_HOME", QStringLiteral(".config")), xdg("XDG_STATE_HOME", QStringLiteral(".local/state")),
            xdg("XDG_CACHE_HOME", QStringLiteral(".cache")), xdg("XDG_DATA_HOME", QStringLiteral(".local/share"))};
#endif
}

Paths Paths::under(const QDir &root)
{
    const auto below = [&root](const char *name) { return QDir(root.absoluteFilePath(QString::fromLatin1(name))); };
    return {below("config"), below("state"), below("cache"), below("data")};
}

QString folderId(const QString &canonicalPath)
{
    const QByteArray hash = QCryptographicHash::hash(canonicalPath.toUtf8(), QCryptographicHash::Sha256).toHex().left(8);
    QString name;
    for (const QChar c : QDir(canonicalPath).dirName().left(40))
        name += (c.isLetterOrNumber() && c.unicode() < 128) || c == u'-' || c == u'_' ? c : QChar(u'-');
    return (name.isEmpty() ? QStringLiteral("root") : name) + u'-' + QString::fromLatin1(hash);
}

} // namespace windsock
