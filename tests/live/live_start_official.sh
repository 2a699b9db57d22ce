#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The official chart with Airflow 3, from `init` to a DAG run's log; then stop and start again.
. "$(dirname "$0")/lib.sh"
live_begin official
export WINDSOCK_CHART_REPO="$AIRFLOW_LAB_OFFICIAL_CHART_REPO"
"$WINDSOCK_BIN" init "$workspace" --chart official >/dev/null || live_fail "init --chart official"
live_own_names

ws_ok start
state_is running
ws_background forward
live_py healthy "$live_url" 60
live_py dag "$live_url" example_etl "$workspace/logs"
ws_ok stop
state_is stopped
ws_ok start
live_py healthy "$live_url" 60
ws_ok restart
state_is running
ws_ok delete --confirm "$live_cluster"
state_is absent
