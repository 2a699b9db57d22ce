# SPDX-License-Identifier: Apache-2.0
"""What the tests of the mode standalone do that a shell does badly: processes and their records, REST, secrets in argument lists.

Each command prints what was asked for and ends with 0, or with 1 and what is wrong. Secrets come on stdin or from a file."""

import base64
import glob
import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

sys.path[1:1] = [os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support")]
import live
import processes
from live import fail, read_json, wait_until


def children_files(home):
    return glob.glob(glob.escape(home) + "/state/workspaces/*/standalone/children.json")


def shown(found):
    return "\n".join(f"  {process.pid} {process.command[:160]}" for process in found)


def cmd_components(home):
    """"ID PID" of each part that a supervisor has started and not yet swept."""
    for file in children_files(home):
        for child in read_json(file).get("children", []):
            print(child["component"], child["leader"]["pid"])


def cmd_back(home, part, old, limit):
    """Waits until the part runs as another process than OLD."""
    def other():
        leaders = [child["leader"]["pid"] for file in children_files(home) for child in read_json(file).get("children", [])
                   if child["component"] == part]
        return bool(leaders) and leaders[-1] != int(old) and processes.seen(leaders[-1]) is not None
    wait_until(f"{part} is back after its process {old} was killed", float(limit), other, 0.05)


def cmd_none_left(root, limit):
    left = processes.gone(processes.belonging(root), float(limit)) or processes.belonging(root)
    if left:
        fail("processes are left:\n" + shown(left))


def cmd_remember(root, file):
    """Who belongs now: `all-gone` knows them again even where nothing ties them to the folder any more."""
    found = processes.belonging(root)
    if not processes.supervisors(found):
        fail("no supervisor runs: there is nothing to remember")
    with open(file, "w") as out:
        json.dump(found, out)
    print(len(found))


def cmd_all_gone(file):
    remembered = [processes.Process(*entry) for entry in read_json(file)]
    if not remembered:
        fail(f"{file} remembers nobody")
    if left := [process for process in remembered if processes.alive(process)]:
        fail("processes of before live on:\n" + shown(left))


def cmd_supervised_only(root, limit):
    """Whatever belongs is one supervisor and what it has started; children of a command that was killed are gone."""
    def strays():
        found = processes.belonging(root)
        keepers = processes.supervisors(found)
        kept = processes.below(keepers[:1], found)
        return [process for process in found if process not in kept]
    end = time.monotonic() + float(limit)
    while (found := strays()) and time.monotonic() < end:
        processes.gone(found, max(0.0, end - time.monotonic()))
    if found:
        fail("processes that no supervisor keeps:\n" + shown(found))


def cmd_kill_all(root):
    """As a machine that ran out of memory does it; the supervisor first."""
    if not processes.supervisors(processes.belonging(root)):
        fail("no supervisor runs")
    print(processes.end_all(root))
    if processes.belonging(root):
        fail("not all of it died")


def cmd_end_left(root):
    """For cleaning up: says with 1 that there was something."""
    if count := processes.end_all(root):
        fail(f"{count} processes had to be killed in the end")


def cmd_databases(home):
    """Where the databases of this home lie, or would: beside the rest, or apart where root runs them as another user."""
    for state in processes.state_folders(os.path.dirname(home)):
        if state.startswith(home + "/"):
            print(state + "/postgres\n" + processes.apart(state))


def cmd_claim(home, *pids):
    """Writes these living processes' ids into every place where a killed supervisor and database have left theirs. The start times stay
    those of the dead: that is how the ids of a later boot, or of a busy day, look."""
    files = children_files(home)
    if not files:
        fail("no record of children is left")
    claimed = 0
    for file in files:
        record = read_json(file)
        for at, child in enumerate(record["children"]):
            child["leader"]["pid"] = int(pids[at % len(pids)])
            claimed += 1
        write(file, json.dumps(record))
        write(os.path.join(os.path.dirname(file), "supervisor.lock"), pids[0] + "\n")
    for state in filter(lambda state: state.startswith(home + "/"), processes.state_folders(os.path.dirname(home))):
        for lock in (state + "/postgres/data/postmaster.pid", processes.apart(state) + "/data/postmaster.pid"):
            if os.path.exists(lock):
                write(lock, re.sub(r"\A-?\d+", pids[-1], open(lock).read()))
    if not claimed:
        fail("the record of children is empty")
    print(claimed)


def write(path, text):
    with open(path, "w") as file:  # in place: owner and mode stay
        file.write(text)


def cmd_wait_for(file, word, limit):
    """Waits until the file holds the word (any text: ''); prints it whole."""
    def there():
        try:
            with open(file) as text:
                content = text.read()
        except OSError:
            return None
        return content if content.strip() and word in content else None
    print(wait_until(f"{file} says “{word}”", float(limit), there, 0.05).strip())


def cmd_hit_line(words, name, *command):
    """Starts the command, sends the signal NAME as soon as a line with WORDS appears on its stderr; prints how it ended."""
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                             start_new_session=True, preexec_fn=live.hear_ctrl_c)
    said = []
    for line in child.stderr:
        said.append(line)
        if words in line:
            child.send_signal(getattr(signal, name))
            break
    else:
        fail(f"no line with “{words}” came; it ended with {child.wait()}:\n" + "".join(said[-12:]))
    child.stderr.close()
    print(child.wait(timeout=60))


def answered(url, user, password, body=None, basic=True):
    """The HTTP status, 0: nobody answers."""
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if basic:
        headers["Authorization"] = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
    request = urllib.request.Request(url, None if body is None else json.dumps(body).encode(), headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


def cmd_status(url, user, password, path):
    """Of a GET with this login, Airflow 2."""
    print(answered(url.rstrip("/") + path, user, password))


def cmd_login(url, user, password):
    """Of a login, Airflow 3."""
    print(answered(url.rstrip("/") + "/auth/token", user, password, {"username": user, "password": password}, False))


def connected(url, user, password):
    airflow = live.Airflow(url, user, password)
    airflow.headers = {**airflow.headers, "Accept": "application/json"}
    return airflow


def differences(wanted, there, at=""):
    """What of `wanted` is otherwise; a text that is JSON on both sides is compared as such."""
    if isinstance(wanted, dict):
        if isinstance(there, str):
            try:
                there = json.loads(there)
            except ValueError:
                pass
        if not isinstance(there, dict):
            return [f"{at} is {there!r}, not an object"]
        return [wrong for key in wanted for wrong in differences(wanted[key], there.get(key), f"{at}.{key}")]
    return [] if wanted == there else [f"{at} is {there!r}, not {wanted!r}"]


def cmd_make(url, user, password, file):
    """Connections, variables and pools of the file, as somebody makes them on the web page."""
    airflow = connected(url, user, password)
    for kind, objects in read_json(file).items():
        for item in objects:
            if airflow.request(f"{airflow.api}/{kind}", item) is None:
                fail(f"{kind}: {item} was not made")


def cmd_shows(url, user, password, file):
    """The file: path below the API → what the answer has to hold."""
    airflow, wanted = connected(url, user, password), read_json(file)
    if not wanted:
        fail(f"{file} expects nothing")
    wrong = []
    for path, content in wanted.items():
        answer = airflow.request(f"{airflow.api}/{path}")
        wrong += differences(content, answer, path) if answer is not None else [f"{path} is not there"]
    if wrong:
        fail(f"{len(wrong)} of {len(wanted)} objects:\n  " + "\n  ".join(wrong))
    print(f"{len(wanted)} objects are as the values say")


def cmd_dag_sees(url, user, password, dag, secrets, hostile):
    """Runs the DAG that compares what a task gets with the hashes of the secrets, and looks for the hostile word in its environment."""
    hashes = {name: hashlib.sha256(value.encode()).hexdigest() for name, value in read_json(secrets).items()}
    if not hashes:
        fail(f"{secrets} names none")
    connected(url, user, password).run_dag(dag, 120, 0.25, {"hashes": hashes, "hostile": hostile})
    print(f"{dag}: a task gets {len(hashes)} secrets as they were written")


def cmd_run_dag(url, user, password, dag):
    tasks = connected(url, user, password).run_dag(dag, 120, 0.25)
    print(f"{dag}: {len(tasks)} tasks succeeded")


def cmd_trigger(url, user, password, dag, conf):
    connected(url, user, password).trigger(dag, json.loads(conf), 0.25)


def cmd_tokens(*files):
    """Of each secret the longest run of letters and digits: it stays the same in a URL, in JSON and in a shell's quotes."""
    for file in files:
        for name, value in read_json(file).items():
            token = max(re.findall(r"[A-Za-z0-9]+", value), key=len)
            if len(token) < 10:
                fail(f"{name} has no part that can be searched for")
            print(token)


def cmd_watch_argv():
    """Until TERM: each process whose argument list holds a word of stdin, once, as "WORD'S NUMBER PID PROGRAM"."""
    words = [line.strip() for line in sys.stdin if line.strip()]
    stop, told = {signal.SIGTERM}, set()
    signal.pthread_sigmask(signal.SIG_BLOCK, stop)
    print("watching", len(words), flush=True)
    while signal.sigtimedwait(stop, 0.03) is None:
        for pid in filter(str.isdigit, os.listdir("/proc")):
            line = processes.read(f"/proc/{pid}/cmdline").decode(errors="replace")
            for number, word in enumerate(words):
                if word in line and (pid, number) not in told:
                    told.add((pid, number))
                    print(number, pid, line.split("\0")[0], flush=True)


def cmd_environments(root, word):
    """No process that belongs has the word in its environment (as far as a title has not been written over it)."""
    found = processes.belonging(root)
    hit = [process for process in found if word.encode() in processes.read(f"/proc/{process.pid}/environ")]
    if hit:
        fail(f"“{word}” is in the environment of:\n" + shown(hit))
    print(f"{len(found)} processes know nothing of it")


def cmd_copies():
    print("\n".join(sorted(processes.copied_programs())))


def cmd_remove_copies():
    """Those that stdin does not name."""
    processes.remove_new_copies(line.strip() for line in sys.stdin)


if __name__ == "__main__":
    commands = {name[4:].replace("_", "-"): value for name, value in list(globals().items()) if name.startswith("cmd_")}
    if len(sys.argv) < 2 or sys.argv[1] not in commands:
        fail("commands: " + " ".join(commands))
    commands[sys.argv[1]](*sys.argv[2:])
