// SPDX-License-Identifier: Apache-2.0
// Reads what a Dockerfile says about its base image and its inputs. Does not judge and does not build.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace windsock {

struct Dockerfile
{
    struct Input // COPY or ADD from the build context
    {
        QString path; // as written, relative to the context
        SourcePlace place;
        bool operator==(const Input &) const = default;
    };

    QString baseImage;      // of the last stage, stage names and ARG defaults followed; "scratch" is one too
    QString airflowVersion; // from an apache/airflow base image; empty where the base is another
    SourcePlace basePlace;  // the FROM line that names it
    QList<Input> inputs;
    bool usesRunMount = false; // RUN --mount: needs BuildKit
    QStringList unknownArgs;   // used in FROM without a default

    static Result<Dockerfile> parse(const QByteArray &bytes, const QString &name);
};

} // namespace windsock
