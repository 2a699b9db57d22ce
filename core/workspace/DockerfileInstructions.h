// SPDX-License-Identifier: Apache-2.0
// The instructions of a Dockerfile with their lines: comments gone, continued lines joined, here-documents kept apart. Knows no
// instruction.
#pragma once

#include <QList>
#include <QString>

namespace windsock {

struct DockerfileInstruction
{
    struct Document
    {
        QString name; // "EOF"
        QString text; // its lines, each with its end
        int line = 0; // of its first line, from 1
    };
    struct Piece
    {
        qsizetype at = 0; // in `rest`
        int line = 0;     // from 1
    };

    QString word; // "RUN", in upper case
    QString rest; // joined by blanks
    int line = 0; // from 1
    QList<Piece> pieces;
    QList<Document> documents;

    int lineAt(qsizetype offset) const; // of a character of `rest`
};

QList<DockerfileInstruction> dockerfileInstructions(const QString &text);

} // namespace windsock
