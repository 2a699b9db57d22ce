#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the values put into Airflow's database is there as written, by REST and in a task: the community chart with Airflow 2, beside it the
# official one with Airflow 3. Nothing of a hostile caller gets in, no secret gets into an argument list or a log.
. "$(dirname "$0")/standalone_lib.sh"
standalone_begin
files=$standalone_here/workspaces
word=hostile-$$

# A caller as bad as it gets: a Python that announces itself wherever it is loaded, and Airflow's own variables, which win over everything.
mkdir -p "$root/hostile/airflow"
printf 'open(%s, "a").write(__file__)\n' "'$root/was-loaded'" | tee "$root/hostile/sitecustomize.py" >"$root/hostile/airflow/__init__.py"
caller=(env "PYTHONPATH=$root/hostile" "AIRFLOW_HOME=/$word" "AIRFLOW_CONFIG=/$word/airflow.cfg" "AIRFLOW__CORE__FERNET_KEY=$word"
  "AIRFLOW__CORE__EXECUTOR=$word" "AIRFLOW__CORE__DAGS_FOLDER=/$word" "AIRFLOW__CORE__SQL_ALCHEMY_CONN=sqlite:////$word"
  "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN=sqlite:////$word" "AIRFLOW__WEBSERVER__INSTANCE_NAME=$word" "AIRFLOW__API__INSTANCE_NAME=$word"
  "AIRFLOW__WEBSERVER__WEB_SERVER_PORT=1" "AIRFLOW__API__PORT=1" "AIRFLOW_CONN_WAREHOUSE=sqlite:///$word" "AIRFLOW_VAR_STAGE=$word"
  "AIRFLOW_VAR_DEPLOY_SECRET=$word" "HTTP_PROXY=http://127.0.0.1:9") # behind it nobody answers: tasks of Airflow 3 ask their own API
(cd "$root" && PYTHONPATH=$root/hostile python3 -B -c pass)
[ -s "$root/was-loaded" ] || fail "the trap in PYTHONPATH does not work"
rm "$root/was-loaded"

# From here on argument lists are watched. One process that shows a word proves that it would be seen.
control=control$$shown
{
  standalone_py tokens "$files"/objects-{community,official}/secrets.json
  echo "$control"
} >"$root/tokens"
number=$(($(wc -l <"$root/tokens") - 1)) # of the control word, in what the watcher reports
python3 -B "$standalone_here/standalone.py" watch-argv <"$root/tokens" >"$root/seen" &
watcher=$!
strangers+=("$watcher")
standalone_py wait-for "$root/seen" watching 10
python3 -B -c 'import signal; signal.pause()' "$control" &
shown=$!
strangers+=("$shown")
standalone_py wait-for "$root/seen" $'\n'"$number " 10
kill "$shown"
wait "$shown" || true
strangers=("$watcher")

objects_workspace() { # CHART
  make_workspace "$root/$1" --chart "$1"
  cp "$files/objects-$1/objects.values.yaml" "$workspace"
  sed -i 's/^  - local.values.yaml$/&\n  - objects.values.yaml/' "$workspace/windsock.yaml"
  cp "$files/objects/dags/see_objects.py" "$workspace/dags"
}
status_is() { # WANTED WHAT COMMAND…
  local got
  got=$(standalone_py "${@:3}")
  [ "$got" = "$1" ] || fail "$2: HTTP $got, not $1"
}

objects_workspace community
ws_ok start
state_is running
live_py healthy "$url" 10
standalone_py shows "$url" admin admin "$files/objects-community/expected.json"
standalone_py dag-sees "$url" admin admin see_objects "$files/objects-community/secrets.json" "$word"
# The second user: in with the password that a template fills in, out with another, and no more rights than the role has.
status_is 200 "the reader's own password" status "$url" reader Reads-0nly "/api/v1/dags"
status_is 401 "the reader with a wrong password" status "$url" reader reads-0nly "/api/v1/dags"
status_is 403 "a viewer at the variables" status "$url" reader Reads-0nly "/api/v1/variables"
# Another password, one that looks like an option, and one variable more: in the database, and nothing is restarted for it.
before=$(components)
sed -i -e 's/^      reader: Reads-0nly$/      reader: "-Reads-0nly-2"/' -e 's/^  variables:$/&\n    - key: one_more\n      value: here/' \
  "$workspace/objects.values.yaml"
ws_ok start
[ "$(components)" = "$before" ] || fail "a changed password restarted something"
status_is 200 "the reader's new password" status "$url" reader -Reads-0nly-2 "/api/v1/dags"
status_is 401 "the reader's old password" status "$url" reader Reads-0nly "/api/v1/dags"
status_is 200 "one variable more" status "$url" admin admin "/api/v1/variables/one_more"
first_url=$url first_parts=$(components)

objects_workspace official
ws_ok start
state_is running
live_py healthy "$url" 10
live_py healthy "$first_url" 10
[ "$url" != "$first_url" ] || fail "both have the same port"
standalone_py shows "$url" owner Owns-it-4ll "$files/objects-official/expected.json"
standalone_py dag-sees "$url" owner Owns-it-4ll see_objects "$files/objects-official/secrets.json" "$word"
status_is 201 "the owner's login" login "$url" owner Owns-it-4ll
status_is 401 "the chart's default user, whom the values replace" login "$url" admin admin
use "$root/community"
state_is running
sed 's/"variables": {"total_entries": 5}/"variables": {"total_entries": 6}/' "$files/objects-community/expected.json" >"$root/expected.json"
standalone_py shows "$url" admin admin "$root/expected.json"
parts=$(components) # whole: a reader that has seen enough would break the pipe
for part in $first_parts; do
  grep -qw -- "$part" <<<"$parts" || fail "the first workspace's processes changed when the second was started: $part"
done
# Again with both there: nothing to do in either.
before=$(components)
ws_ok start
use "$root/official"
ws_ok start
[ "$(components)" = "$before" ] || fail "a start with nothing to do restarted something"

standalone_py environments "$root" "$word"
[ ! -e "$root/was-loaded" ] || fail "a child loaded from the caller's PYTHONPATH: $(cat "$root/was-loaded")"

# A stop of one is none of the other's business.
ws_ok stop
state_is stopped
use "$root/community"
state_is running
live_py healthy "$url" 10
ws_ok stop
none_left

kill "$watcher"
wait "$watcher" || fail "the watcher of argument lists has not seen it all"
strangers=()
leaks=$(grep -v -e '^watching' -e "^$number " "$root/seen" || true)
[ -z "$leaks" ] || fail "secrets were in argument lists (number, process, program): $leaks"

# Logs: everything that was written about the runs and by the parts, and Airflow's own. The two files that have to hold secrets are
# for their owner only, and show that the search finds what is there.
grep -v "^$control\$" "$root/tokens" >"$root/patterns"
kept=("$WINDSOCK_HOME"/state/workspaces/*/standalone/components.json "$WINDSOCK_HOME"/state/workspaces/*/standalone/home/airflow.cfg)
for file in "${kept[@]}"; do
  [ "$(stat -c %a "$file")" = 600 ] || fail "$file has the mode $(stat -c %a "$file")"
done
grep -qFf "$root/patterns" "${kept[@]}" || fail "the search for secrets finds nothing"
leaks=$(find "$WINDSOCK_HOME/state" "$root"/{community,official}/logs "$WINDSOCK_LEDGER" -type f ! -name components.json \
  ! -name airflow.cfg ! -path '*/standalone/postgres/*' -exec grep -lFf "$root/patterns" {} +) || true
[ -z "$leaks" ] || fail "secrets are in: $leaks"
logs=$(find "$WINDSOCK_HOME"/state/workspaces/*/standalone/logs "$WINDSOCK_HOME"/state/workspaces/*/runs -name '*.log' -size +0 | wc -l)
[ "$logs" -ge 8 ] || fail "only $logs logs were looked through"
say "no secret in an argument list or in one of $logs logs"

for chart in community official; do
  use "$root/$chart"
  ws_ok delete --confirm "$name"
done
none_left
say "passed"
