#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# From "without containers" into a cluster: what was made by hand is there, as a task sees it; a move that cannot begin, or is canceled, has
# lost nothing; of the old place nothing is left. Both charts.
. "$(dirname "$0")/lib.sh"
live_begin move
standalone_py() { python3 -B "$live_here/standalone.py" "$@"; }
live_also_ends() { standalone_py end-left "$live_root" >/dev/null || true; }
objects=$live_here/workspaces/objects-by-hand
python3 -m pip download --quiet --no-deps --dest "$live_root/probe" six >/dev/null 2>&1 || live_skip "no index of Python packages answers"

has_all() { standalone_py shows "$live_url" admin admin "$objects/expected.json"; }
mode_is() {
  ws status --json
  grep -q "\"mode\": \"$1\"" "$live_root/out" || live_fail "the mode is not $1: $(cat "$live_root/out")"
}

move() { # CHART
  workspace=$live_root/$1
  "$WINDSOCK_BIN" init "$workspace" --chart "$1" >/dev/null || live_fail "init --chart $1"
  live_own_names
  cp "$live_here/workspaces/objects/dags/see_objects.py" "$workspace/dags"

  ws start --move
  [ "$code" = 8 ] || live_fail "there was nothing to move, and it ended with $code"
  ws_ok start --mode standalone
  standalone_py make "$live_url" admin admin "$objects/objects.json"
  has_all

  DOCKER_HOST=unix:///nowhere/docker.sock ws start --move
  [ "$code" != 0 ] || live_fail "it moved without a container engine"
  state_is running
  live_py healthy "$live_url" 5

  answer=$(live_py hit "$WINDSOCK_HOME" SIGINT cluster:create "$WINDSOCK_BIN" start --move -C "$workspace")
  live_say "canceled while the cluster is made: $answer"
  [[ $answer == "hit 130 "* ]] || live_fail "the cancel ended with: $answer"
  mode_is standalone
  ws_ok start --mode standalone
  live_py healthy "$live_url" 10
  has_all

  ws_ok start --move
  mode_is kind
  state_is running
  ws_background forward
  live_py healthy "$live_url" 60
  has_all
  standalone_py dag-sees "$live_url" admin admin see_objects "$objects/secrets.json" "hostile-$$"
  live_end_background
  [ -z "$(find "$WINDSOCK_HOME"/state/workspaces -maxdepth 2 -name standalone)" ] || live_fail "files of the old place are left"
  standalone_py none-left "$live_root" 0 || live_fail "processes of the old place are left"
  ws_ok start
  # It looks, and may see to it that the login works while that is young.
  [ -z "$(live_py steps "$WINDSOCK_HOME" | sed -E 's/\b(check|login)\b//g; s/ //g')" ] || live_fail "a start after the move did something"
  ! grep -rqF "k3y-by-hand" "$WINDSOCK_HOME/state" "$WINDSOCK_LEDGER" || live_fail "a secret was written down"
  ws_ok delete --confirm "$live_cluster"
  state_is absent
}

move community
export WINDSOCK_CHART_REPO="$AIRFLOW_LAB_OFFICIAL_CHART_REPO"
move official
