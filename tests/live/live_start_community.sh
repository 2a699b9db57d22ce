#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The main job on the demo workspace: start, a DAG through the KubernetesExecutor, its logs on the host, start again,
# pause, stop, delete.
. "$(dirname "$0")/lib.sh"
live_begin start
live_demo
before=$(live_py tree "$workspace")

ws_ok doctor
ws_ok start
state_is running
ws_background forward
live_py healthy "$live_url" 60
live_py dag "$live_url" example_etl "$workspace/logs"

# Again on a healthy cluster: nothing is done, and that takes no time.
live_private_config
pods() { kubectl --kubeconfig "$live_root/kubeconfig" get pods -l '!kubernetes_executor' -o 'jsonpath={range .items[*]}{.metadata.name} {.status.containerStatuses[*].restartCount};{end}'; }
pods_before=$(pods)
ws_ok start
[ "$took" -le 2000 ] || live_fail "start on a healthy cluster took $took ms"
[ "$(pods)" = "$pods_before" ] || live_fail "start on a healthy cluster replaced a pod"
[ "$(live_py tree "$workspace")" = "$before" ] || live_fail "the workspace's files were changed"

ws_ok pause
state_is paused
ws_ok start
live_py healthy "$live_url" 15

# Without the right name nothing is deleted.
ws delete
[ "$code" = 2 ] || live_fail "delete without --confirm ended with $code"
ws delete --confirm other
[ "$code" = 2 ] || live_fail "delete with another name ended with $code"
state_is running

# What a second terminal does behind our back is seen at the next look.
live_remove_cluster "$live_cluster"
state_is absent
ws_ok delete --confirm "$live_cluster"
live_end_background
live_py no-children 5 "$live_root" "$live_cluster"
