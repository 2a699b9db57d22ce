#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What can go wrong without containers: a taken port, no index, a full disk, no Python, tasks that do not want to end, ids of processes that
# mean others by now, kill -9 of Start in each step. Each says what is wrong, leaves nothing half made, and the next Start makes it good.
. "$(dirname "$0")/standalone_lib.sh"
standalone_begin
make_workspace "$root/workspace"
cp "$standalone_here/workspaces/faults/dags/stubborn.py" "$workspace/dags"
store=$WINDSOCK_HOME/data/pythons tools=$WINDSOCK_HOME/data/tools
skipped=()
leave_out() { skipped+=("$1") && say "left out: $1: $2"; }

# Of environments, tools and databases: what is there and not complete.
half_made() {
  local entry database
  standalone_py databases "$WINDSOCK_HOME" | while read -r database; do
    if [ -d "$database" ]; then find "$database" -maxdepth 1 -name 'data.new-*'; fi
  done
  for entry in "$store"/* "$store"/.[!.]* "$tools"/.uv-*; do
    case $entry in
    *'*' | */.locks) ;;
    "$store"/.*) echo "$entry" ;;
    "$store"/*) [ -f "$entry/windsock-environment.json" ] || echo "$entry" ;;
    *) echo "$entry" ;;
    esac
  done
}
nothing_half_made() { # AFTER-WHAT
  local found
  found=$(half_made)
  [ -z "$found" ] || fail "$1: half made: $found"
}
no_environment() {
  nothing_half_made "$1"
  [ -z "$(find "$store" -maxdepth 1 -name 'airflow-*' 2>/dev/null || true)" ] || fail "$1: there is an environment"
}
# small_disk FOLDER: 60 MB in its place, where we may mount.
small_disk() {
  mkdir -p "$1"
  [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=60m,mode=700 windsock-test "$1" 2>/dev/null || return 1
  mounts+=("$1")
}

# --- a port that somebody else holds: by whom
python3 -B -c '
import signal, socket, sys
held = socket.socket(); held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
held.bind(("127.0.0.1", int(sys.argv[1]))); held.listen()
print("ready", flush=True); signal.pause()' "$port" >"$root/held" &
holder=$!
strangers+=("$holder")
standalone_py wait-for "$root/held" ready 10 >/dev/null
ws start
refused "taken port" 9 "Port $port is in use" 'needed for the web page' "process $holder\)" 'another port'
[ ! -e "$store" ] || fail "taken port: something was made for it"
kill "$holder"
wait "$holder" || true
strangers=()

# --- an index that is not there: a home without uv, cache and environment
nowhere=http://127.0.0.1:9/simple
plain=("${caller[@]}") # env and its variables
# One retry each: pip tells only between two tries that nobody answers.
caller=(env -u UV_DEFAULT_INDEX -u UV_INDEX -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS -u PIP_EXTRA_INDEX_URL -u PIP_FIND_LINKS "${plain[@]:1}"
  "UV_INDEX_URL=$nowhere" "PIP_INDEX_URL=$nowhere" PIP_CONFIG_FILE=/dev/null PIP_RETRIES=1 UV_HTTP_RETRIES=1)
ws start
caller=("${plain[@]}")
refused "unreachable index" 6 'The package index cannot be reached' 'Check the network'
no_environment "unreachable index"

# --- the disk fills up while packages come
if small_disk "$WINDSOCK_HOME/cache"; then
  ws start
  refused "full disk under uv's cache" 4 'The disk is full' 'Free some space'
  no_environment "full disk under uv's cache"
  umount "$WINDSOCK_HOME/cache"
else
  leave_out "full disk under uv's cache" "mounting needs root"
fi
ws_ok start
state_is running
nothing_half_made "first start"
ws_ok stop
none_left

# --- hardly any room at all, seen before anything is made; then there is
if [ "$(awk '/^MemAvailable:/ { print $2 }' /proc/meminfo)" -lt 5000000 ]; then
  leave_out "small disk" "a disk in memory with an Airflow on it needs more of it"
elif small_disk "$root/small"; then
  WINDSOCK_HOME=$root/small
  ws start
  refused "small disk" 2 'There is little room on the disk' 'take about' 'Make room'
  [ ! -e "$root/small/data/pythons" ] || fail "small disk: an environment was begun"
  mount -o remount,size=4g,mode=700 "$root/small"
  ws_ok start
  state_is running
  ws_ok delete --confirm "$name"
  none_left
  WINDSOCK_HOME=$home
  umount "$root/small"
else
  leave_out "small disk" "mounting needs root"
fi
none_left

# --- no Python that fits: where each one that can be found says that it is a 3.6
cat >"$root/old-python" <<'S'
#!/bin/sh
printf 'windsock-python\tcpython\t3.6.15\tfinal\t%s\t\n' "$0"
S
cat >"$root/with-old-pythons" <<'S'
#!/bin/bash
# Runs a command where the Pythons of the usual folders are another program. In a mount namespace: nobody else sees it.
shopt -s nullglob
old=$1
shift
folders=({/usr,/usr/local,/opt/homebrew}/bin {/opt/homebrew,/usr/local,/home/linuxbrew/.linuxbrew}/opt/python@3.*/bin)
for folder in "${folders[@]}"; do
  for file in "$folder"/python3{,.[0-9],.[0-9][0-9]}; do
    if [ -f "$file" ]; then mount --bind "$old" "$(readlink -f "$file")" || exit 99; fi
  done
done
exec "$@"
S
chmod 755 "$root/old-python" "$root/with-old-pythons"
mkdir -p "$root/user"
namespace=(unshare --mount)
[ "$(id -u)" = 0 ] || namespace=(unshare --map-root-user --mount)
if [ "$("${namespace[@]}" "$root/with-old-pythons" "$root/old-python" /usr/bin/python3 2>/dev/null | cut -f 3)" = 3.6.15 ]; then
  caller=("${namespace[@]}" "$root/with-old-pythons" "$root/old-python" env -u PYENV_ROOT -u UV_PYTHON_INSTALL_DIR "HOME=$root/user"
    PATH=/usr/bin:/bin "${plain[@]:1}")
  ws start
  caller=("${plain[@]}")
  refused "no Python that fits" 3 'There is no Python for Airflow 2\.10\.5, which needs 3\.8 to 3\.12' 'Python 3\.6\.15 is too old' \
    'Install Python 3\.12'
else
  leave_out "no Python that fits" "this machine gives no mount namespace"
fi
ws_ok start

# --- no PostgreSQL: the system's is hidden, the index has none. It goes on with a file, and says so.
cat >"$root/without-postgres" <<'S'
#!/bin/bash
shopt -s nullglob
for folder in /usr/lib/postgresql /usr/lib/postgresql[0-9]* /usr/pgsql-[0-9]* /usr/local/pgsql /opt/homebrew/opt/postgresql@[0-9]*; do
  if [ -d "$folder" ]; then mount -t tmpfs none "$folder" || exit 99; fi
done
exec "$@"
S
chmod 755 "$root/without-postgres"
if [ "$(id -u)" = 0 ] && [ ! -x /usr/bin/postgres ] && unshare --mount "$root/without-postgres" true 2>/dev/null; then
  ws_ok delete --confirm "$name"
  rm -rf "$store"/postgres-*
  mkdir "$root/empty-index"
  python3 -B -u -m http.server --bind 127.0.0.1 --directory "$root/empty-index" 0 >"$root/index.log" 2>&1 &
  index=$!
  strangers+=("$index")
  standalone_py wait-for "$root/index.log" 'Serving HTTP' 10
  empty=http://127.0.0.1:$(sed -n 's/.* port \([0-9]*\) .*/\1/p' "$root/index.log")/simple
  caller=(unshare --mount "$root/without-postgres" env -u UV_DEFAULT_INDEX -u UV_INDEX -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS
    -u PIP_EXTRA_INDEX_URL -u PIP_FIND_LINKS "${plain[@]:1}" "UV_INDEX_URL=$empty" "PIP_INDEX_URL=$empty" PIP_CONFIG_FILE=/dev/null)
  ws_ok start
  caller=("${plain[@]}")
  grep -q 'SQLite' "$root/err" || fail "the start does not say what its database is: $(cat "$root/err")"
  state_is running
  ! grep -q '^postgres ' <<<"$(components)" || fail "there is a server"
  standalone_py run-dag "$url" admin admin example_etl
  ws_ok stop
  ws_ok start
  grep -q 'SQLite' "$root/err" || fail "with a PostgreSQL there again it forgot where its data lies: $(cat "$root/err")"
  state_is running
  standalone_py run-dag "$url" admin admin example_etl
  ws_ok reset --confirm "$name"
  grep -q '^postgres ' <<<"$(components)" || fail "the reset did not look for a server again"
  kill "$index"
  wait "$index" || true
  strangers=()
else
  leave_out "no PostgreSQL" "the system's cannot be hidden here"
fi

# --- tasks with children that do not want to end
mkdir "$root/stubborn"
standalone_py trigger "$url" admin admin stubborn "{\"folder\": \"$root/stubborn\"}"
for child in orphan bare; do
  pid=$(standalone_py wait-for "$root/stubborn/$child" '' 120)
  kill "$pid" # proves that it does not listen
  [ -n "$(readlink "/proc/$pid/exe")" ] || fail "the $child has ended by itself"
done
say "$(standalone_py remember "$root" "$root/before") processes before stop"
grep -q "\[$pid, " "$root/before" || fail "the test does not see the stubborn child itself"
ws_ok stop
standalone_py all-gone "$root/before"
none_left
[ "$took" -lt 30000 ] || fail "stop took $took ms"
grep -q "$name.*: Stopped" "$root/out" || fail "stop does not say so: $(cat "$root/out")"

# --- ids of processes that mean others by now: both at once, one of them in a session of its own
ws_ok start
say "killed: $(standalone_py kill-all "$root") processes"
sleep 1000 &
strange=$!
setsid sleep 1000 &
stranger=$!
strangers+=("$strange" "$stranger")
for pid in "$strange" "$stranger"; do # bash and setsid become sleep
  until [ "$(readlink "/proc/$pid/exe")" = "$(readlink -f "$(command -v sleep)")" ]; do kill -0 "$pid"; done
done
say "claimed: $(standalone_py claim "$WINDSOCK_HOME" "$strange" "$stranger") records"
strangers_live() {
  local pid
  for pid in "$strange" "$stranger"; do
    [ -n "$(readlink "/proc/$pid/exe")" ] || fail "$1 has ended process $pid, which is not ours"
  done
}
ws_ok status # a look alone harms nobody either
strangers_live status
ws_ok start
state_is running
strangers_live start
standalone_py supervised-only "$root" 0
ws_ok stop
strangers_live stop
ws_ok start
ws_ok delete --confirm "$name"
strangers_live delete
none_left
kill "$strange" "$stranger"
wait "$strange" "$stranger" || true
strangers=()

# --- kill -9 of Start in each step
anew() { # STEP: with nothing of Airflow's left, and with no environment where that is the step's work
  ws_ok delete --confirm "$name"
  [ "$1" != environment ] || rm -rf "$store"
}
recovers() { # AFTER-WHAT
  standalone_py supervised-only "$root" 10
  ws_ok start
  state_is running
  live_py healthy "$url" 10
  standalone_py supervised-only "$root" 0
  nothing_half_made "$1"
}
kill_in() { # STEP[:WORD of a child's argument list]: in the middle of its work
  local answer
  answer=$(live_py hit "$WINDSOCK_HOME" SIGKILL "$1" "${caller[@]}" "$bin" start -C "$workspace")
  say "kill -9 in $1: $answer"
  [ "${answer%% *}" = hit ] || fail "kill -9 in $1: missed: $(tail -n 12 "$WINDSOCK_HOME/hit.log")"
  recovers "kill -9 in $1"
}
kill_at() { # TITLE: as soon as the step says that it is over, which is where the next one begins
  say "kill -9 after “$1”: $(standalone_py hit-line "$1" SIGKILL "${caller[@]}" "$bin" start -C "$workspace")"
  recovers "kill -9 after “$1”"
}
state_folder=$(echo "$WINDSOCK_HOME"/state/workspaces/*)
for step in environment:install database:--no-sync "prepare:$state_folder/standalone/scripts/prepare.py" wait; do
  anew "${step%%:*}"
  kill_in "$step"
done
for title in 'Make the Python environment' 'Start the database' 'Prepare the database' "Start Airflow's parts" \
  'Wait until Airflow answers'; do
  anew "$title"
  kill_at "$title"
done
# While uv itself is being fetched, where that is Windsock's own.
if [ -x "$tools/uv" ]; then
  anew environment
  rm -rf "$tools"
  kill_in environment:--require-hashes
else
  leave_out "kill -9 while uv is fetched" "uv is installed here"
fi
ws_ok stop
none_left
ws_ok delete --confirm "$name"
none_left
say "passed${skipped[*]:+, without: $(printf '%s; ' "${skipped[@]}")}"
