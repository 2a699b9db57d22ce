// SPDX-License-Identifier: Apache-2.0
#include "core/process/Command.h"

#include "core/base/Credentials.h"

namespace windsock {

QString toolName(Tool tool)
{
    switch (tool) {
    case Tool::Docker: return QStringLiteral("docker");
    case Tool::Kind: return QStringLiteral("kind");
    case Tool::Helm: return QStringLiteral("helm");
    case Tool::Kubectl: return QStringLiteral("kubectl");
    case Tool::Systemctl: return QStringLiteral("systemctl");
    case Tool::Colima: return QStringLiteral("colima");
    case Tool::OrbStack: return QStringLiteral("orb");
    case Tool::Podman: return QStringLiteral("podman");
    case Tool::MacOpen: return QStringLiteral("open");
    case Tool::XdgOpen: return QStringLiteral("xdg-open");
    case Tool::Lsof: return QStringLiteral("lsof");
    case Tool::Tar: return QStringLiteral("tar");
    case Tool::Uv: return QStringLiteral("uv");
    case Tool::Bwrap: return QStringLiteral("bwrap");
    }
    return {};
}

QString shellQuoted(const QString &word)
{
    static const QString plain = QStringLiteral("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=,@%+^");
    bool safe = !word.isEmpty();
    for (const QChar c : word)
        safe = safe && plain.contains(c);
    if (safe)
        return word;
    QString inner = word;
    inner.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + inner + u'\'';
}

QString Command::name() const
{
    return program.isEmpty() ? toolName(tool) : program.section(u'/', -1);
}

QString Command::shown() const
{
    QStringList words;
    for (auto it = environment.cbegin(); it != environment.cend(); ++it)
        words += it.key() + u'=' + shellQuoted(withoutCredentials(it.value())); // of a proxy, for example
    words += program.isEmpty() ? toolName(tool) : shellQuoted(program);
    for (const QString &arg : args)
        words += shellQuoted(arg);
    if (secretInput)
        words += QStringLiteral("< (secret)");
    return words.join(u' ');
}

} // namespace windsock
