// SPDX-License-Identifier: Apache-2.0
#include "core/base/Redactor.h"

#include <QRegularExpression>

#include <algorithm>

namespace windsock {

namespace {
constexpr qsizetype shortestSecret = 4, shortestForm = 8;
const char mask[] = "••••••";

// Each pattern keeps what names the secret (group 1) and masks the rest.
const QList<QRegularExpression> &patterns()
{
    static const QList<QRegularExpression> list = [] {
        QList<QRegularExpression> made;
        const char *const sources[] = {
            R"(((?:hvs|hvb|hvr)\.)[A-Za-z0-9_-]{20,})",                               // Vault tokens
            R"(((?i:\b[a-z][a-z0-9+.-]*://[^\s:/@]*:))[^\s"']+(?=@))",                // user:password@host
            R"(((?i:authorization["']?\s*[:=]\s*["']?(?:bearer|basic)\s+))[^\s"']+)", // HTTP headers
            R"((-----BEGIN [A-Z ]*PRIVATE KEY-----)[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$))",
            // name: value, NAME=value, "name": "a value", also inside of JSON that is quoted itself
            R"(((?i:password|passwd|secret_id|client_secret|secret_key|api_?key|access_key|fernet_?key)\\?["']?\s*[=:]\s*\\?)"
            R"((?:"(?=[^"\n]{3})|'(?=[^'\n]{3})|))(?:(?<=")[^"\\\n]+|(?<=')[^'\\\n]+|[^\s"',&]{3,}))",
            R"(((?i:client-key-data:\s*))\S+)", // kubeconfig
        };
        for (const char *source : sources) {
            made += QRegularExpression(QString::fromUtf8(source));
            made.last().optimize();
        }
        return made;
    }();
    return list;
}
// A cheap look that spares almost every line the patterns.
bool looksLikeSecret(QByteArrayView line)
{
    for (const char *sign :
         {"hv", "://", "uthorization", "UTHORIZATION", "PRIVATE", "assw", "ASSW", "ecret", "ECRET", "key", "KEY", "Key"}) {
        if (line.contains(sign))
            return true;
    }
    return false;
}
} // namespace

void Redactor::add(std::shared_ptr<const SecretString> secret)
{
    if (!secret)
        return;
    addForm(secret, {});
    secret->reveal([this, &secret](QByteArrayView plain) { addOtherForms(secret, plain); });
}

void Redactor::addOtherForms(const std::shared_ptr<const SecretString> &secret, QByteArrayView plain)
{
    if (plain.size() < shortestSecret)
        return;
    const QByteArray raw = QByteArray::fromRawData(plain.data(), plain.size()); // no copy that would not be wiped
    addForm(secret, std::make_shared<SecretString>(raw.toBase64(QByteArray::OmitTrailingEquals)));
    if (!plain.contains('\n'))
        return;
    for (QByteArrayView rest = plain; !rest.isEmpty();) {
        const qsizetype at = rest.indexOf('\n');
        const qsizetype length = at < 0 ? rest.size() : at;
        addForm(secret, std::make_shared<SecretString>(rest.first(length).trimmed().toByteArray()));
        rest = rest.sliced(std::min(length + 1, rest.size()));
    }
}

void Redactor::addForm(const std::shared_ptr<const SecretString> &owner, std::shared_ptr<const SecretString> form)
{
    const SecretString &bytes = form ? *form : *owner;
    const qsizetype length = bytes.reveal([](QByteArrayView plain) { return plain.size(); });
    // The lines of a longer secret may be ordinary words ("{"): mask only those that are as telling as a password.
    if (length < shortestSecret || (form && length < shortestForm))
        return;
    const auto shorter = std::find_if(m_known.begin(), m_known.end(), [length](const Known &known) { return known.length < length; });
    m_known.insert(shorter, Known{owner, std::move(form), length});
}

void Redactor::forgetGone() const
{
    m_known.remove_if([](const Known &known) { return known.owner.expired(); });
}

bool Redactor::mayHide(QByteArrayView text) const
{
    if (looksLikeSecret(text))
        return true;
    forgetGone();
    return std::any_of(m_known.cbegin(), m_known.cend(), [text](const Known &known) {
        const auto secret = known.form ? known.form : known.owner.lock();
        return secret && secret->reveal([text](QByteArrayView plain) { return text.contains(plain); });
    });
}

QByteArray Redactor::redact(QByteArrayView line) const
{
    QByteArray text = line.toByteArray();
    forgetGone();
    for (const Known &known : m_known) {
        const auto secret = known.form ? known.form : known.owner.lock();
        if (secret)
            secret->reveal([&text](QByteArrayView plain) { text.replace(plain, QByteArrayView(mask)); });
    }
    if (!looksLikeSecret(text))
        return text;
    // Latin-1 there and back keeps every byte, whatever encoding the child prints; the patterns are ASCII.
    QString wide = QString::fromLatin1(text);
    for (const QRegularExpression &pattern : patterns())
        wide.replace(pattern, QStringLiteral("\\1") + QString::fromLatin1(mask));
    return wide.toLatin1();
}

QString Redactor::redact(const QString &text) const
{
    return QString::fromUtf8(redact(QByteArrayView(text.toUtf8())));
}

QByteArray LineRedactor::redact(QByteArrayView line)
{
    if (m_insideKey) {
        const qsizetype end = line.indexOf("-----END ");
        if (end < 0)
            return QByteArray(mask);
        m_insideKey = false;
        return m_redactor.redact(line.sliced(end));
    }
    QByteArray shown = m_redactor.redact(line);
    const qsizetype begin = line.lastIndexOf("-----BEGIN ");
    if (begin >= 0) {
        const QByteArrayView rest = line.sliced(begin);
        m_insideKey = rest.contains("PRIVATE KEY-----") && !rest.contains("-----END ");
    }
    return shown;
}

} // namespace windsock
