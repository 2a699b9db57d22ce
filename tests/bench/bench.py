# SPDX-License-Identifier: Apache-2.0
"""What the benchmarks share: workspaces, the serial script, windsock, and how figures are printed.

Both sides get the same files, the same warm caches and a cluster of their own; nothing else may run meanwhile."""

import argparse
import json
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
CHARTS = {
    "community": {"repo": "https://airflow-helm.github.io/charts", "version": "8.9.0", "lab": "AIRFLOW_LAB_CHART_REPO",
                  "health": "/health"},
    "official": {"repo": "https://airflow.apache.org", "version": "1.22.0", "lab": "AIRFLOW_LAB_OFFICIAL_CHART_REPO",
                 "health": "/api/v2/monitor/health"},
}


def arguments(about, pairs):
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--chart", choices=CHARTS, default="community")
    parser.add_argument("--rounds", type=int, default=pairs, help="how often (default %(default)s)")
    parser.add_argument("--windsock", default=os.environ.get("WINDSOCK_BIN", "windsock"), help="the program (default: $WINDSOCK_BIN)")
    parser.add_argument("--target", type=float, help="exit with 1 where the figure misses this")
    parser.add_argument("--json", metavar="FILE", help="write all figures here too")
    chosen = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # clusters are cleaned up on the way out
    if os.environ.get("AIRFLOW_LAB") != "1":
        print("AIRFLOW_LAB is not 1: no container engine was offered for tests")
        sys.exit(77)
    return chosen


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def words_of(pid):
    try:
        with open(f"/proc/{pid}/cmdline") as line:
            return line.read().split("\0")
    except OSError:
        return []


def health_page(port, path):
    """What Airflow says of its parts; empty: nobody answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=3) as answer:
            return json.load(answer)
    except (OSError, ValueError):
        return {}


def is_healthy(page, parts=("metadatabase", "scheduler")):
    return all((page.get(part) or {}).get("status") == "healthy" for part in parts)


def health(port, path):
    return is_healthy(health_page(port, path))


def wait_healthy(port, path, limit=400, meanwhile=None):
    end = time.monotonic() + limit
    while not health(port, path):
        if time.monotonic() > end:
            sys.exit(f"not healthy within {limit} s")
        if meanwhile:
            meanwhile()
        time.sleep(0.1)


class Bench:
    """A folder of its own with the two workspaces; removes clusters and files when left."""

    def __init__(self, options):
        self.options, self.chart = options, CHARTS[options.chart]
        self.root = tempfile.mkdtemp(prefix="windsock-bench.")
        self.repo = os.environ.get(self.chart["lab"], self.chart["repo"])
        self.clusters = {side: f"ws-bench-{side}-{os.getpid()}" for side in ("serial", "windsock")}
        self.ports = {side: free_port() for side in self.clusters}
        payload = os.urandom(1_000_000)
        for side in self.clusters:
            shutil.copytree(os.path.join(HERE, "workspaces", options.chart), self.folder(side))
            for name in ("dags", "dbt", "python_tasks", "logs"):
                os.makedirs(self.folder(side, name), exist_ok=True)
            os.chmod(self.folder(side, "logs"), 0o1777)
            self.write(side, "payload.bin", payload)
        self.write("windsock", "windsock.yaml", self.settings().encode())
        self.serial_environment = {
            **os.environ, "SERIAL_CLUSTER": self.clusters["serial"], "SERIAL_PORT": str(self.ports["serial"]),
            "SERIAL_STATE": os.path.join(self.root, "serial-state"), "SERIAL_WORKSPACE": self.folder("serial"),
            "SERIAL_CHART_REPO": self.repo, "SERIAL_CHART_VERSION": self.chart["version"], "SERIAL_FLAVOR": options.chart}
        self.environment = {**os.environ, "WINDSOCK_HOME": os.path.join(self.root, "home"), "WINDSOCK_CHART_REPO": self.repo, "NO_COLOR": "1"}
        self.children = []
        self.old = []  # clusters that were put away

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for child in self.children:
            self.end(child)
        self.serial("away")
        for cluster in [*self.old, *self.clusters.values()]:
            self.delete(cluster)
        shutil.rmtree(self.root, ignore_errors=True)

    def folder(self, side, *names):
        return os.path.join(self.root, side, *names)

    def write(self, side, name, data):
        with open(self.folder(side, name), "wb") as file:
            file.write(data)

    def settings(self):
        return (f"cluster:\n  name: {self.clusters['windsock']}\n  config: kind-cluster.yaml\n"
                f"chart:\n  repo: {self.chart['repo']}\n  name: airflow\n  version: {self.chart['version']}\n"
                f"release:\n  name: airflow-local\n  namespace: default\nvalues:\n  - local.values.yaml\n"
                f"image:\n  dockerfile: Dockerfile\n  context: .\nweb:\n  port: {self.ports['windsock']}\n")

    def serial(self, word):
        """Runs the script; gives its stamps as seconds since its begin."""
        done = subprocess.run(["bash", os.path.join(HERE, "serial-script.sh"), word], env=self.serial_environment, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if word == "up" and done.returncode != 0:
            sys.exit("the serial script failed:\n" + done.stderr[-3000:])
        stamps = [line.split() for line in done.stdout.splitlines() if line.startswith("stamp ")]
        first = float(stamps[0][2]) if stamps else 0
        return {name: float(when) - first for _, name, when in stamps}

    def command(self, verb, *words):
        return [self.options.windsock, verb, "-C", self.folder("windsock"), *words]

    def windsock(self, verb, *words):
        """Runs a verb to its end; gives the seconds and what --json printed."""
        begun = time.monotonic()
        done = subprocess.run(self.command(verb, "--json", *words), env=self.environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        took = time.monotonic() - begun
        if done.returncode != 0:
            sys.exit(f"windsock {verb} failed:\n{done.stderr[-3000:]}")
        return took, json.loads(done.stdout)

    def start_until_healthy(self, and_idle=False):
        """`start --keep`, timed until the health endpoint answers through its forward; gives the seconds and the run.
        With and_idle it is left to do what it does when nobody waits."""
        begun = time.monotonic()
        output = open(os.path.join(self.root, "start.out"), "w+")
        child = subprocess.Popen(self.command("start", "--keep", "--json"), env=self.environment, stdout=output, stderr=subprocess.STDOUT, start_new_session=True)
        self.children.append(child)

        def alive():
            if child.poll() is not None:
                output.seek(0)
                sys.exit("windsock start ended:\n" + output.read()[-3000:])
        wait_healthy(self.ports["windsock"], self.chart["health"], meanwhile=alive)
        took = time.monotonic() - begun
        run = self.last_run()
        end = time.monotonic() + 30
        while run.get("outcome") == "running" and time.monotonic() < end:
            time.sleep(0.1)
            run = self.last_run()
        if and_idle:
            self.wait_for_child(child.pid, "push")
        self.children.remove(child)
        self.end(child)
        return took, run

    def wait_for_child(self, pid, word):
        """Until a child with this word in its command line has come and gone; one that does not come is not waited for long."""
        seen, end = False, time.monotonic() + 10
        while time.monotonic() < end:
            with open(f"/proc/{pid}/task/{pid}/children") as children:
                there = any(word in words_of(child) for child in children.read().split())
            if seen and not there:
                return
            if there and not seen:
                seen, end = True, time.monotonic() + 300
            time.sleep(0.2)

    def end(self, child):
        if child.poll() is None:
            child.send_signal(signal.SIGTERM)
            try:
                child.wait(20)
            except subprocess.TimeoutExpired:
                child.kill()

    def last_run(self):
        state = os.path.join(self.environment["WINDSOCK_HOME"], "state/workspaces")
        runs = sorted((os.path.join(where, "run.json") for where, _, files in os.walk(state) if "run.json" in files), key=os.path.getmtime)
        try:
            with open(runs[-1]) as file:
                return json.load(file)
        except (OSError, ValueError, IndexError):
            return {"outcome": "running"}

    def put_away(self, side):
        """Stops the cluster and gives the next one another name, so that the next start is a cold one. Deleting waits until the
        end: ext4 without a journal goes around inodes that were deleted within the last six minutes (fs/ext4/ialloc.c,
        recently_deleted), and an image that is loaded meanwhile takes up to twice as long."""
        if side == "serial":
            self.serial("away")
        subprocess.run(["docker", "stop", "--time", "2", self.clusters[side] + "-control-plane"], check=True, capture_output=True)
        self.old.append(self.clusters[side])
        self.clusters[side] = f"ws-bench-{side}-{os.getpid()}-{len(self.old)}"
        self.serial_environment["SERIAL_CLUSTER"] = self.clusters["serial"]
        self.write("windsock", "windsock.yaml", self.settings().encode())

    def delete(self, cluster):
        subprocess.run(["docker", "unpause", cluster + "-control-plane"], capture_output=True)
        subprocess.run(["kind", "delete", "cluster", "--name", cluster, "--kubeconfig", os.path.join(self.root, "deleted")], capture_output=True)

    def settle(self):
        settle()


def settle():
    """Lets the machine come to rest: the next measurement must not pay for what was before."""
    os.sync()
    end = time.monotonic() + 60
    while os.getloadavg()[0] > (os.cpu_count() or 2) and time.monotonic() < end:
        time.sleep(2)


def run_table(run):
    print("  windsock start            from      to    took")
    for step in run.get("steps", []):
        begun, took = step["begunMillis"] / 1000, step["millis"] / 1000
        print(f"    {step['id']:20} {begun:7.1f} {begun + took:7.1f} {took:7.1f}  {step['state']}")


def spread(values, unit="s"):
    return f"median {statistics.median(values):7.2f} {unit}   min {min(values):7.2f}   max {max(values):7.2f}   n {len(values)}"


def verdict(options, name, figure, figures):
    """Prints the figure against its target, keeps all figures, and gives the exit code."""
    if options.json:
        with open(options.json, "w") as file:
            json.dump({"chart": options.chart, name: figure, **figures}, file, indent=1)
    missed = options.target is not None and figure > options.target
    aim = "" if options.target is None else f"   target ≤ {options.target}: {'MISSED' if missed else 'met'}"
    print(f"{name}: {figure:.3f}{aim}")
    return 1 if missed else 0
