// SPDX-License-Identifier: Apache-2.0
// Cuts a stream of bytes into lines, however it arrives. One splitter per channel. A carriage return ends a line too,
// since docker and kind redraw their progress with it.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace windsock {

class LineSplitter
{
public:
    using Take = std::function<void(QByteArrayView line)>; // without its line end; empty lines are passed on

    explicit LineSplitter(Take take, qsizetype longest = 64 * 1024); // longer lines are cut into pieces of that many bytes
    void push(QByteArrayView bytes);
    void finish(); // hands over an unfinished last line

private:
    void emitLine(QByteArrayView tail);
    Take m_take;
    QByteArray m_rest;
    qsizetype m_longest;
    bool m_afterReturn = false; // a '\n' right after '\r' belongs to it
};

} // namespace windsock
