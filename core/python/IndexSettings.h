// SPDX-License-Identifier: Apache-2.0
// Where packages come from, as the user has told pip or uv by environment or pip.conf: companies have mirrors. uv reads its own
// uv.toml itself, but no pip.conf, and our children see none of these variables; so they are read here and handed on. An
// address may hold credentials: it travels as a line of a file that only its owner can read, never in argv or environment.
#pragma once

#include "core/base/SecretString.h"

#include <QByteArray>
#include <QMap>
#include <QProcessEnvironment>
#include <QStringList>

#include <memory>

namespace windsock {

// What the user has said, unjudged.
struct IndexSources
{
    QProcessEnvironment environment = {};
    QList<QByteArray> pipConfigs = {}; // contents of pip.conf files; earlier ones win
    QList<QByteArray> uvConfigs = {};  // contents of uv.toml files

    static IndexSources ofThisMachine();
};

class IndexSettings
{
public:
    IndexSettings() = default; // nothing is set
    // uv's variables win over uv.toml, that over pip's variables, those over pip.conf, whatever they say of an index.
    static IndexSettings from(const IndexSources &sources);

    // The lines with which a requirements file begins ("--index-url …"), with credentials: only for files of mode 0600. Empty
    // where nothing is set: pip's or uv's own default then.
    QByteArray requirementLines() const;
    // What a child needs to reach these indexes: names of files and switches, never an address and never a secret.
    const QMap<QString, QString> &uvEnvironment() const { return m_uv; }
    const QMap<QString, QString> &pipEnvironment() const { return m_pip; }
    // The credentials in the addresses, to be made known to the Redactor by whoever owns it.
    const QList<std::shared_ptr<const SecretString>> &secrets() const { return m_secrets; }

private:
    void addAddress(const QString &option, const QString &address);
    void addLine(const QString &line);

    std::shared_ptr<const SecretString> m_lines;
    QMap<QString, QString> m_uv, m_pip;
    QList<std::shared_ptr<const SecretString>> m_secrets;
};

} // namespace windsock
