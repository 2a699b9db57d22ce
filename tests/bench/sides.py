# SPDX-License-Identifier: Apache-2.0
"""The two sides of the benchmark `standalone`: a workspace that Windsock runs, and `airflow standalone` of the same environment.

Both have a port, a health page and processes below one folder, so that one ruler measures both."""

import datetime
import glob
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[1:1] = [os.path.join(HERE, "../live"), os.path.join(HERE, "../support")]
import bench
import live
import processes

CHARTS = {"2.10.5": "community", "3.2.2": "official"}  # as `init` makes them
HEARTBEATS = 4  # of the scheduler, after all parts are healthy: 15 s without work, by Airflow's own clock
LIST = "import importlib.metadata as m; print('\\n'.join(sorted({f\"{d.metadata['Name']}=={d.version}\" for d in m.distributions()})))"


class Started(NamedTuple):
    seconds: float
    stamps: list  # (what, seconds since the begin)
    run: dict  # Windsock's record; empty for the other side


class Memory(NamedTuple):
    megabytes: float
    count: int  # processes


def until(what, question, limit, pause=0.05):
    end = time.monotonic() + limit
    while not (answer := question()):
        if time.monotonic() > end:
            sys.exit(f"{what}: not within {limit} s")
        time.sleep(pause)
    return answer


def pins(python):
    """Every distribution that this Python can import, as lines of a requirements file."""
    return subprocess.run([python, "-I", "-c", LIST], check=True, capture_output=True, text=True).stdout


def last_lines(path, count=30):
    with open(path, errors="replace") as file:
        return "".join(file.readlines()[-count:])


class Side:
    def __init__(self, place, version):
        self.place, self.version, self.port = place, version, bench.free_port()
        self.parts = ["metadatabase", "scheduler", "triggerer"] + ([] if version.startswith("2.") else ["dag_processor"])
        self.path = "/health" if version.startswith("2.") else "/api/v2/monitor/health"

    def page(self):
        return bench.health_page(self.port, self.path)

    def heartbeat(self):
        return (self.page().get("scheduler") or {}).get("latest_scheduler_heartbeat")

    def alone(self):
        if there := self.place.processes():
            sys.exit("something still runs: " + "; ".join(f"{process.pid} {process.command[:80]}" for process in there))

    def timed_start(self, command, environment, log, may_end):
        """Runs the command until the page says that database and scheduler are healthy. A heartbeat of the run before counts for none:
        Airflow believes in one for half a minute. Gives the child and its stamps."""
        self.alone()
        with open(log, "w") as output:
            wall, begun = time.time(), time.monotonic()
            child = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                                     start_new_session=True, preexec_fn=live.hear_ctrl_c)
        stamps = []

        def healthy():
            page = self.page()
            if page and not stamps:
                stamps.append(("page answers", time.monotonic() - begun))
            ended = child.poll()
            if ended is not None and (ended != 0 or not may_end):
                sys.exit(f"{' '.join(command)} ended with {ended}:\n{last_lines(log)}")
            beat = (page.get("scheduler") or {}).get("latest_scheduler_heartbeat")
            return bench.is_healthy(page) and beat and datetime.datetime.fromisoformat(beat).timestamp() >= wall

        until(f"{command[0]}: healthy", healthy, 300)
        stamps.append(("healthy", time.monotonic() - begun))
        return child, stamps

    def memory(self):
        """Of all processes, once every part is healthy and nothing has happened for some heartbeats."""
        until("every part is healthy", lambda: bench.is_healthy(self.page(), self.parts), 120)
        last = self.heartbeat()
        for _ in range(HEARTBEATS):
            last = until("a heartbeat", lambda: (beat := self.heartbeat()) and beat != last and beat, 60)
        found = self.place.processes()
        if self.leader() not in [process.pid for process in found]:
            sys.exit("its own processes are not found")
        return Memory(processes.pss(found) / 1024, len(found))


class Ours(Side):
    """A workspace as `init` makes it, and a folder of Windsock's own; both new."""

    def __init__(self, place, version, name):
        super().__init__(place, version)
        self.home, self.folder = os.path.join(place.root, name), os.path.join(place.root, name + "-workspace")
        self.cluster = f"ws-bench-{name}-{os.getpid()}"
        self.environment = {**os.environ, "WINDSOCK_HOME": self.home, "NO_COLOR": "1"}
        self.log = os.path.join(place.root, name + ".log")
        place.workspaces.append(self)

    def command(self, verb, *words):
        return [self.place.options.windsock, verb, "-C", self.folder, "--json", *words]

    def make(self, dags=True):
        init = [self.place.options.windsock, "init", self.folder, "--chart", CHARTS[self.version], "--name", self.cluster]
        subprocess.run(init, env=self.environment, stdout=subprocess.DEVNULL, check=True)
        settings = os.path.join(self.folder, "windsock.yaml")
        live.cmd_set(settings, "web.port", self.port)
        live.cmd_set(settings, "mode", "standalone")  # a delete must never be understood as one of a cluster
        for dag in [] if dags else glob.glob(self.folder + "/dags/*.py"):
            os.remove(dag)

    def run(self, verb, *words, skips=False):
        """To its end; gives the seconds and what --json printed."""
        begun = time.monotonic()
        done = subprocess.run(self.command(verb, *words), env=self.environment, text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE)
        took = time.monotonic() - begun
        if done.returncode == 6 and skips:
            print("no index of Python packages answers: " + done.stderr.strip()[-300:])
            sys.exit(77)
        if done.returncode != 0:
            sys.exit(f"windsock {verb} ended with {done.returncode}:\n{done.stderr[-3000:]}")
        return took, json.loads(done.stdout)

    def start(self):
        """Until the page is healthy, by the same ruler as the other side; then until the command has ended, too."""
        child, stamps = self.timed_start(self.command("start"), self.environment, self.log, True)
        if child.wait(120) != 0:
            sys.exit("windsock start failed:\n" + last_lines(self.log))
        return Started(stamps[-1][1], stamps, self.run("runs", "-n", "1")[1]["runs"][0])

    def stop(self):
        self.run("stop")
        self.alone()

    def delete(self):
        self.run("delete", "--confirm", self.cluster)

    def record(self):
        with open(glob.glob(self.home + "/state/workspaces/*/standalone/airflow.json")[0]) as file:
            return json.load(file)

    def python_environment(self):
        return os.path.join(self.home, "data/pythons", self.record()["environment"])

    def leader(self):
        with open(glob.glob(self.home + "/state/workspaces/*/standalone/supervisor.lock")[0]) as file:
            return int(file.read())

    def components(self):
        with open(glob.glob(self.home + "/state/workspaces/*/standalone/children.json")[0]) as file:
            return json.load(file)["children"]

    def forget(self):
        """No environment and no cache any more. uv itself stays, as pip does on the other side."""
        for name in ("data/pythons", "cache"):
            self.place.put_aside(os.path.join(self.home, name))


class Theirs(Side):
    """`airflow standalone` as it comes: SQLite, a folder of its own, ports that are free. As ours it has no examples, and the same DAGs."""

    def __init__(self, place, version, ours):
        super().__init__(place, version)
        self.python_environment, self.dags = ours.python_environment(), ours.folder + "/dags"
        self.home = os.path.join(place.root, "theirs")
        os.makedirs(self.home)
        self.log, self.child = os.path.join(place.root, "theirs.log"), None

    def environment(self):
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("AIRFLOW", "PYTHON", "WINDSOCK"))}
        ports = {f"AIRFLOW__LOGGING__{name}_LOG_SERVER_PORT": str(bench.free_port()) for name in ("WORKER", "TRIGGER")}
        address = f"http://localhost:{self.port}"
        web = {"AIRFLOW__WEBSERVER__WEB_SERVER_PORT": str(self.port)} if self.version.startswith("2.") else {
            "AIRFLOW__API__PORT": str(self.port), "AIRFLOW__API__BASE_URL": address,
            "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": address + "/execution/"}
        # It looks for `airflow` in PATH.
        return {**clean, **ports, **web, "PATH": self.python_environment + "/bin:" + clean.get("PATH", "/usr/bin:/bin"), "NO_COLOR": "1",
                "AIRFLOW_HOME": self.home, "AIRFLOW__CORE__LOAD_EXAMPLES": "False", "AIRFLOW__CORE__DAGS_FOLDER": self.dags}

    def leader(self):
        return self.child.pid

    def start(self):
        for stale in glob.glob(self.home + "/*.pid"):
            os.remove(stale)
        command = [self.python_environment + "/bin/python", "-m", "airflow", "standalone"]
        self.child, stamps = self.timed_start(command, self.environment(), self.log, False)
        return Started(stamps[-1][1], stamps, {})

    def stop(self):
        """As Ctrl+C in its terminal, which the whole group gets; then until nothing of it is left."""
        running = self.place.processes()
        os.killpg(self.child.pid, signal.SIGINT)
        if processes.gone(running, 60):
            processes.send(running, signal.SIGTERM)
        if left := processes.gone(running, 20):
            print("airflow standalone had to be killed")
            # By what was seen while all lived: its workers write their title over the environment, and their parents are gone by now.
            processes.send(left, signal.SIGKILL)
        processes.end_all(self.place.root)
        self.child.wait(10)
        self.alone()


class Place:
    """A folder of its own for everything; ends and removes all of it when left."""

    def __init__(self, options):
        self.options = options
        self.root = tempfile.mkdtemp(prefix="windsock-bench-standalone.")
        self.workspaces = []
        self.put_aside_so_far = 0
        self.copies = processes.copied_programs()

    def __enter__(self):
        return self

    def processes(self):
        return processes.belonging(self.root)

    def put_aside(self, folder):
        """Instead of removing it, which whoever makes files in the next minutes pays for: ext4 gives the inode of a removed file to nobody
        for a while and looks at each of them again for each new file (recently_deleted in its ialloc.c). For an environment's files that
        was ten seconds of the system's time instead of one."""
        if os.path.isdir(folder):
            self.put_aside_so_far += 1
            os.rename(folder, os.path.join(self.root, f"aside-{self.put_aside_so_far}"))

    def __exit__(self, kind, *_):
        for ours in self.workspaces:
            if os.path.isdir(ours.folder):
                subprocess.run(ours.command("delete", "--confirm", ours.cluster), env=ours.environment, capture_output=True)
        left = processes.end_all(self.root)
        processes.remove_new_copies(self.copies)
        shutil.rmtree(self.root, ignore_errors=True)
        if left and kind is None:
            sys.exit(f"{left} processes had to be killed in the end")
