// SPDX-License-Identifier: Apache-2.0
#include "core/process/Pipe.h"

#include <QtGlobal>

#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace windsock {

namespace {
void closeEnd(int &end)
{
    if (end >= 0)
        ::close(std::exchange(end, -1));
}
} // namespace

Pipe::Pipe()
{
    int ends[2] = {-1, -1};
#ifdef Q_OS_LINUX
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return;
#else
    if (::pipe(ends) != 0)
        return;
    for (const int end : ends)
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
#endif
    m_read = ends[0];
    m_write = ends[1];
}

Pipe::~Pipe()
{
    closeReadEnd();
    closeWriteEnd();
}

int Pipe::takeReadEnd()
{
    return std::exchange(m_read, -1);
}

void Pipe::closeReadEnd()
{
    closeEnd(m_read);
}

void Pipe::closeWriteEnd()
{
    closeEnd(m_write);
}

bool Pipe::setReadNonBlocking()
{
    const int flags = ::fcntl(m_read, F_GETFL);
    return flags >= 0 && ::fcntl(m_read, F_SETFL, flags | O_NONBLOCK) == 0;
}

} // namespace windsock
