#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The forward stays up: web pods are replaced under it, the cluster is paused, stopped and restarted; the port is the
# same throughout. A taken port is named, not avoided.
. "$(dirname "$0")/lib.sh"
live_begin forward
live_demo
ws_ok start
live_private_config
ws_background forward
live_py healthy "$live_url" 60
live_py delete-web "$live_root/kubeconfig" "$live_url" "${LIVE_WEB_DELETIONS:-20}" 5

ws_ok pause
ws_ok start
live_py healthy "$live_url" 20
ws_ok stop
ws_ok start
live_py healthy "$live_url" 20
ws_ok restart
live_py healthy "$live_url" 60
kill -0 "${live_pids[0]}" || live_fail "the forward ended by itself"

# A second forward finds the port taken: by whom, and what would be free.
ws forward
[ "$code" = 9 ] || live_fail "a second forward on the same port ended with $code, not 9"
grep -q "$live_port" "$live_root/err" || live_fail "the taken port is not named"

kill -9 "${live_pids[0]}"
live_py no-children 5 "$live_root" "$live_cluster"
ws_ok delete --confirm "$live_cluster"
