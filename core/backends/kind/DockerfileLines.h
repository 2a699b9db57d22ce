// SPDX-License-Identifier: Apache-2.0
// The instructions of a Dockerfile: comments gone, continued lines joined, here-documents left out. Knows no instruction.
#pragma once

#include <QByteArray>
#include <QList>

namespace windsock {

struct DockerfileLines
{
    struct Instruction
    {
        QByteArray name; // "COPY", in upper case
        QByteArray rest;
        bool operator==(const Instruction &) const = default;
    };
    QList<Instruction> instructions;
    bool understood = true; // false: another language ("# syntax=…"), or a here-document without its end

    static DockerfileLines parse(const QByteArray &text);
};

} // namespace windsock
