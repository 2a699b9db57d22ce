#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the tests of the mode standalone need: a folder of their own with Windsock's home in it, workspaces with a free port, a caller
# whose environment is hostile, and a clean-up that also runs after a failure. Sourced; then call `standalone_begin`.
# shellcheck shell=bash
set -eEuo pipefail
trap 'say "line $LINENO: \"$BASH_COMMAND\" ended with $?" >&2' ERR
standalone_here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

say() { printf 'live: %s\n' "$*"; }
skip() { echo "live: skipped: $*"; exit 77; }
live_py() { python3 -B "$standalone_here/live.py" "$@"; }
standalone_py() { python3 -B "$standalone_here/standalone.py" "$@"; }
fail() {
  say "FAILED: $*"
  exit 1
}

standalone_begin() {
  bin=${WINDSOCK_BIN:?the program}
  [ -x "$bin" ] || fail "WINDSOCK_BIN does not name the program"
  [ -d /proc/self ] || skip "processes are looked up in /proc"
  root=$(mktemp -d "${TMPDIR:-/var/tmp}/windsock-standalone.XXXXXX")
  home=$root/home workspaces=() strangers=() mounts=()
  # A bare system has no pip that could be asked: there the first start tells.
  if python3 -m pip --version >/dev/null 2>&1 && ! python3 -m pip download --quiet --no-deps --dest "$root/probe" six >/dev/null 2>&1; then
    rm -rf "$root"
    skip "no index of Python packages answers"
  fi
  copies=$(standalone_py copies)
  # Words are compared: whatever language this machine speaks.
  export WINDSOCK_HOME=$home WINDSOCK_LEDGER=$root/ledger.jsonl NO_COLOR=1 LC_ALL=C.UTF-8
  # What `windsock` is run by. The test's own Python must not see it.
  caller=(env AIRFLOW__CORE__FERNET_KEY=hostile PYTHONPATH=/hostile AIRFLOW_HOME=/hostile)
  trap standalone_end EXIT
}

standalone_end() {
  local status=$? pid folder
  trap - EXIT
  trap - ERR
  set +e
  [ "$status" = 0 ] || [ "$status" = 77 ] || standalone_evidence
  for pid in ${strangers[@]+"${strangers[@]}"}; do kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null; done
  for folder in "$root"/*/state/workspaces/*/standalone; do
    [ -e "$folder" ] && standalone_delete_all "${folder%/state/workspaces/*}"
  done
  standalone_py end-left "$root" || [ "$status" != 0 ] || status=1
  for folder in ${mounts[@]+"${mounts[@]}"}; do umount "$folder" 2>/dev/null; done
  standalone_py remove-copies <<<"$copies"
  rm -rf "$root"
  exit "$status"
}

standalone_delete_all() { # HOME: of the workspaces, those that have something in it
  local folder
  for folder in ${workspaces[@]+"${workspaces[@]}"}; do
    WINDSOCK_HOME=$1 "$bin" delete -C "$folder" --confirm "$(standalone_name "$folder")" >/dev/null 2>&1
  done
}

standalone_evidence() {
  say "---- last output"
  tail -n 40 "$root/out" "$root/err" 2>/dev/null
  say "---- logs"
  tail -n 15 "$root"/*/state/workspaces/*/standalone/logs/*.log "$root"/*/state/workspaces/*/standalone/supervisor.log 2>/dev/null
}

# make_workspace FOLDER [OPTION…]: as `init` makes it, with a cluster's name and a port of its own; it becomes the current one. Its file
# says the mode: a delete after a failure must never be understood as one of a cluster that somebody else has.
make_workspace() {
  "$bin" init "$1" --name "ws-$(basename "$1")-$$" "${@:2}" >/dev/null || fail "init $*"
  live_py set "$1/windsock.yaml" mode standalone
  live_py set "$1/windsock.yaml" web.port "$(live_py free-port)"
  workspaces+=("$1")
  use "$1"
}
standalone_name() { sed -n 's/^  name: \(ws-.*\)$/\1/p' "$1/windsock.yaml"; }
use() { # FOLDER: of the verbs from here on
  workspace=$1
  name=$(standalone_name "$1")
  port=$(sed -n 's/^  port: //p' "$1/windsock.yaml")
  url="http://127.0.0.1:$port"
}

# ws VERB…: the program on the current workspace; its output is in $root/out and err, its code in $code, ms in $took.
ws() {
  local begun verb=$1
  shift
  begun=$(date +%s%N)
  code=0
  "${caller[@]}" "$bin" "$verb" -C "$workspace" "$@" >"$root/out" 2>"$root/err" </dev/null || code=$?
  took=$((($(date +%s%N) - begun) / 1000000))
}
ws_ok() {
  ws "$@"
  [ "$code" = 0 ] || fail "windsock $* ended with $code: $(tail -n 15 "$root/err")"
  say "windsock $*: $took ms"
}
# refused TITLE CODE PATTERN…: how the last ws has ended, and that its error says every pattern.
refused() {
  local title=$1 wanted=$2 pattern
  shift 2
  [ "$code" = "$wanted" ] || fail "$title: exit code $code, not $wanted: $(tail -n 15 "$root/err")"
  for pattern in "$@"; do
    grep -Eq -- "$pattern" "$root/err" || fail "$title: no “$pattern” in: $(tail -n 15 "$root/err")"
  done
  say "$title: refused with $wanted after $took ms"
}

state() { ws status --json; live_py state "$root/out"; }
state_is() {
  local seen
  seen=$(state)
  [ "$seen" = "$1" ] || fail "the state is $seen, not $1"
}
components() { standalone_py components "$WINDSOCK_HOME"; }
none_left() { standalone_py none-left "$root" "${1:-0}" || fail "processes are left"; }
