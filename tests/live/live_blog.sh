#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A folder with nothing but kind-cluster.yaml and local.values.yaml: it starts under the default names, and not a byte
# is written into it.
. "$(dirname "$0")/lib.sh"
live_begin blog
# Without windsock.yaml the names are the defaults; another cluster by that name is not ours to touch.
kind get clusters 2>/dev/null | grep -qx airflow && live_skip "there is a cluster named airflow, which this test would use"
live_cluster=airflow
live_url=http://127.0.0.1:8080
mkdir -p "$workspace"/{dags,dbt,python_tasks,logs}
chmod 1777 "$workspace/logs"
cp "$live_source"/tests/bench/workspaces/community/{kind-cluster.yaml,local.values.yaml} "$workspace"
cp "$live_source/tests/bench/workspaces/community/dags/hello.py" "$workspace/dags"
docker tag "$AIRFLOW_LAB_AIRFLOW_IMAGE" airflow-local:local
before=$(live_py tree "$workspace")

"$WINDSOCK_BIN" open "$workspace" >/dev/null || live_fail "open"
ws_ok start
state_is running
ws_background forward
live_py healthy "$live_url" 60
live_py dag "$live_url" hello "$workspace/logs"
ws_ok status
ws_ok stop
ws_ok start
ws_ok delete --confirm airflow
rm -rf "$workspace/dags/__pycache__" # Python in the pods wrote it through the mount
[ "$(live_py tree "$workspace")" = "$before" ] || live_fail "something was written into the folder"
