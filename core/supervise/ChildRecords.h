// SPDX-License-Identifier: Apache-2.0
// children.json: the processes that a supervisor has started, so that the next one finds what a killed one has left. Written at each
// start, never half.
#pragma once

#include "core/supervise/ProcessIdentity.h"

#include "core/base/Result.h"

#include <QList>

namespace windsock {

// The leader of a session and process group of its own. Of one component there may be several: one that runs, and earlier ones whose
// helpers still do (Component::keepsHelpers).
struct ChildRecord
{
    QString component;
    ProcessIdentity leader;
    bool operator==(const ChildRecord &) const = default;
};

class ChildRecords
{
public:
    explicit ChildRecords(const QString &file) : m_file(file) {}

    void load(); // a broken or missing file: nothing is known of earlier children, which their marks still find
    // Errors: as writeFile(); what is in memory has changed all the same.
    Result<> add(const ChildRecord &record);
    Result<> keep(const QString &component, const QList<ChildRecord> &kept); // of this component only these
    Result<> clear();                                                        // removes the file
    QList<ChildRecord> all() const { return m_records; }
    QList<ChildRecord> of(const QString &component) const;

private:
    Result<> save() const;
    QString m_file;
    QList<ChildRecord> m_records;
};

} // namespace windsock
