// SPDX-License-Identifier: Apache-2.0
// Who we are and whom we trust on an encrypted connection. The other side is always verified; there is no switch for that.
#pragma once

#include "core/base/Result.h"
#include "core/base/SecretString.h"

#include <QByteArray>
#include <QSslConfiguration>

#include <memory>

namespace windsock {

struct TlsIdentity
{
    QByteArray authorities = {};                  // PEM of the only authorities to trust; empty: the system's
    QByteArray certificate = {};                  // PEM of our certificate (and its chain); empty: none is shown
    std::shared_ptr<const SecretString> key = {}; // PEM of its key, RSA or EC
};

class Tls
{
public:
    Tls(); // no certificate of our own, the system's authorities
    // BadInput: a part is not what it should be, or key and certificate do not read as PEM.
    static Result<Tls> fromIdentity(const TlsIdentity &identity);

    const QSslConfiguration &configuration() const { return m_configuration; }

private:
    QSslConfiguration m_configuration;
};

} // namespace windsock
