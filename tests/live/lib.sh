# SPDX-License-Identifier: Apache-2.0
# What every live test needs: a cluster name, a workspace and a home of its own, a hostile user configuration that must
# stay untouched, and a clean-up that also runs after a failure. Sourced; then call `live_begin`.
# shellcheck shell=bash
set -eEuo pipefail
# A command that fails unexpectedly says which one: a silent end of a test teaches nothing.
trap 'live_say "line $LINENO: \"$BASH_COMMAND\" ended with $?"' ERR
live_here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
live_source="$(cd "$live_here/../.." && pwd)"

live_say() { printf 'live: %s\n' "$*"; }
live_fail() { live_say "FAILED: $*"; exit 1; }
live_skip() { echo "$*"; exit 77; }
live_py() { python3 -B "$live_here/live.py" "$@"; }

live_begin() { # NAME: also the start of the cluster's name
  [ "${AIRFLOW_LAB:-}" = 1 ] || live_skip "AIRFLOW_LAB is not 1: no container engine was offered for tests"
  local tool
  for tool in docker kind helm kubectl python3; do
    command -v "$tool" >/dev/null || live_skip "$tool is not there"
  done
  docker info >/dev/null 2>&1 || live_skip "the container engine does not answer"
  [ -x "${WINDSOCK_BIN:-}" ] || live_fail "WINDSOCK_BIN does not name the program"
  live_root=$(mktemp -d "${TMPDIR:-/tmp}/windsock-live.XXXXXX")
  live_cluster="ws-$1-$$"
  live_port=$(live_py free-port)
  live_url="http://127.0.0.1:$live_port"
  live_pids=()
  workspace="$live_root/workspace"
  # Everything of Windsock's own goes below one folder; what the user has is hostile and must not change.
  export WINDSOCK_HOME="$live_root/home" WINDSOCK_LEDGER="$live_root/ledger.jsonl"
  export HOME="$live_root/user" KUBECONFIG="$live_root/user/other-config"
  mkdir -p "$WINDSOCK_HOME" "$HOME/.kube"
  live_decoy "$HOME/.kube/config"
  live_decoy "$KUBECONFIG"
  live_mark=$(cat "$HOME/.kube/config" "$KUBECONFIG" | cksum)
  export NO_COLOR=1 WINDSOCK_CHART_REPO="${AIRFLOW_LAB_CHART_REPO:-}"
  trap live_end EXIT
}

# A kubeconfig whose current context is a cluster that nobody may touch.
live_decoy() {
  cat >"$1" <<'Y'
apiVersion: v1
kind: Config
current-context: production
clusters:
  - {name: production, cluster: {server: "https://127.0.0.1:9"}}
contexts:
  - {name: production, context: {cluster: production, user: nobody}}
users:
  - {name: nobody, user: {token: not-a-token}}
Y
}

live_also_ends() { :; } # what a test has to end beside its cluster

live_end() {
  local status=$?
  trap - EXIT
  trap - ERR
  set +e
  local pid
  for pid in ${live_pids[@]+"${live_pids[@]}"}; do kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null; done
  if [ "$status" = 0 ]; then
    live_untouched || status=1
  fi
  [ "$status" = 0 ] || [ "$status" = 77 ] || live_evidence
  live_also_ends
  live_remove_cluster "$live_cluster"
  chmod -R u+rwX "$live_root" 2>/dev/null
  rm -rf "$live_root"
  exit "$status"
}

# A paused node cannot be deleted by every engine, hence the unpause.
live_remove_cluster() {
  docker unpause "$1-control-plane" >/dev/null 2>&1 || true
  kind delete cluster --name "$1" --kubeconfig "$live_root/kubeconfig" >/dev/null 2>&1 || true
}

live_untouched() {
  [ "$(cat "$HOME/.kube/config" "$KUBECONFIG" | cksum)" = "$live_mark" ] || { live_say "FAILED: the user's kubeconfig was changed"; return 1; }
  [ ! -f "$WINDSOCK_LEDGER" ] || live_py ledger "$WINDSOCK_LEDGER" "$live_root/user" || return 1
}

live_evidence() {
  live_say "---- last output"
  tail -n 40 "$live_root/out" "$live_root/err" "$WINDSOCK_HOME/hit.log" 2>/dev/null
  local runs=("$WINDSOCK_HOME"/state/workspaces/*/runs/*) last
  last=${runs[${#runs[@]} - 1]}
  live_say "---- $last"
  tail -n 15 "$last"/*.log "$last"/run.json 2>/dev/null
  live_private_config && kubectl --kubeconfig "$live_root/kubeconfig" get pods -A 2>/dev/null
}

# For the test's own questions: kubectl --kubeconfig "$live_root/kubeconfig".
live_private_config() { kind get kubeconfig --name "$live_cluster" >"$live_root/kubeconfig" 2>/dev/null; }

# A workspace as `init` makes it, with a name, node image and port of its own.
live_own_names() {
  live_py set "$workspace/windsock.yaml" cluster.name "$live_cluster"
  live_py set "$workspace/windsock.yaml" cluster.nodeImage "$AIRFLOW_LAB_NODE_IMAGE"
  live_py set "$workspace/windsock.yaml" web.port "$live_port"
  chmod 1777 "$workspace/logs"
}
live_demo() {
  cp -R "$live_source/examples/demo" "$workspace"
  rm -rf "${workspace:?}/logs"
  mkdir "$workspace/logs"
  live_own_names
}

# ws VERB…: runs the program on the workspace; its output is in $live_root/out and err, its code in $code, seconds in $took.
ws() {
  local begun verb=$1
  shift
  begun=$(date +%s%N)
  code=0
  "$WINDSOCK_BIN" "$verb" -C "$workspace" "$@" >"$live_root/out" 2>"$live_root/err" </dev/null || code=$?
  took=$((($(date +%s%N) - begun) / 1000000)) # ms
}
ws_ok() {
  ws "$@"
  [ "$code" = 0 ] || live_fail "windsock $* ended with $code: $(tail -n 12 "$live_root/err")"
  live_say "windsock $*: $took ms"
}
ws_background() { # VERB…: ended by the clean-up
  local verb=$1
  shift
  "$WINDSOCK_BIN" "$verb" -C "$workspace" "$@" >"$live_root/background" 2>&1 </dev/null &
  live_pids+=($!)
}

# As Ctrl+C does, which the background of a script ignores: it must take its own children with it.
live_end_background() {
  local pid
  for pid in ${live_pids[@]+"${live_pids[@]}"}; do
    kill -TERM "$pid" 2>/dev/null || true
    wait "$pid" || true
  done
  live_pids=()
}

state() { ws status --json; live_py state "$live_root/out"; }
state_is() {
  local seen
  seen=$(state)
  [ "$seen" = "$1" ] || live_fail "the state is $seen, not $1"
}
