#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# kill -9 in each step of Start: no child is left, and the next Start makes it good. Then `kind delete` behind its back.
. "$(dirname "$0")/lib.sh"
live_begin kill
live_demo
ws_ok start
read -r -a steps <<<"$(live_py steps "$WINDSOCK_HOME")"
[ ${#steps[@]} -ge 5 ] || live_fail "only these steps ran: ${steps[*]}"
# The load begins while its cluster is still being made; most of it comes after.
steps+=(image.load:import)

for step in "${steps[@]}"; do
  ws_ok delete --confirm "$live_cluster"
  # A rebuilt image, so that the image steps have something to do.
  echo "# $step $RANDOM" >>"$workspace/requirements.txt"
  answer=$(live_py hit "$WINDSOCK_HOME" SIGKILL "$step" "$WINDSOCK_BIN" start -C "$workspace")
  live_say "kill -9 in $step: $answer"
  live_py no-children 5 "$live_root" "$live_cluster"
  ws_ok start
  state_is running
done

live_remove_cluster "$live_cluster"
state_is absent
ws_ok start
state_is running
