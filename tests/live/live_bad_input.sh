#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Bad input of every kind: a clear error that names the file (and line where there is one), exit code not 0, nothing
# written into the workspace, no image built, no cluster made.
. "$(dirname "$0")/lib.sh"
live_begin bad
wrong=0
rows=0

fresh() {
  chmod -R u+rwX "$workspace" 2>/dev/null || true
  rm -rf "$workspace" "$WINDSOCK_LEDGER"
  live_demo
}

# refused TITLE CODE PATTERN…: `start` ends with CODE ("2|8" names two) and says every pattern.
refused() {
  local title=$1 codes=$2 before pattern verb problem=
  shift 2
  rows=$((rows + 1))
  before=$(live_py tree "$workspace" 2>/dev/null || echo unreadable)
  ws start
  [[ "|$codes|" == *"|$code|"* ]] || problem="exit code $code, not $codes"
  for pattern in "$@"; do
    grep -Eq -- "$pattern" "$live_root/err" || problem="$problem; no “$pattern”"
  done
  [ "$(live_py tree "$workspace" 2>/dev/null || echo unreadable)" = "$before" ] || problem="$problem; the workspace was changed"
  for verb in build create upgrade load run delete; do
    [ -z "$(live_py started "$WINDSOCK_LEDGER" "$verb")" ] || problem="$problem; started “$verb”"
  done
  ((took < 10000)) || problem="$problem; took $took ms"
  if [ -n "$problem" ]; then
    wrong=$((wrong + 1))
    live_say "FAILED: $title: $problem"
    sed 's/^/    /' "$live_root/err" | tail -n 6
  fi
}

for file in windsock.yaml kind-cluster.yaml local.values.yaml; do
  fresh
  printf 'a: [1, 2\nb: }\n' >"$workspace/$file"
  refused "$file is no YAML" 2 "$file:[0-9]+"
  fresh
  printf 'a:\n\t- tab\n' >"$workspace/$file"
  refused "$file has a tab" 2 "$file:2"
  fresh
  rm "$workspace/$file"
  mkdir "$workspace/$file"
  refused "$file is a folder" "2|8" "$file"
  fresh
  head -c 52428800 /dev/zero | tr '\0' 'x' >"$workspace/$file"
  refused "$file has 50 MB" 2 "$file"
  fresh
  printf '\377\376\000bytes' >"$workspace/$file"
  refused "$file is no text" 2 "$file"
  if [ "$(id -u)" != 0 ]; then # root may read everything
    fresh
    chmod 000 "$workspace/$file"
    refused "$file may not be read" "2|7" "$file"
  fi
done

for port in 0 70000 -1 http; do
  fresh
  live_py set "$workspace/windsock.yaml" web.port "$port"
  refused "port $port" 2 'windsock.yaml:[0-9]+' 'port'
done

long=$(printf 'a%.0s' $(seq 300))
for name in '--kubeconfig=x' '"; rm -rf ~"' "$long" 'Upper' 'with_underscore' '../up' '""'; do
  fresh
  live_py set "$workspace/windsock.yaml" cluster.name "$name"
  refused "cluster name ${name:0:20}" 2 'windsock.yaml:[0-9]+'
done

fresh
printf 'clutser:\n  name: x\n' >>"$workspace/windsock.yaml"
ws start --dry-run
grep -q 'cluster' "$live_root/err" || { wrong=$((wrong + 1)); live_say "FAILED: no “did you mean” for an unknown key"; }

# A port that somebody else holds: by whom.
fresh
python3 -c '
import socket, sys, time
held = socket.socket(); held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
held.bind(("127.0.0.1", int(sys.argv[1]))); held.listen()
print("ready", flush=True); time.sleep(600)' "$live_port" >"$live_root/held" &
live_pids+=($!)
until grep -q ready "$live_root/held"; do kill -0 "${live_pids[0]}"; done
refused "taken port" 9 "$live_port" "python3?.*${live_pids[0]}|${live_pids[0]}.*python"
kill "${live_pids[0]}"

fresh
sed -i.bak 's/kind: Cluster/kind: Custer/' "$workspace/kind-cluster.yaml" && rm "$workspace/kind-cluster.yaml.bak"
refused "wrong kind of kind config" 2 'kind-cluster.yaml'
fresh
rm -rf "$workspace/dbt"
refused "missing mount folder" "2|8" 'dbt'
fresh
# A folder that is not the workspace's own is not opened for Airflow by Start itself.
mkdir -p "$live_root/elsewhere"
chmod 0755 "$live_root/elsewhere"
rm -rf "$workspace/logs"
ln -s "$live_root/elsewhere" "$workspace/logs"
refused "logs not writable for the pods" "2|7|9" 'logs'

workspace_kept=$workspace
workspace="$live_root/nowhere"
ws start
[ "$code" = 8 ] || { wrong=$((wrong + 1)); live_say "FAILED: a folder that is not there: exit code $code, not 8"; }
[ ! -e "$workspace" ] || { wrong=$((wrong + 1)); live_say "FAILED: the folder was made"; }
workspace=$workspace_kept

[ "$wrong" = 0 ] || live_fail "$wrong of $rows rows"
live_say "$rows rows refused, each with its reason"
