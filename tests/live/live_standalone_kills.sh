#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# kill -9 of each part of Airflow 2 and of Airflow 3, the database's server among them: back within ten seconds, with everything that was
# in the database, and the next DAG run succeeds.
. "$(dirname "$0")/standalone_lib.sh"
standalone_begin
objects=$standalone_here/workspaces/objects-by-hand

kills() { # CHART PART…
  local chart=$1 part pid begun
  make_workspace "$root/$chart" --chart "$chart"
  ws_ok start
  state_is running
  standalone_py make "$url" admin admin "$objects/objects.json"
  for part in "${@:2}"; do
    pid=$(components | sed -n "s/^$part //p" | tail -n 1)
    [ -n "$pid" ] || fail "$chart has no $part: $(components)"
    begun=$SECONDS
    kill -9 "$pid"
    standalone_py back "$WINDSOCK_HOME" "$part" "$pid" 10
    live_py healthy "$url" 60
    say "$chart, kill -9 of $part: healthy again after $((SECONDS - begun)) s"
  done
  state_is running
  standalone_py shows "$url" admin admin "$objects/expected.json"
  standalone_py run-dag "$url" admin admin example_etl
  standalone_py supervised-only "$root" 10
  ws_ok delete --confirm "$name"
  none_left
}

kills community postgres web scheduler triggerer
kills official postgres web scheduler dag-processor triggerer
say "passed"
