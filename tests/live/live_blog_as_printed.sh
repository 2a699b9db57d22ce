#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Values that the community chart refuses: Start says so before it builds anything, and names each key.
. "$(dirname "$0")/lib.sh"
live_begin printed
mkdir -p "$workspace"/{dags,dbt,python_tasks,logs}
chmod 1777 "$workspace/logs"
cp "$live_source/tests/bench/workspaces/community/"{kind-cluster.yaml,Dockerfile} "$workspace"
cp "$live_source/tests/live/workspaces/as-printed/local.values.yaml" "$workspace"
before=$(live_py tree "$workspace")
nodes=$(docker ps -aq | sort | cksum)

ws start
[ "$code" = 2 ] || live_fail "start ended with $code, not 2: $(cat "$live_root/err")"
for key in workers.enabled flower.enabled redis.enabled scheduler.logCleanup.enabled; do
  grep -qF "$key" "$live_root/err" || live_fail "$key is not named: $(cat "$live_root/err")"
done
for verb in build create upgrade load; do
  [ -z "$(live_py started "$WINDSOCK_LEDGER" "$verb")" ] || live_fail "a child with “$verb” was started"
done
[ "$(docker ps -aq | sort | cksum)" = "$nodes" ] || live_fail "a container was made"
[ "$(live_py tree "$workspace")" = "$before" ] || live_fail "something was written into the folder"
