// SPDX-License-Identifier: Apache-2.0
// Masks what must not be shown or kept: secrets it was told of, and what looks like one (tokens, passwords in URLs,
// PEM keys). Everything that a child prints passes through here before it reaches a file, a page or a report.
#pragma once

#include "core/base/SecretString.h"

#include <QByteArray>

#include <list>
#include <memory>

namespace windsock {

class Redactor
{
public:
    // Masks this secret from now on, until `secret` is gone; also each line of it, and its base64 as kubectl prints it.
    // Values shorter than 4 bytes are ignored: they would mask half of every line.
    void add(std::shared_ptr<const SecretString> secret);
    // Byte for byte the same where nothing is masked.
    QByteArray redact(QByteArrayView line) const;
    QString redact(const QString &text) const;
    // False: redact() would change nothing. Much cheaper, also for many lines at once.
    bool mayHide(QByteArrayView text) const;

private:
    struct Known
    {
        std::weak_ptr<const SecretString> owner;
        std::shared_ptr<const SecretString> form; // the secret, a line of it, or its base64
        qsizetype length = 0;
    };
    void addOtherForms(const std::shared_ptr<const SecretString> &secret, QByteArrayView plain);
    void addForm(const std::shared_ptr<const SecretString> &owner, std::shared_ptr<const SecretString> form);
    void forgetGone() const;
    mutable std::list<Known> m_known; // longest first: what is part of another must not leave the rest of it in sight
};

// Redacts the lines of one stream, which may hold a PEM key over many of them. One per channel.
class LineRedactor
{
public:
    explicit LineRedactor(const Redactor &redactor) : m_redactor(redactor) {}
    QByteArray redact(QByteArrayView line);
    bool isInsideKey() const { return m_insideKey; }

private:
    const Redactor &m_redactor;
    bool m_insideKey = false;
};

} // namespace windsock
