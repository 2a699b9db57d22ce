// SPDX-License-Identifier: Apache-2.0
// The one cluster, user and context that we ask for, out of a kubeconfig file as kind writes it. Runs no plugin, follows no
// file reference, and takes no server but one on this computer: what is not provably local is refused.
#pragma once

#include "core/base/Result.h"
#include "core/net/Tls.h"

#include <QUrl>

namespace windsock {

struct Kubeconfig
{
    QString context; // "kind-airflow"
    QUrl server;     // https, on a loopback address
    TlsIdentity identity;

    // `name` is used in errors. NotFound: no such context; BadInput: anything else that is not as kind writes it.
    static Result<Kubeconfig> parse(const QByteArray &text, const QString &name, const QString &context);
    static Result<Kubeconfig> load(const QString &path, const QString &context);
};

} // namespace windsock
