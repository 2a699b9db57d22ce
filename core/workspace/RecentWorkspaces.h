// SPDX-License-Identifier: Apache-2.0
// The folders that were opened last, newest first, in one small file of ours. Folders that are gone are left out.
#pragma once

#include "core/base/Result.h"

#include <QStringList>

namespace windsock {

class RecentWorkspaces
{
public:
    explicit RecentWorkspaces(QString file) : m_file(std::move(file)) {}
    QStringList list() const;            // existing folders only
    Result<> add(const QString &folder); // to the front; at most ten are kept
    Result<> remove(const QString &folder);

private:
    QStringList read() const;
    Result<> write(const QStringList &folders) const;
    QString m_file;
};

} // namespace windsock
