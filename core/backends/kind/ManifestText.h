// SPDX-License-Identifier: Apache-2.0
// Kubernetes manifests as text and as a tree that forgets nothing a parser could mind: quoted text stays text, order and
// double keys stay. Comments are not in the tree. Knows nothing about Kubernetes.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <vector>

namespace windsock {

// A value, copied as a whole: anchors are written out. A map keeps keys[i] beside items[i].
struct ManifestNode
{
    enum class Kind { Null, Scalar, List, Map };
    Kind kind = Kind::Null;
    QByteArray text;     // of a scalar
    bool quoted = false; // in quotes or a block: text whatever it looks like ("true", "0777", "8080", "1e3", "null")
    QByteArray tag;      // only one that the author wrote, as "tag:yaml.org,2002:binary" or "!own"
    std::vector<ManifestNode> keys;
    std::vector<ManifestNode> items;

    static ManifestNode string(const QString &text);
    static ManifestNode number(int value);
    static ManifestNode list(const QStringList &texts = {});
    static ManifestNode map();

    // Of a map; null where there is none.
    const ManifestNode *find(const char *key) const;
    ManifestNode *find(const char *key);
    const ManifestNode *find(std::initializer_list<const char *> path) const;
    ManifestNode *find(std::initializer_list<const char *> path);
    QString textAt(std::initializer_list<const char *> path) const; // empty where there is no scalar
    int numberAt(const char *key, int otherwise) const;
    QStringList texts() const;                              // of a list: its scalars
    ManifestNode &set(const char *key, ManifestNode value); // in place, or as the last key
    bool operator==(const ManifestNode &) const = default;
};

// One document of a stream with the marker line before it: all pieces together are the stream, byte for byte.
struct ManifestPiece
{
    QByteArray bytes;
    int line = 0; // of its first byte in the stream, from 0
};
QList<ManifestPiece> splitManifests(const QByteArray &stream);

// BadInput with the line in the stream. Null for what holds no document, or one that this tree cannot hold (several
// documents without marker, maps as keys).
Result<ManifestNode> parseManifest(const ManifestPiece &piece);

QByteArray writeManifest(const ManifestNode &root);
// The piece with another content: marker line and the comments in front of the content are kept.
QByteArray rewriteManifest(const ManifestPiece &piece, const ManifestNode &root);

} // namespace windsock
