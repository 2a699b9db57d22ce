#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The demo without containers: healthy, a DAG run by REST, its log in ./logs; start again changes nothing; kill -9 of a part and of the
# supervisor; stop leaves no process, delete no file. Needs an index of Python packages and a Python, no engine.
set -euo pipefail
bin=${WINDSOCK_BIN:?the program}
if ! python3 -m pip download --quiet --no-deps --dest "$(mktemp -d)" six >/dev/null 2>&1; then
  echo "live: skipped: no index of Python packages answers"
  exit 77
fi
root=$(mktemp -d "${TMPDIR:-/var/tmp}/windsock-standalone.XXXXXX")
export WINDSOCK_HOME=$root/home NO_COLOR=1 AIRFLOW__CORE__FERNET_KEY=hostile PYTHONPATH=/hostile AIRFLOW_HOME=/hostile
workspace=$root/workspace
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
say() { echo "live: $*"; }
fail() {
  say "FAILED: $*"
  tail -n 30 "$root"/home/state/workspaces/*/standalone/logs/*.log "$root"/home/state/workspaces/*/standalone/supervisor.log 2>/dev/null || true
  exit 1
}
cleanup() {
  "$bin" delete -C "$workspace" --confirm airflow >/dev/null 2>&1 || true
  rm -rf "$root"
}
trap cleanup EXIT
ws() { "$bin" "$@" -C "$workspace" >"$root/out" 2>&1; }
ws_ok() {
  local begun=$SECONDS
  ws "$@" || { local code=$?; cat "$root/out"; fail "windsock $* ended with $code"; }
  say "windsock $*: $((SECONDS - begun)) s"
}
field() { # of status --json
  "$bin" status --json -C "$workspace" | python3 -c "import json, sys; print(json.load(sys.stdin)$1)"
}
api() { curl -fsS -m 10 -u admin:admin -H 'Content-Type: application/json' "http://127.0.0.1:$port/api/v1/$1" "${@:2}"; }
# Processes that carry the supervisor's mark, also where they have a title of their own.
ours() { pgrep -f "$root" | wc -l; }

"$bin" init "$workspace" >/dev/null
sed -i "s/port: 8080/port: $port/" "$workspace/windsock.yaml"
ws_ok start --mode standalone
[ "$(field "['state']")" = running ] || fail "not running: $(field "['state']")"
[ "$(field "['mode']")" = standalone ] || fail "the mode is not named"

dag=$(api dags | python3 -c 'import json, sys; print(json.load(sys.stdin)["dags"][0]["dag_id"])')
api "dags/$dag" -X PATCH -d '{"is_paused": false}' >/dev/null
api "dags/$dag/dagRuns" -X POST -d '{"dag_run_id": "live"}' >/dev/null
for _ in $(seq 1 240); do
  state=$(api "dags/$dag/dagRuns/live" | python3 -c 'import json, sys; print(json.load(sys.stdin)["state"])')
  case $state in success | failed) break ;; esac
  sleep 0.25
done
[ "$state" = success ] || fail "the DAG run is $state"
find "$workspace/logs" -path '*run_id=live*' -name '*.log' | grep -q . || fail "its log is not in ./logs"
say "the DAG run succeeded, its log is in ./logs"

web() { python3 - "$root" <<'P'
import glob, json, os, sys
for file in glob.glob(sys.argv[1] + "/home/state/workspaces/*/standalone/children.json"):
    for child in json.load(open(file))["children"]:
        print(child["component"], child["leader"]["pid"])
P
}
before=$(web)
ws_ok start
[ "$(web)" = "$before" ] || fail "a start with nothing to do restarted something"

for part in web scheduler triggerer; do
  pid=$(web | sed -n "s/^$part //p" | tail -n 1)
  kill -9 "$pid"
  begun=$SECONDS
  until new=$(web | sed -n "s/^$part //p" | tail -n 1) && [ "$new" != "$pid" ] && kill -0 "$new" 2>/dev/null; do
    [ $((SECONDS - begun)) -lt 10 ] || fail "$part is not back 10 s after kill -9"
    sleep 0.1
  done
  say "kill -9 of $part: back after $((SECONDS - begun)) s"
done
ws_ok start

pid=$(cat "$root"/home/state/workspaces/*/standalone/supervisor.lock)
kill -9 "$pid"
begun=$SECONDS
while [ "$(field "['state']")" = running ]; do
  [ $((SECONDS - begun)) -lt 15 ] || fail "kill -9 of the supervisor is not noticed"
  sleep 0.2
done
ws_ok start
[ "$(field "['state']")" = running ] || fail "not running after kill -9 of the supervisor"

ws_ok stop
[ "$(field "['state']")" = stopped ] || fail "not stopped"
[ "$(ours)" = 0 ] || { pgrep -af "$root"; fail "processes are left after stop"; }
ws_ok start
ws_ok delete --confirm airflow
[ "$(ours)" = 0 ] || fail "processes are left after delete"
[ ! -e "$(echo "$root"/home/state/workspaces/*/standalone)" ] || fail "files are left after delete"
say "passed"
