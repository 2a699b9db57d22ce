// SPDX-License-Identifier: Apache-2.0
#include "core/kube/Kubeconfig.h"

#include "core/base/FileText.h"
#include "core/yaml/YamlDocument.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace windsock {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Kubeconfig", text);
}

Error refused(const SourcePlace &place, const QString &what)
{
    Error error = Error::badInput(what, place, tr("Let Windsock make the cluster, or point it at a kubeconfig that kind wrote"));
    error.rule = QStringLiteral("kubeconfig.refused");
    return error;
}

// The path of the entry of a list ("clusters") that has this name; an error if there is none or more than one.
Result<YamlPath> findEntry(const YamlDocument &file, const QString &list, const QString &name)
{
    YamlPath found;
    for (int i = 0; i < file.count({list}); ++i) {
        const YamlPath path{list, QString::number(i)};
        if (file.text(path + YamlPath{QStringLiteral("name")}) != name)
            continue;
        if (!found.isEmpty())
            return refused(file.place(path), tr("\"%1\" stands twice in %2").arg(name, list));
        found = path;
    }
    if (found.isEmpty()) {
        Error error{Error::Code::NotFound, tr("There is no \"%1\" in %2").arg(name, list)};
        error.place = file.place({list});
        error.todo = tr("Start the cluster: it writes the file anew");
        return error;
    }
    return found;
}

// None of these keys may stand in the entry: each one would make us run or trust something that kind never asks for.
Result<> refuseKeys(const YamlDocument &file, const YamlPath &entry, const QStringList &keys)
{
    for (const QString &key : keys) {
        const YamlPath path = entry + YamlPath{key};
        if (file.has(path))
            return refused(file.keyPlace(path), tr("\"%1\" is not accepted here").arg(key));
    }
    return {};
}

Result<QByteArray> decoded(const YamlDocument &file, const YamlPath &path)
{
    const auto text = file.text(path);
    if (!text || text->isEmpty())
        return refused(file.place(path), tr("\"%1\" is missing").arg(path.last()));
    auto bytes = QByteArray::fromBase64Encoding(text->toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes)
        return refused(file.place(path), tr("\"%1\" is not base64").arg(path.last()));
    return std::move(*bytes);
}

bool isLoopback(const QString &host)
{
    return host == QStringLiteral("localhost") || QHostAddress(host).isLoopback();
}

Result<QUrl> readServer(const YamlDocument &file, const YamlPath &cluster)
{
    const YamlPath path = cluster + YamlPath{QStringLiteral("server")};
    const auto text = file.text(path);
    const QUrl url(text.value_or(QString()), QUrl::StrictMode);
    if (!text || !url.isValid() || url.scheme() != QStringLiteral("https"))
        return refused(file.place(path), tr("The server is not an https address"));
    if (!isLoopback(url.host()))
        return refused(file.place(path), tr("The server %1 is not on this computer").arg(url.host()));
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() || url.path().size() > 1)
        return refused(file.place(path), tr("The server is more than a host and a port"));
    return url;
}

struct Entries
{
    YamlPath cluster, user;
};

Result<Entries> findEntries(const YamlDocument &file, const QString &context)
{
    const auto entry = findEntry(file, QStringLiteral("contexts"), context);
    if (!entry)
        return entry.error();
    const YamlPath inside = *entry + YamlPath{QStringLiteral("context")};
    const auto named = [&](const QString &key) { return file.text(inside + YamlPath{key}).value_or(QString()); };
    const auto cluster = findEntry(file, QStringLiteral("clusters"), named(QStringLiteral("cluster")));
    if (!cluster)
        return cluster.error();
    const auto user = findEntry(file, QStringLiteral("users"), named(QStringLiteral("user")));
    if (!user)
        return user.error();
    return Entries{*cluster + YamlPath{QStringLiteral("cluster")}, *user + YamlPath{QStringLiteral("user")}};
}

Result<> refusePlugins(const YamlDocument &file, const Entries &entries)
{
    const QStringList ofCluster{QStringLiteral("insecure-skip-tls-verify"), QStringLiteral("proxy-url"), QStringLiteral("tls-server-name"),
                                QStringLiteral("certificate-authority")};
    if (auto checked = refuseKeys(file, entries.cluster, ofCluster); !checked)
        return checked;
    const QStringList ofUser{QStringLiteral("exec"),      QStringLiteral("auth-provider"),      QStringLiteral("token"),
                             QStringLiteral("tokenFile"), QStringLiteral("username"),           QStringLiteral("password"),
                             QStringLiteral("as"),        QStringLiteral("client-certificate"), QStringLiteral("client-key")};
    return refuseKeys(file, entries.user, ofUser);
}

Result<TlsIdentity> readIdentity(const YamlDocument &file, const Entries &entries)
{
    auto authority = decoded(file, entries.cluster + YamlPath{QStringLiteral("certificate-authority-data")});
    if (!authority)
        return authority.error();
    auto certificate = decoded(file, entries.user + YamlPath{QStringLiteral("client-certificate-data")});
    if (!certificate)
        return certificate.error();
    auto key = decoded(file, entries.user + YamlPath{QStringLiteral("client-key-data")});
    if (!key)
        return key.error();
    return TlsIdentity{*authority, *certificate, std::make_shared<const SecretString>(std::move(*key))};
}

} // namespace

Result<Kubeconfig> Kubeconfig::parse(const QByteArray &text, const QString &name, const QString &context)
{
    const auto file = YamlDocument::parse(text, name);
    if (!file)
        return file.error();
    const auto entries = findEntries(*file, context);
    if (!entries)
        return entries.error();
    if (const auto checked = refusePlugins(*file, *entries); !checked)
        return checked.error();
    const auto server = readServer(*file, entries->cluster);
    if (!server)
        return server.error();
    auto identity = readIdentity(*file, *entries);
    if (!identity)
        return identity.error();
    return Kubeconfig{context, *server, std::move(*identity)};
}

Result<Kubeconfig> Kubeconfig::load(const QString &path, const QString &context)
{
    const auto text = readFile(path);
    return text ? parse(*text, path, context) : Result<Kubeconfig>(text.error());
}

} // namespace windsock
