#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The start that a team types by hand, one command after the other: what `windsock start` is measured against.
# usage: serial-script.sh up|away|down   (settings come from the environment, see below)
#   up    docker build; kind create; kind load; helm upgrade; wait for web; kubectl port-forward; ask for health.
#         Leaves the forward running; its process id is in $SERIAL_STATE/forward.pid.
#   away  ends the forward, nothing else.
#   down  ends the forward and deletes the cluster.
# A line "stamp NAME SECONDS" goes to stdout when a part has ended. Nothing here is tuned: default probes, default flags.
set -euo pipefail

name=${SERIAL_CLUSTER:?cluster name}
port=${SERIAL_PORT:?local port}
state=${SERIAL_STATE:?folder for the kubeconfig and Helm caches}
folder=${SERIAL_WORKSPACE:?workspace folder}
chart_repo=${SERIAL_CHART_REPO:?chart repository address}
chart_version=${SERIAL_CHART_VERSION:?chart version}
flavor=${SERIAL_FLAVOR:-community}
image=airflow-local:local
release=airflow-local
# Own files, so that a measurement does not touch ~/.kube/config or Helm's own caches.
export KUBECONFIG="$state/kubeconfig"
export HELM_CACHE_HOME="$state/helm/cache" HELM_CONFIG_HOME="$state/helm/config" HELM_DATA_HOME="$state/helm/data"
mkdir -p "$state"

if [ "$flavor" = official ]; then
  web=airflow-local-api-server health_path=/api/v2/monitor/health
else
  web=airflow-local-web health_path=/health
fi

now() { printf '%s' "${EPOCHREALTIME:-$(date +%s)}"; }
stamp() { printf 'stamp %s %s\n' "$1" "$(now)"; }

cluster_exists() { kind get clusters 2>/dev/null | grep -qx "$name"; }

web_is_ready() {
  [ "$(kubectl get deployment "$web" -o 'jsonpath={.status.readyReplicas}' 2>/dev/null)" = 1 ]
}

is_healthy() {
  curl -fsS --max-time 5 "http://127.0.0.1:$port$health_path" 2>/dev/null | python3 -c '
import json, sys
health = json.load(sys.stdin)
sys.exit(0 if all(health[part]["status"] == "healthy" for part in ("metadatabase", "scheduler")) else 1)' 2>/dev/null
}

# until NAME LIMIT COMMAND: tries every second, as such scripts do.
until_true() {
  local what=$1 limit=$2 begun=$SECONDS
  shift 2
  until "$@"; do
    if ((SECONDS - begun > limit)); then
      echo "$what: not reached within $limit s" >&2
      kubectl get pods -A >&2 || true
      return 1
    fi
    sleep 1
  done
}

forward_lives() { [ -s "$state/forward.pid" ] && kill -0 "$(cat "$state/forward.pid")" 2>/dev/null; }

up() {
  cd "$folder"
  stamp begin
  docker build -q -t "$image" . >/dev/null
  stamp build
  cluster_exists || kind create cluster --name "$name" --config kind-cluster.yaml >"$state/create.log" 2>&1 ||
    { cat "$state/create.log" >&2; return 1; }
  stamp create
  kind load docker-image "$image" --name "$name" >"$state/load.log" 2>&1 || { cat "$state/load.log" >&2; return 1; }
  stamp load
  helm upgrade --install "$release" airflow --repo "$chart_repo" --version "$chart_version" --values local.values.yaml \
    >"$state/helm.log" 2>&1 || { cat "$state/helm.log" >&2; return 1; }
  stamp helm
  until_true "web ready" 400 web_is_ready
  stamp ready
  if ! forward_lives; then
    kubectl port-forward "deployment/$web" "$port:8080" --address 127.0.0.1 >"$state/forward.log" 2>&1 &
    echo $! >"$state/forward.pid"
    disown
  fi
  until_true "healthy" 200 is_healthy
  stamp healthy
}

away() {
  if forward_lives; then
    kill "$(cat "$state/forward.pid")" 2>/dev/null || true
  fi
  rm -f "$state/forward.pid"
}

down() {
  away
  kind delete cluster --name "$name" >/dev/null 2>&1
}

case "${1:-}" in
up) up ;;
away) away ;;
down) down ;;
*)
  sed -n '3,10p' "$0" >&2
  exit 2
  ;;
esac
