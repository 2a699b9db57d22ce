// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/ChildRecords.h"

#include "core/base/FileText.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace windsock {

void ChildRecords::load()
{
    m_records.clear();
    const Result<QByteArray> bytes = readFile(m_file);
    if (!bytes)
        return;
    for (const QJsonValue &value : QJsonDocument::fromJson(*bytes).object()["children"].toArray()) {
        const ChildRecord record{value["component"].toString(), identityFromJson(value["leader"].toObject())};
        if (record.leader.isKnown())
            m_records += record;
    }
}

Result<> ChildRecords::add(const ChildRecord &record)
{
    m_records += record;
    return save();
}

Result<> ChildRecords::keep(const QString &component, const QList<ChildRecord> &kept)
{
    const auto removed =
        m_records.removeIf([&](const ChildRecord &record) { return record.component == component && !kept.contains(record); });
    return removed > 0 ? save() : Result<>();
}

Result<> ChildRecords::clear()
{
    m_records.clear();
    return save();
}

QList<ChildRecord> ChildRecords::of(const QString &component) const
{
    QList<ChildRecord> found;
    std::copy_if(m_records.cbegin(), m_records.cend(), std::back_inserter(found),
                 [&component](const ChildRecord &record) { return record.component == component; });
    return found;
}

Result<> ChildRecords::save() const
{
    if (m_records.isEmpty()) {
        QFile::remove(m_file);
        return {};
    }
    QJsonArray list;
    for (const ChildRecord &record : m_records)
        list += QJsonObject{{"component", record.component}, {"leader", toJson(record.leader)}};
    return writeFile(m_file, QJsonDocument(QJsonObject{{"version", 1}, {"children", list}}).toJson(), ownerOnly);
}

} // namespace windsock
