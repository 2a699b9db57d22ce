// SPDX-License-Identifier: Apache-2.0
// Which database revisions an Airflow image asks for: the question as a child process and its answer. The answer belongs
// to an image id and never changes for it; who remembers it is the caller's matter.
#pragma once

#include "core/base/Result.h"
#include "core/process/Command.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace windsock {

// All that `airflow db check-migrations` of that image compares the database with.
struct MigrationHeads
{
    // A part of Airflow that keeps tables of its own (Airflow 3: the FAB auth manager).
    struct Manager
    {
        QString table; // "alembic_version_fab"
        QStringList heads;
        bool operator==(const Manager &) const = default;
    };

    QStringList heads;                   // of Airflow itself, table alembic_version
    bool asksManagers = false;           // Airflow 3 looks at its managers' tables too
    QStringList alwaysAsked;             // managers that installed providers bring
    QMap<QString, Manager> managers;     // by class
    QMap<QString, QString> authManagers; // auth manager's class → its manager's class; empty: it has none
    QString defaultAuthManager;

    QJsonObject toJson() const;
    static Result<MigrationHeads> fromJson(const QJsonObject &json);
    bool operator==(const MigrationHeads &) const = default;
};

namespace migrationHead {

// Reads the migrations' files; imports Airflow only where Airflow 3 has to be asked for its managers (2–4 s).
Command ask(const QString &image);
// From its stdout. NotFound where the image holds no Airflow that is understood: then the heads stay unknown.
Result<MigrationHeads> parse(const QByteArray &out);

} // namespace migrationHead

} // namespace windsock
