#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Two workspaces side by side on one machine, both with the same web port in their files: the second is told who has it and takes the
# next free one; each stops and goes without the other noticing.
. "$(dirname "$0")/lib.sh"
live_begin two
live_demo
first=$workspace first_cluster=$live_cluster
second="$live_root/second" second_cluster="$live_cluster-b"
live_also_ends() { live_remove_cluster "$second_cluster"; }
cp -R "$first" "$second"
chmod 1777 "$second/logs"
live_py set "$second/windsock.yaml" cluster.name "$second_cluster"

ws_ok start
ws_background forward
live_py healthy "$live_url" 60

# The second: same port in its file. Without --fix the page's way is what is missing, and it says by whom the port is held and what is free.
workspace=$second
ws doctor --json
next=$(python3 -c '
import json, sys
for finding in json.load(open(sys.argv[1]))["findings"]:
    for remedy in finding.get("remedies", []):
        if remedy["id"] == "port.next":
            print(remedy["argument"])' "$live_root/out")
grep -q windsock "$live_root/out" || live_fail "who holds the port is not said: $(cat "$live_root/out")"
[ -n "$next" ] && [ "$next" != "$live_port" ] || live_fail "no other port is offered: $(cat "$live_root/out")"
ws_ok start --fix
state_is running
ws_background forward --port "$next"
live_py healthy "http://127.0.0.1:$next" 60
live_py healthy "$live_url" 20
live_py dag "http://127.0.0.1:$next" example_etl "$second/logs"
[ -z "$(find "$first/logs" -path '*dag_id=example_etl*' -name '*.log' -print -quit)" ] || live_fail "the second's task wrote into the first's logs"

# Neither notices what happens to the other.
workspace=$first
ws_ok stop
state_is stopped
workspace=$second
state_is running
live_py healthy "http://127.0.0.1:$next" 20
ws_ok delete --confirm "$second_cluster"
workspace=$first
ws_ok start
live_py healthy "$live_url" 60
kill -0 "${live_pids[0]}" || live_fail "the first one's forward ended by itself"
ws_ok delete --confirm "$first_cluster"
live_end_background
live_py no-children 5 "$live_root" "$first_cluster"
