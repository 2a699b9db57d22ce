// SPDX-License-Identifier: Apache-2.0
#include "core/process/CleanEnvironment.h"

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
} // namespace

bool childrenMaySee(const QString &name)
{
    for (const char *prefix : prefixes) {
        if (name.startsWith(QLatin1String(prefix)))
            return true;
    }
    for (const char *group : names) {
        if (QString::fromLatin1(group).split(u' ', Qt::SkipEmptyParts).contains(name))
            return true;
    }
    return false;
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

} // namespace windsock
