// SPDX-License-Identifier: Apache-2.0
// Two descriptors of a pipe that close themselves and that no child inherits by accident.
#pragma once

namespace windsock {

class Pipe
{
public:
    Pipe();
    ~Pipe();
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;

    bool isOpen() const { return m_read >= 0; }
    int readEnd() const { return m_read; }
    int writeEnd() const { return m_write; }
    int takeReadEnd(); // the caller's to close
    void closeReadEnd();
    void closeWriteEnd();
    bool setReadNonBlocking();

private:
    int m_read = -1, m_write = -1;
};

} // namespace windsock
