// SPDX-License-Identifier: Apache-2.0
// Where a workspace's Airflow runs: the word in windsock.yaml (mode:) and after --mode, and how it is said to people.
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace windsock {

enum class Mode { Kind, Standalone, Auto };

QString modeName(Mode mode); // "standalone": stable, used in files and JSON
std::optional<Mode> modeFromName(const QString &name);

const QList<Mode> &allModes();    // as they may be asked for
const QList<Mode> &placesToRun(); // those that something can run in: Auto is none. The nearest to dev and prod first
QString modeTitle(Mode mode);     // "Without containers"
QString modeSummary(Mode mode);   // a sentence on what one gets and gives up
// "without containers": said beside a state. Empty for the first of placesToRun(), which goes without saying.
QString modeRemark(Mode mode);

} // namespace windsock
