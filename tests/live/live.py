#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the live tests do that a shell does badly: Airflow's REST API, run.json, the ledger, processes, times.

Each command prints one line for people and ends with 0, or with 1 and what is wrong."""

import base64
import glob
import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request


def fail(text):
    print(f"live: {text}", file=sys.stderr)
    sys.exit(1)


def wait_until(what, limit, question, pause=0.25):
    """Asks until the answer is true and gives it; a live cluster has no clock to fake."""
    end = time.monotonic() + limit
    while True:
        answer = question()
        if answer:
            return answer
        if time.monotonic() > end:
            fail(f"{what}: not reached within {limit} s")
        time.sleep(pause)


class Airflow:
    """The REST API of Airflow 2 (basic login) or 3 (token), whichever answers."""

    def __init__(self, url, user="admin", password="admin"):
        self.url = url.rstrip("/")
        if self.request("/api/v2/version", quiet=True):
            self.api, self.three = "/api/v2", True
            token = self.request("/auth/token", {"username": user, "password": password})
            self.headers = {"Authorization": "Bearer " + (token.get("access_token") or token.get("jwt_token"))}
        else:
            self.api, self.three = "/api/v1", False
            self.headers = {"Authorization": "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()}

    headers = {}

    def request(self, path, body=None, method=None, quiet=False):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, {"Content-Type": "application/json", **self.headers}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            # The chart makes the user and the DAG is read a moment after Airflow answers: callers wait for both.
            if quiet or error.code in (401, 404):
                return None
            fail(f"{path}: HTTP {error.code}: {error.read()[:400]!r}")
        except (OSError, ValueError) as error:
            if quiet:
                return None
            fail(f"{path}: {error}")

    def trigger(self, dag, conf=None, pause=1):
        """Begins a run as soon as the DAG is known; gives the run's path."""
        wait_until(f"DAG {dag} is known", 120, lambda: self.request(f"{self.api}/dags/{dag}"), pause)
        self.request(f"{self.api}/dags/{dag}", {"is_paused": False}, "PATCH")
        body = {"logical_date": None} if self.three else {}
        run = self.request(f"{self.api}/dags/{dag}/dagRuns", {**body, "conf": conf} if conf else body)["dag_run_id"]
        return f"{self.api}/dags/{dag}/dagRuns/{urllib.request.quote(run, safe='')}"

    def run_dag(self, dag, limit=300, pause=1, conf=None):
        path = self.trigger(dag, conf, pause)
        end = wait_until(f"run of {dag} ends", limit, lambda: self.ended(path), pause)
        tasks = self.request(path + "/taskInstances")["task_instances"]
        if end != "success":
            fail(f"run of {dag} ended as {end}: " + ", ".join(f"{t['task_id']}={t['state']}" for t in tasks))
        return tasks

    def ended(self, path):
        # A tunnel that breaks and is made again in between (a busy machine) is no end: who waits has a limit of his own.
        state = (self.request(path, quiet=True) or {}).get("state")
        return state if state in ("success", "failed") else None


def health_ok(url):
    for path in ("/api/v2/monitor/health", "/health"):
        try:
            with urllib.request.urlopen(url.rstrip("/") + path, timeout=3) as answer:
                health = json.load(answer)
                return all((health.get(part) or {}).get("status") == "healthy" for part in ("metadatabase", "scheduler"))
        except (OSError, ValueError):
            continue
    return False


def cmd_healthy(url, limit="60"):
    wait_until(f"{url} is healthy", float(limit), lambda: health_ok(url))


def cmd_state(file):
    print(read_json(file).get("state", "unreadable"))


def cmd_dag(url, dag, logs):
    """Triggers the DAG, waits for success, and proves pods of its own and log files on the host."""
    tasks = Airflow(url).run_dag(dag)
    prefix = dag.replace("_", "-")
    for task in tasks:
        if not (task.get("hostname") or "").startswith(prefix):
            fail(f"{task['task_id']} ran on {task.get('hostname')!r}, not in a pod of its own")
    files = glob.glob(os.path.join(logs, f"dag_id={dag}", "**", "attempt=1.log"), recursive=True)
    if len(files) < len(tasks):
        fail(f"{len(tasks)} tasks, {len(files)} log files below {logs}")
    print(f"{dag}: {len(tasks)} tasks succeeded in pods of their own, {len(files)} log files")


def cmd_set(file, key, value):
    """windsock.yaml: set section.key, or a key of its own, which the templates hold already; comments stay."""
    section, _, name = key.rpartition(".")
    lines, inside, done = open(file).read().splitlines(), not section, False
    for at, line in enumerate(lines):
        outermost = line and not line[0].isspace() and not line.startswith("#")
        if outermost and section:
            inside = line.startswith(section + ":")
        elif inside and line.strip().startswith(name + ":") and bool(outermost) == (not section):
            lines[at], done = f"{'  ' if section else ''}{name}: {value}", True
    if not done:
        fail(f"{file} has no {key}")
    open(file, "w").write("\n".join(lines) + "\n")


def cmd_free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        print(probe.getsockname()[1])


def cmd_tree(folder):
    """One hash over names, kinds, modes and bytes of everything but task logs, which Airflow writes."""
    total = hashlib.sha256()
    for where, folders, files in os.walk(folder):
        folders.sort()
        if where == folder and "logs" in folders:
            folders.remove("logs")
        for name in sorted(files) + folders:
            path = os.path.join(where, name)
            total.update(f"{os.path.relpath(path, folder)} {os.lstat(path).st_mode:o}\n".encode())
            if os.path.isfile(path):
                total.update(hashlib.sha256(open(path, "rb").read()).digest())
    print(total.hexdigest())


def run_files(home):
    return sorted(glob.glob(os.path.join(home, "state/workspaces/*/runs/*/run.json")))


def read_json(path):
    try:
        with open(path) as file:
            return json.load(file)
    except (OSError, ValueError):
        return {}  # being written


def cmd_steps(home):
    """The ids of the steps that the last run really did."""
    record = read_json(run_files(home)[-1])
    print(" ".join(step["id"] for step in record["steps"] if step["state"] == "done"))


def hear_ctrl_c():
    """A script's background ignores it, and so would whatever is started from there."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def cmd_hit(home, name, step, *command):
    """Starts the command, sends the signal NAME once STEP runs (STEP:WORD: and has started a child with that word), and
    prints exit code and seconds until the end."""
    before = set(run_files(home))
    step, _, word = step.partition(":")
    ledger = os.environ["WINDSOCK_LEDGER"]
    children = len(started(ledger))
    with open(os.path.join(home, "hit.log"), "w") as log:
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, preexec_fn=hear_ctrl_c)
    while child.poll() is None:
        new = [path for path in run_files(home) if path not in before]
        if new and any(s["id"] == step and s["state"] == "running" for s in read_json(new[-1]).get("steps", [])):
            if not word or any(word in entry["argv"] for entry in started(ledger)[children:]):
                break
        time.sleep(0.02)
    if child.poll() is not None:
        print(f"missed {child.returncode} 0")
        return
    begun = time.monotonic()
    child.send_signal(getattr(signal, name))
    try:
        code = child.wait(timeout=60)
    except subprocess.TimeoutExpired:
        child.kill()
        fail(f"still there 60 s after {name} in step {step}")
    print(f"hit {code} {time.monotonic() - begun:.1f}")


def children_with(words):
    """Processes of this process namespace whose command line holds one of the words; never ourselves."""
    mine, found = os.readlink("/proc/self/ns/pid"), []
    skip, pid = set(), os.getpid()
    while pid > 1:
        skip.add(pid)
        pid = int(open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[1])
    for entry in os.listdir("/proc"):
        if not entry.isdigit() or int(entry) in skip:
            continue
        try:
            if os.readlink(f"/proc/{entry}/ns/pid") != mine:
                continue
            line = open(f"/proc/{entry}/cmdline", "rb").read().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        tool = os.path.basename(line.split(" ")[0])
        if tool in ("docker", "kind", "helm", "kubectl", "windsock") and any(word in line for word in words):
            found.append(f"{entry} {line.strip()}")
    return found


def cmd_no_children(limit, *words):
    """No tool that works on this workspace or cluster is left after LIMIT seconds."""
    end = time.monotonic() + float(limit)
    while True:
        found = children_with(words)
        if not found:
            return
        if time.monotonic() > end:
            fail("children left:\n" + "\n".join(found))
        time.sleep(0.1)


# Subcommands that have no such flags or never speak to a cluster.
LOCAL = {"kind": [("version",), ("get", "clusters"), ("get", "nodes"), ("load",), ("export", "logs")],
         "helm": [("version",), ("template",), ("show",), ("pull",), ("env",), ("repo",)],
         "kubectl": [("version", "--client"), ("version", "-o", "json", "--client"), ("config", "view")]}


def has_flag(argv, flag):
    return any(word == flag or word.startswith(flag + "=") for word in argv)


def ledger_problem(entry, forbidden):
    argv = entry["argv"]
    tool = os.path.basename(argv[0])
    if not os.path.isabs(argv[0]):
        return "not at an absolute path"
    if any(variable.startswith("KUBECONFIG=") and forbidden in variable for variable in entry.get("env", [])):
        return "inherited KUBECONFIG"
    if any(forbidden in word for word in argv):
        return "works with the user's files"
    words = [word for word in argv[1:] if not word.startswith("-")]
    local = any(tuple(words[: len(start)]) == start or tuple(argv[1 : 1 + len(start)]) == start for start in LOCAL.get(tool, []))
    if tool not in LOCAL or local:
        return ""
    if not has_flag(argv, "--kubeconfig"):
        return "no --kubeconfig"
    context = {"kubectl": "--context", "helm": "--kube-context"}.get(tool)
    return f"no {context}" if context and not has_flag(argv, context) else ""


def started(file):
    """The children that the ledger tells of, argv[0] as the path that was really run."""
    lines = [json.loads(line) for line in open(file) if line.endswith("\n")] if os.path.exists(file) else []  # the rest is coming
    entries = [entry for entry in lines if entry["event"] == "start"]
    for entry in entries:
        entry["argv"] = [entry["program"], *entry["argv"][1:]]
    return entries


def cmd_ledger(file, forbidden):
    """Every kind, helm and kubectl child had a kubeconfig (and context) of its own, and none saw the user's."""
    entries = started(file)
    wrong = [(ledger_problem(entry, forbidden), entry["argv"]) for entry in entries]
    wrong = [f"{problem}: {' '.join(argv)}" for problem, argv in wrong if problem]
    if wrong:
        fail(f"{len(wrong)} of {len(entries)} children:\n" + "\n".join(wrong[:20]))
    print(f"ledger: {len(entries)} children, each with its own kubeconfig and context")


def cmd_started(file, *words):
    """Prints the children whose command line holds all the words."""
    for argv in [entry["argv"] for entry in started(file)]:
        if all(word in argv for word in words):
            print(" ".join(argv))


def kubectl(config, *words):
    return subprocess.run(["kubectl", "--kubeconfig", config, *words], capture_output=True, text=True, timeout=60)


def web_pods(config):
    answer = kubectl(config, "get", "pods", "-l", "component in (web,webserver,api-server)", "-o", "json")
    return json.loads(answer.stdout)["items"] if answer.returncode == 0 else []


def is_ready(pod):
    conditions = pod.get("status", {}).get("conditions", [])
    return "deletionTimestamp" not in pod["metadata"] and any(c["type"] == "Ready" and c["status"] == "True" for c in conditions)


def cmd_delete_web(config, url, count, limit):
    """Deletes the web pod COUNT times; each time the same address answers within LIMIT s of the new pod being ready."""
    took = []
    for turn in range(int(count)):
        old = wait_until("a web pod is ready", 300, lambda: [p for p in web_pods(config) if is_ready(p)])[0]["metadata"]["name"]
        kubectl(config, "delete", "pod", old, "--wait=false")
        wait_until("the new web pod is ready", 300,
                   lambda: [p for p in web_pods(config) if is_ready(p)] and old not in [p["metadata"]["name"] for p in web_pods(config)])
        begun = time.monotonic()
        wait_until(f"{url} answers after pod {turn + 1} was replaced", float(limit), lambda: health_ok(url), 0.05)
        took.append(time.monotonic() - begun)
    print(f"{count} web pods replaced; back after {max(took):.1f} s at most, same port")


if __name__ == "__main__":
    commands = {name[4:].replace("_", "-"): value for name, value in list(globals().items()) if name.startswith("cmd_")}
    if len(sys.argv) < 2 or sys.argv[1] not in commands:
        fail("commands: " + " ".join(commands))
    commands[sys.argv[1]](*sys.argv[2:])
