// SPDX-License-Identifier: Apache-2.0
#include "core/base/SecretString.h"

namespace windsock {

namespace {
// Through a volatile pointer, so that the compiler cannot drop a write to memory that is about to be freed.
void wipeBytes(char *bytes, size_t count)
{
    volatile char *at = bytes;
    while (count-- > 0)
        *at++ = 0;
}
} // namespace

SecretString::SecretString(QByteArray &&plain) : m_bytes(plain.cbegin(), plain.cend())
{
    if (plain.isDetached())
        wipeBytes(plain.data(), size_t(plain.size()));
    plain.clear();
}

SecretString::SecretString(SecretString &&other) noexcept : m_bytes(std::move(other.m_bytes))
{
    other.m_bytes.clear();
}

SecretString &SecretString::operator=(SecretString &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
        other.m_bytes.clear();
    }
    return *this;
}

SecretString::~SecretString()
{
    wipe();
}

bool SecretString::equals(const SecretString &other) const
{
    if (m_bytes.size() != other.m_bytes.size())
        return false;
    unsigned char difference = 0;
    for (size_t at = 0; at < m_bytes.size(); ++at)
        difference |= static_cast<unsigned char>(m_bytes[at] ^ other.m_bytes[at]);
    return difference == 0;
}

void SecretString::wipe()
{
    wipeBytes(m_bytes.data(), m_bytes.size());
    m_bytes.clear();
}

} // namespace windsock
