// SPDX-License-Identifier: Apache-2.0
#include "core/python/IndexSettings.h"

#include "core/base/FileText.h"
#include "core/python/PipConfig.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace windsock {

namespace {
// Switches and names of files that uv may be told of by its environment; what could hold an address with credentials is not here.
const char uvNames[] = "UV_NATIVE_TLS UV_SYSTEM_CERTS UV_HTTP_TIMEOUT UV_REQUEST_TIMEOUT UV_HTTP_RETRIES UV_KEYRING_PROVIDER "
                       "UV_INDEX_STRATEGY UV_INSECURE_HOST UV_CONCURRENT_DOWNLOADS UV_CONCURRENT_INSTALLS UV_CONCURRENT_BUILDS "
                       "UV_OFFLINE UV_CONFIG_FILE UV_NO_CONFIG UV_LINK_MODE SSL_CERT_FILE SSL_CERT_DIR SSL_CLIENT_CERT NETRC";
const char pipNames[] = "PIP_CONFIG_FILE PIP_CERT PIP_CLIENT_CERT PIP_TIMEOUT PIP_DEFAULT_TIMEOUT PIP_RETRIES PIP_TRUSTED_HOST "
                        "PIP_KEYRING_PROVIDER REQUESTS_CA_BUNDLE CURL_CA_BUNDLE SSL_CERT_FILE NETRC";

QStringList words(const QString &text)
{
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    return text.split(blanks, Qt::SkipEmptyParts);
}

QMap<QString, QString> picked(const QProcessEnvironment &environment, const char *names)
{
    QMap<QString, QString> found;
    for (const QString &name : words(QString::fromLatin1(names))) {
        if (const QString value = environment.value(name); !value.isEmpty())
            found.insert(name, value);
    }
    return found;
}

// What pip goes by: its variables over its files, the first file that has a value over the later ones.
QMap<QString, QString> pipSettings(const IndexSources &sources)
{
    QMap<QString, QString> settings;
    for (auto config = sources.pipConfigs.crbegin(); config != sources.pipConfigs.crend(); ++config)
        settings.insert(parsePipConfig(*config));
    for (const char *key : {"index-url", "extra-index-url", "find-links", "no-index", "trusted-host", "cert", "client-cert"}) {
        const QString name = QString::fromLatin1(key);
        const QString variable = QStringLiteral("PIP_") + QString(name).toUpper().replace(u'-', u'_');
        if (const QString value = sources.environment.value(variable); !value.isEmpty())
            settings.insert(name, value);
    }
    return settings;
}

bool namesIndex(const QByteArray &uvToml)
{
    static const QRegularExpression rule(
        QStringLiteral("^\\s*(?:\\[\\[\\s*(?:pip\\.)?index\\s*\\]\\]|(?:pip\\.)?(?:extra-)?index(?:-url)?\\s*=)"),
        QRegularExpression::MultilineOption);
    return rule.match(QString::fromUtf8(uvToml)).hasMatch();
}

// "name=https://…" as UV_INDEX has it, with the credentials that uv takes from UV_INDEX_<NAME>_USERNAME and …_PASSWORD.
QString uvAddress(const QString &entry, const QProcessEnvironment &environment)
{
    static const QRegularExpression named(QStringLiteral("\\A([A-Za-z0-9_.-]+)=(.+)\\z"));
    const QRegularExpressionMatch match = named.match(entry);
    if (!match.hasMatch())
        return entry;
    static const QRegularExpression other(QStringLiteral("[^A-Z0-9]"));
    const QString prefix = QStringLiteral("UV_INDEX_%1_").arg(match.captured(1).toUpper().replace(other, QStringLiteral("_")));
    QUrl url(match.captured(2));
    if (const QString user = environment.value(prefix + QStringLiteral("USERNAME")); !user.isEmpty() && url.userInfo().isEmpty()) {
        url.setUserName(user, QUrl::DecodedMode);
        url.setPassword(environment.value(prefix + QStringLiteral("PASSWORD")), QUrl::DecodedMode);
    }
    return url.toString(QUrl::FullyEncoded);
}

bool isOn(const QString &value)
{
    return QStringList{"1", "true", "yes", "on", "t", "y"}.contains(value.toLower());
}
struct Addresses
{
    QString index; // empty: the default
    QStringList extra, links;
    bool noIndex = false;
    bool nameIndex() const { return !index.isEmpty() || !extra.isEmpty(); }
};

Addresses uvAddresses(const QProcessEnvironment &environment)
{
    const auto value = [&environment](const char *name) { return environment.value(QString::fromLatin1(name)).trimmed(); };
    const QString index = value("UV_DEFAULT_INDEX").isEmpty() ? value("UV_INDEX_URL") : value("UV_DEFAULT_INDEX");
    Addresses addresses{index.isEmpty() ? QString() : uvAddress(index, environment)};
    for (const QString &entry : words(value("UV_INDEX")) + words(value("UV_EXTRA_INDEX_URL")))
        addresses.extra += uvAddress(entry, environment);
    addresses.links = words(value("UV_FIND_LINKS").replace(u',', u' '));
    return addresses;
}

Addresses pipAddresses(const QMap<QString, QString> &pip, const QStringList &uvLinks)
{
    return {pip.value(QStringLiteral("index-url")), words(pip.value(QStringLiteral("extra-index-url"))),
            uvLinks.isEmpty() ? words(pip.value(QStringLiteral("find-links"))) : uvLinks, isOn(pip.value(QStringLiteral("no-index")))};
}

// Certificates and hosts that pip is told to trust are meant for uv too.
void passOnTrust(const QMap<QString, QString> &settings, QMap<QString, QString> &uv, QMap<QString, QString> &pip)
{
    const QString cert = settings.value(QStringLiteral("cert")), hosts = words(settings.value(QStringLiteral("trusted-host"))).join(u' ');
    if (!cert.isEmpty())
        pip.insert(QStringLiteral("PIP_CERT"), cert);
    if (!cert.isEmpty() && !uv.contains(QStringLiteral("SSL_CERT_FILE")))
        uv.insert(QStringLiteral("SSL_CERT_FILE"), cert);
    if (!hosts.isEmpty() && !uv.contains(QStringLiteral("UV_INSECURE_HOST")))
        uv.insert(QStringLiteral("UV_INSECURE_HOST"), hosts);
}

QByteArray textOf(const QString &file)
{
    return QFileInfo(file).isFile() ? readFile(file).value_or({}) : QByteArray();
}

} // namespace

IndexSources IndexSources::ofThisMachine()
{
    IndexSources sources{QProcessEnvironment::systemEnvironment()};
    const QString home = QDir::homePath(), chosen = sources.environment.value(QStringLiteral("PIP_CONFIG_FILE"));
    const QString config = sources.environment.value(QStringLiteral("XDG_CONFIG_HOME"), home + QStringLiteral("/.config"));
    const QStringList machine =
        sources.environment.value(QStringLiteral("XDG_CONFIG_DIRS"), QStringLiteral("/etc/xdg")).split(u':', Qt::SkipEmptyParts);
    QStringList pip{chosen,
                    home + QStringLiteral("/Library/Application Support/pip/pip.conf"),
                    config + QStringLiteral("/pip/pip.conf"),
                    home + QStringLiteral("/.pip/pip.conf"),
                    QStringLiteral("/Library/Application Support/pip/pip.conf"),
                    QStringLiteral("/etc/pip.conf")};
    QStringList uv{sources.environment.value(QStringLiteral("UV_CONFIG_FILE")), config + QStringLiteral("/uv/uv.toml"),
                   QStringLiteral("/etc/uv/uv.toml")};
    for (const QString &folder : machine) {
        pip += folder + QStringLiteral("/pip/pip.conf");
        uv += folder + QStringLiteral("/uv/uv.toml");
    }
    if (chosen == u"/dev/null") // pip's way to have no files at all
        pip.clear();
    for (const QString &file : pip)
        sources.pipConfigs += textOf(file);
    for (const QString &file : uv)
        sources.uvConfigs += textOf(file);
    return sources;
}

IndexSettings IndexSettings::from(const IndexSources &sources)
{
    const QMap<QString, QString> pip = pipSettings(sources);
    IndexSettings settings;
    settings.m_uv = picked(sources.environment, uvNames);
    settings.m_pip = picked(sources.environment, pipNames);
    passOnTrust(pip, settings.m_uv, settings.m_pip);

    Addresses addresses = uvAddresses(sources.environment);
    const bool byToml = std::any_of(sources.uvConfigs.cbegin(), sources.uvConfigs.cend(), namesIndex);
    if (addresses.nameIndex() && byToml) // a uv.toml would win over the lines of a file, where uv's own variable would not
        settings.m_uv.insert(QStringLiteral("UV_NO_CONFIG"), QStringLiteral("1"));
    if (!addresses.nameIndex() && !byToml)
        addresses = pipAddresses(pip, addresses.links);
    if (addresses.noIndex)
        settings.addLine(QStringLiteral("--no-index"));
    if (!addresses.index.isEmpty())
        settings.addAddress(QStringLiteral("--index-url"), addresses.index);
    for (const QString &one : addresses.extra)
        settings.addAddress(QStringLiteral("--extra-index-url"), one);
    for (const QString &one : addresses.links) {
        if (one.contains(QStringLiteral("://")) || QFileInfo(one).isDir()) // pip passes over a folder that is not there, uv fails
            settings.addAddress(QStringLiteral("--find-links"), one);
    }
    return settings;
}

void IndexSettings::addAddress(const QString &option, const QString &address)
{
    const QUrl url(address);
    for (const QString &part : {url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded), url.password(QUrl::FullyEncoded)}) {
        // A name before a password is no secret; alone it is a token.
        if (!part.isEmpty() && (part != url.userName(QUrl::FullyDecoded) || url.password().isEmpty()))
            m_secrets += std::make_shared<SecretString>(part.toUtf8());
    }
    addLine(option + u' ' + address);
}

void IndexSettings::addLine(const QString &line)
{
    QByteArray lines = requirementLines() + line.toUtf8() + '\n';
    m_lines = std::make_shared<SecretString>(std::move(lines));
}

QByteArray IndexSettings::requirementLines() const
{
    return m_lines ? m_lines->reveal([](QByteArrayView lines) { return lines.toByteArray(); }) : QByteArray();
}

} // namespace windsock
