#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The demo without containers: healthy, a DAG run by REST, its log in ./logs; start again changes nothing; kill -9 of a part and of the
# supervisor; stop leaves no process, delete no file. Needs an index of Python packages and a Python, no engine.
. "$(dirname "$0")/standalone_lib.sh"
standalone_begin
make_workspace "$root/workspace"
# Here the option alone says it; the other tests have it in the file.
sed -i '/^mode: /d' "$workspace/windsock.yaml"

ws_ok start --mode standalone
state_is running
grep -q '"mode": "standalone"' "$root/out" || fail "the mode is not named: $(cat "$root/out")"

standalone_py run-dag "$url" admin admin example_etl
[ -n "$(find "$workspace/logs" -path '*dag_id=example_etl*' -name '*.log')" ] || fail "its log is not in ./logs"
say "the DAG run succeeded, its log is in ./logs"

before=$(components)
ws_ok start
[ "$(components)" = "$before" ] || fail "a start with nothing to do restarted something"

for part in web scheduler triggerer; do
  pid=$(components | sed -n "s/^$part //p" | tail -n 1)
  begun=$SECONDS
  kill -9 "$pid"
  standalone_py back "$WINDSOCK_HOME" "$part" "$pid" 10
  say "kill -9 of $part: back after $((SECONDS - begun)) s"
done
ws_ok start

kill -9 "$(cat "$WINDSOCK_HOME"/state/workspaces/*/standalone/supervisor.lock)"
begun=$SECONDS
while [ "$(state)" = running ]; do
  [ $((SECONDS - begun)) -lt 15 ] || fail "kill -9 of the supervisor is not noticed"
done
ws_ok start
state_is running

standalone_py remember "$root" "$root/before" >/dev/null
ws_ok stop
state_is stopped
standalone_py all-gone "$root/before"
none_left
ws_ok start
ws_ok delete --confirm "$name"
none_left
[ ! -e "$(echo "$WINDSOCK_HOME"/state/workspaces/*/standalone)" ] || fail "files are left after delete"
say "passed"
