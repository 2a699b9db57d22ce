// SPDX-License-Identifier: Apache-2.0
// The files of AIRFLOW_HOME that the workspace asks for: airflow.cfg with the settings that are secrets, and what the values hold
// of Airflow's own files (webserver_config.py, config/airflow_local_settings.py). All of mode 0600.
#pragma once

#include "core/backends/standalone/StandalonePlaces.h"
#include "core/backends/standalone/StandaloneWish.h"

namespace windsock {

class AirflowHome
{
public:
    AirflowHome(const StandaloneWish &wish, const StandalonePlaces &places) : m_wish(wish), m_places(places) {}

    // Is every file there with the bytes that it should have, and none that the values do not hold any more?
    bool isUpToDate() const;
    // Writes what differs, takes away what was ours and is not wanted any more; makes the workspace's keys at first. True:
    // something changed, so that what runs has read older ones. Errors: as readFile() and writeFile().
    Result<bool> write() const;
    // Of what write() puts there: changes with any of it, and says nothing about it.
    QString fingerprint() const;

private:
    QString pathOf(const QString &relative) const { return m_places.home + u'/' + relative; }
    QStringList wanted() const;      // relative
    QStringList writtenOnce() const; // relative: by us, so far
    const StandaloneWish &m_wish;
    const StandalonePlaces &m_places;
};

} // namespace windsock
