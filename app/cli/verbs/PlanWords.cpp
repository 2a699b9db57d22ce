// SPDX-License-Identifier: Apache-2.0
#include "app/cli/verbs/PlanWords.h"

namespace windsock {

PlanWords planWords(Intent intent)
{
    switch (intent) {
    case Intent::Start:
        return {"start", "Get Airflow up: check, build, create, load, install, wait. Finished steps are skipped",
                "Examples:\n  windsock start --open        start and open the web page\n  windsock start --keep        stay and keep "
                "http://localhost:8080 open until Ctrl+C\n  windsock start --dry-run     print the commands only"};
    case Intent::Pause: return {"pause", "Freeze the cluster: no CPU, ready again in a moment", "Start goes on where it was."};
    case Intent::Stop:
        return {"stop", "Stop the cluster: no CPU, no memory, everything kept", "Start goes on where it was, also after a reboot."};
    case Intent::Restart:
        return {"restart", "Restart Airflow's own parts; the database stays up",
                "Use it after changing what is read only once, such as plugins."};
    case Intent::Reset:
        return {"reset", "Delete the cluster and start a new one: the metadata database is lost",
                "Example:  windsock reset --confirm airflow"};
    case Intent::Delete: return {"delete", "Delete the cluster; the workspace's files stay", "Example:  windsock delete --confirm airflow"};
    }
    return {};
}

} // namespace windsock
