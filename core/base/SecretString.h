// SPDX-License-Identifier: Apache-2.0
// A secret in memory: move-only, wiped when it goes, never converted to QString, printed as "(secret)".
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDebug>

#include <vector>

namespace windsock {

class SecretString
{
public:
    SecretString() = default;
    explicit SecretString(QByteArray &&plain); // takes the bytes and wipes the source
    SecretString(SecretString &&other) noexcept;
    SecretString &operator=(SecretString &&other) noexcept;
    SecretString(const SecretString &) = delete;
    SecretString &operator=(const SecretString &) = delete;
    ~SecretString();

    bool isEmpty() const { return m_bytes.empty(); }
    // The only way to the bytes. Keep no copy: hand them to a request body or a child's stdin.
    template <class Use>
    auto reveal(Use use) const
    {
        return use(QByteArrayView(m_bytes.data(), qsizetype(m_bytes.size())));
    }
    // Takes the same time wherever the first difference is.
    bool equals(const SecretString &other) const;

    friend QDebug operator<<(QDebug debug, const SecretString &) { return debug << "(secret)"; }

private:
    void wipe();
    std::vector<char> m_bytes;
};

} // namespace windsock
