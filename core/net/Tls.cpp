// SPDX-License-Identifier: Apache-2.0
#include "core/net/Tls.h"

#include <QCoreApplication>
#include <QSslCertificate>
#include <QSslKey>

namespace windsock {

namespace {

Error unreadable(const QString &part)
{
    Error error{Error::Code::BadInput, QCoreApplication::translate("Tls", "The %1 cannot be read").arg(part)};
    error.why = QCoreApplication::translate("Tls", "It is not in PEM form");
    return error;
}

// kubeadm makes RSA keys, other tools EC ones, and PEM of PKCS#8 does not tell: QSslKey has to be told, so both are tried.
QSslKey readKey(const SecretString &pem)
{
    return pem.reveal([](QByteArrayView bytes) {
        const QByteArray raw = QByteArray::fromRawData(bytes.data(), bytes.size());
        const QSslKey rsa(raw, QSsl::Rsa);
        return rsa.isNull() ? QSslKey(raw, QSsl::Ec) : rsa;
    });
}

} // namespace

Tls::Tls() : m_configuration(QSslConfiguration::defaultConfiguration())
{
    m_configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    m_configuration.setProtocol(QSsl::TlsV1_2OrLater);
}

Result<Tls> Tls::fromIdentity(const TlsIdentity &identity)
{
    Tls tls;
    if (!identity.authorities.isEmpty()) {
        const auto authorities = QSslCertificate::fromData(identity.authorities, QSsl::Pem);
        if (authorities.isEmpty())
            return unreadable(QCoreApplication::translate("Tls", "certificate of the authority"));
        tls.m_configuration.setCaCertificates(authorities);
    }
    if (identity.certificate.isEmpty())
        return tls;
    const auto chain = QSslCertificate::fromData(identity.certificate, QSsl::Pem);
    if (chain.isEmpty())
        return unreadable(QCoreApplication::translate("Tls", "client certificate"));
    const QSslKey key = identity.key ? readKey(*identity.key) : QSslKey();
    if (key.isNull())
        return unreadable(QCoreApplication::translate("Tls", "key of the client certificate"));
    tls.m_configuration.setLocalCertificateChain(chain);
    tls.m_configuration.setPrivateKey(key);
    return tls;
}

} // namespace windsock
