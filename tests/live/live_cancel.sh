#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Ctrl+C in each step of Start: over within 15 s, exit code 130, the state is named, no child is left; and a cluster that
# was there before the run is still there after it.
. "$(dirname "$0")/lib.sh"
live_begin cancel
live_demo
ws_ok start
read -r -a steps <<<"$(live_py steps "$WINDSOCK_HOME")"

# The load begins while its cluster is still being made; most of it comes after.
steps+=(image.load:import)

cancel_in() { # STEP[:WORD]
  local answer word exit_code seconds
  answer=$(live_py hit "$WINDSOCK_HOME" SIGINT "$1" "$WINDSOCK_BIN" start -C "$workspace")
  read -r word exit_code seconds <<<"$answer"
  live_say "Ctrl+C in $1: $answer"
  [ "$word" = hit ] || return 0 # too short to be hit: it cannot hold anybody up either
  [ "$exit_code" = 130 ] || live_fail "Ctrl+C in $1: exit code $exit_code, not 130"
  [ "${seconds%.*}" -lt 15 ] || live_fail "Ctrl+C in $1: over after $seconds s"
  grep -q "The cluster is now" "$WINDSOCK_HOME/hit.log" || live_fail "Ctrl+C in $1: the state is not named"
  live_py no-children 2 "$live_root" "$live_cluster"
}

for step in "${steps[@]}"; do
  ws_ok delete --confirm "$live_cluster"
  echo "# $step $RANDOM" >>"$workspace/requirements.txt"
  cancel_in "$step"
done

# Now with a cluster from before: an upgrade is canceled, the cluster stays and Start goes on.
ws_ok start
printf '\n# edited\ntriggerer:\n  enabled: false\n' >>"$workspace/local.values.yaml"
for step in "${steps[@]}"; do cancel_in "$step"; done
kind get clusters 2>/dev/null | grep -qx "$live_cluster" || live_fail "a canceled upgrade deleted the cluster"
ws_ok start
state_is running
