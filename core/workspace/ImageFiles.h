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

    // `sources` as written, relative to the context; `target` absolute, or relative to `workDir`.
    void copy(const QStringList &sources, const QString &target, const QString &workDir);
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

    static QString absolute(const QString &path, const QString &workDir);

private:
    struct Copied
    {
        QString source; // cleaned, relative
        QString target; // absolute
    };
    QStringList candidates(const Copied &copied, const QString &imagePath) const; // relative to the context
    std::optional<Found> inContext(const QString &relative) const;

    QString m_context;
    QList<Copied> m_copied;
    QMap<QString, Found> m_written; // by image path
};

} // namespace windsock
