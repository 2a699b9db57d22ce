#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A folder as a team has it, without windsock.yaml: kind-cluster.yaml, local.values.yaml and the Dockerfile. It starts without containers
# under the default name and port, beside the official chart's Airflow 3, and not a byte is written into it. Without the Dockerfile
# nothing says which Airflow is wanted: that is said before anything is made.
. "$(dirname "$0")/standalone_lib.sh"
standalone_begin
python3 -B -c 'import socket; socket.create_connection(("127.0.0.1", 8080), 1)' 2>/dev/null && skip "port 8080 is in use"
make_workspace "$root/official" --chart official
ws_ok start
state_is running
official=$url

workspace=$root/team
mkdir -p "$workspace"/{dags,dbt,python_tasks,logs}
community=$standalone_here/../bench/workspaces/community
cp "$community"/{kind-cluster.yaml,local.values.yaml} "$workspace"
cp "$community/dags/hello.py" "$workspace/dags"
for words in "start --dry-run" start; do
  # shellcheck disable=SC2086
  ws $words --mode standalone
  refused "$words without a version" 2 'does not say which Airflow it wants' 'Dockerfile'
done
echo 'FROM apache/airflow:2.10.5' >"$workspace/Dockerfile"
before=$(live_py tree "$workspace")

name=airflow url=http://127.0.0.1:8080
ws_ok start --mode standalone
state_is running
live_py healthy "$url" 10
live_py healthy "$official" 10
standalone_py run-dag "$url" admin admin hello
[ -n "$(find "$workspace/logs" -path '*dag_id=hello*' -name '*.log')" ] || fail "its log is not in ./logs"
standalone_py run-dag "$official" admin admin example_etl
ws_ok start --dry-run
! grep -q '/bin/python' "$root/out" || fail "a dry run on what is healthy would run something: $(cat "$root/out")"
ws_ok delete --confirm airflow
rm -rf "$workspace/dags/__pycache__" # a task's Python writes it
[ "$(live_py tree "$workspace")" = "$before" ] || fail "something was written into the folder"
use "$root/official"
ws_ok delete --confirm "$name"
none_left
say "passed"
