// SPDX-License-Identifier: Apache-2.0
#include "core/process/CleanEnvironment.h"

#include <algorithm>
#include <span>

namespace windsock {

namespace {
// Words between spaces, by purpose.
const char *const names[] = {
    // who and where
    "HOME USER LOGNAME SHELL TMPDIR TZ LANG LANGUAGE TERM NO_COLOR COLUMNS ",
    // the desktop session: credential helpers unlock the keyring, systemctl --user and open reach their services
    "DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY XAUTHORITY __CF_USER_TEXT_ENCODING DESKTOP_SESSION "
    "KDE_FULL_SESSION KDE_SESSION_VERSION BROWSER ",
    // proxies and certificates; both spellings are in use
    "HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY http_proxy https_proxy no_proxy all_proxy SSL_CERT_FILE SSL_CERT_DIR ",
    // the engine
    "DOCKER_HOST DOCKER_CONTEXT DOCKER_CONFIG DOCKER_CERT_PATH DOCKER_TLS DOCKER_TLS_VERIFY DOCKER_API_VERSION "
    "DOCKER_DEFAULT_PLATFORM DOCKER_BUILDKIT BUILDX_CONFIG BUILDX_BUILDER BUILDKIT_HOST CONTAINER_HOST "
    "CONTAINERS_CONF CONTAINERS_REGISTRIES_CONF CONTAINERS_STORAGE_CONF REGISTRY_AUTH_FILE COLIMA_HOME LIMA_HOME ",
    // engines on other machines (DOCKER_HOST=ssh://…)
    "SSH_AUTH_SOCK SSH_AGENT_PID GNUPGHOME ",
    // names and files, no keys, that credential helpers of the clouds' image registries go by
    "AWS_PROFILE AWS_REGION AWS_DEFAULT_REGION AWS_CONFIG_FILE AWS_SHARED_CREDENTIALS_FILE CLOUDSDK_CONFIG "
    "AZURE_CONFIG_DIR ",
};
// XDG_: base folders and the runtime folder with the sockets of rootless engines. WINDSOCK_: our own (tests, post-renderer).
const char *const prefixes[] = {"LC_", "XDG_", "WINDSOCK_"};
// The first and the third line of the names above, less what a terminal is about.
const char *const serverNames[] = {
    "HOME USER LOGNAME TMPDIR TZ LANG LANGUAGE __CF_USER_TEXT_ENCODING",
    "HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY http_proxy https_proxy no_proxy all_proxy SSL_CERT_FILE SSL_CERT_DIR",
};

bool isAmong(const QString &name, std::span<const char *const> groups)
{
    return std::any_of(groups.begin(), groups.end(),
                       [&name](const char *group) { return QString::fromLatin1(group).split(u' ', Qt::SkipEmptyParts).contains(name); });
}
} // namespace

bool childrenMaySee(const QString &name)
{
    for (const char *prefix : prefixes) {
        if (name.startsWith(QLatin1String(prefix)))
            return true;
    }
    return isAmong(name, names);
}

QProcessEnvironment cleanEnvironment(const QProcessEnvironment &inherited, const QStringList &searchPath)
{
    QProcessEnvironment clean;
    for (const QString &name : inherited.keys()) {
        if (childrenMaySee(name))
            clean.insert(name, inherited.value(name));
    }
    clean.insert(QStringLiteral("PATH"), searchPath.join(u':'));
    return clean;
}

QMap<QString, QString> serverEnvironment(const QProcessEnvironment &inherited, const QStringList &searchPath)
{
    QMap<QString, QString> clean;
    for (const QString &name : inherited.keys()) {
        if (isAmong(name, serverNames) || name.startsWith(QStringLiteral("LC_")))
            clean.insert(name, inherited.value(name));
    }
    clean.insert(QStringLiteral("PATH"), searchPath.join(u':'));
    return clean;
}

} // namespace windsock
