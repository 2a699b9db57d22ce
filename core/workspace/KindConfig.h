// SPDX-License-Identifier: Apache-2.0
// Reads kind-cluster.yaml as far as Windsock needs it, and derives the config that `kind create cluster` gets from it.
// The user's file stays as it is.
#pragma once

#include "core/base/Result.h"
#include "core/yaml/YamlDocument.h"

#include <QDir>
#include <QList>
#include <QString>

namespace windsock {

struct NodeMount
{
    QString hostPath;     // as written
    QString hostAbsolute; // against the workspace folder, where kind would take its own working folder
    QString nodePath;     // containerPath
    bool readOnly = false;
    int node = 0; // which entry of nodes
    SourcePlace place;
};

struct PortMapping
{
    int containerPort = 0;
    int hostPort = 0; // 0: kind takes a random one
    QString listenAddress;
    QString protocol = QStringLiteral("TCP");
    SourcePlace place;
};

struct KindConfig
{
    int nodes = 1;     // kind makes one where the file names none
    QString nodeImage; // of the first control-plane node; empty: kind's own
    QList<NodeMount> mounts;
    QList<PortMapping> ports;
    QList<Error> warnings; // keys that kind does not know

    // Errors: BadInput with place for what kind would refuse half-way. An empty document is kind's default config.
    static Result<KindConfig> read(const YamlDocument &document, const QDir &folder);
};

// In the node, read-only: the file that proves whose cluster this is.
inline constexpr char ownerMarkInNode[] = "/kind/windsock-owner";

// The user's config (or kind's default, from an empty document) with host paths made absolute against `folder`, without a
// cluster name (it comes by --name), and with the mark of ownership mounted into every node.
Result<QByteArray> renderKindConfig(const YamlDocument &document, const QDir &folder, const QString &ownerMarkFile);

} // namespace windsock
