// SPDX-License-Identifier: Apache-2.0
#include "core/process/SecretPipe.h"

#include "core/base/SecretString.h"
#include "core/process/Pipe.h"

#include <unistd.h>

namespace windsock {

namespace {
constexpr qsizetype fitsIntoPipe = 4096; // PIPE_BUF on Linux; every system takes that much before anybody reads
}

int secretPipe(const SecretString &secret)
{
    return secret.reveal([](QByteArrayView plain) {
        Pipe pipe;
        if (plain.size() > fitsIntoPipe || !pipe.isOpen())
            return -1;
        const bool whole = ::write(pipe.writeEnd(), plain.data(), size_t(plain.size())) == plain.size();
        return whole ? pipe.takeReadEnd() : -1;
    });
}

} // namespace windsock
