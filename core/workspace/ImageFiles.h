// SPDX-License-Identifier: Apache-2.0
// Where files of the image come from: the COPY and ADD lines of one stage, from a path in the image to a file of the build context.
#pragma once

#include "core/base/Error.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace windsock {

class ImageFiles
{
public:
    explicit ImageFiles(QString context = {}) : m_context(std::move(context)) {} // absolute

    // `sources` as written, relative to the context; `target` absolute, or relative to `workDir`. `place`: of the line; unknown where
    // the copy is not the image's own.
    void copy(const QStringList &sources, const QString &target, const QString &workDir, const SourcePlace &place = {});
    void write(const QString &path, const QString &text, const SourcePlace &start); // a here-document of COPY

    struct Found
    {
        QString host;      // absolute path of an existing file or folder within the context; empty: the text is here
        QString shown;     // relative to the context: for places
        QString text = {}; // of a here-document
        int firstLine = 1;
    };
    // Absent: no COPY line brings it, or what it brings is not there.
    std::optional<Found> find(const QString &imagePath) const;

    struct Copy
    {
        QString source; // cleaned, relative to the context
        QString target; // absolute
        SourcePlace place;
    };
    // Lines with a place from which nothing was found so far: whatever they bring, no package list needed it.
    QList<Copy> unused() const;

    static QString absolute(const QString &path, const QString &workDir);

private:
    struct Copied : Copy
    {
        mutable bool isUsed = false;
    };
    QStringList candidates(const Copy &copied, const QString &imagePath) const; // relative to the context
    std::optional<Found> inContext(const QString &relative) const;

    QString m_context;
    QList<Copied> m_copied;
    QMap<QString, Found> m_written; // by image path
};

} // namespace windsock
