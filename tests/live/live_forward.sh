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

# A second forward has nothing to do: the page is reachable already, and it says by whom.
ws_ok forward
grep -q "kept by another Windsock" "$live_root/err" || live_fail "the second forward does not say who keeps the page: $(cat "$live_root/err")"
live_py healthy "$live_url" 5

# A stranger's port is named with its holder, and what would be free.
kill -9 "${live_pids[0]}"
wait "${live_pids[0]}" 2>/dev/null || true
python3 -m http.server --bind 127.0.0.1 "$live_port" >/dev/null 2>&1 &
stranger=$!
live_pids+=("$stranger")
until (exec 3<>"/dev/tcp/127.0.0.1/$live_port") 2>/dev/null; do kill -0 "$stranger" || live_fail "nothing can listen on $live_port"; done
ws forward
[ "$code" = 9 ] || live_fail "a forward on a stranger's port ended with $code, not 9"
grep -q "process $stranger" "$live_root/err" || live_fail "who holds the port is not said: $(cat "$live_root/err")"
kill "$stranger"
live_py no-children 5 "$live_root" "$live_cluster"
ws_ok delete --confirm "$live_cluster"
