# SPDX-License-Identifier: Apache-2.0
"""Which processes belong to a folder of a test's or a benchmark's, whether they still live, what memory they take. Reads /proc: Linux only.

Tells more than a search for a word in command lines: gunicorn, Airflow's tasks and PostgreSQL write titles over theirs, and a server that
root starts for another user lies in a folder of its own. A process belongs if it names the folder, has AIRFLOW_HOME in it, carries the
mark of a supervisor whose state lies there, has been started by one that belongs, or is in a session that one of them leads. Never the
caller and its ancestors."""

import glob
import hashlib
import os
import re
import select
import shutil
import signal
import time
from typing import NamedTuple

SYSTEM = "/var/lib/windsock"  # where root's servers and their copied programs lie (core/postgres)
MARK = b"SUPERVISED_BY_WINDSOCK"  # core/supervise/ProcessTable.h


class Process(NamedTuple):
    pid: int
    started: int  # clock ticks after the boot: with the pid it names one process for good
    parent: int
    session: int
    command: str
    mark: str
    airflow_home: str


def read(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""


def seen(pid):
    """None: there is no such process, or only its exit code is left."""
    fields = read(f"/proc/{pid}/stat").rpartition(b") ")[2].split()
    if len(fields) < 20 or fields[0] in (b"Z", b"X"):
        return None
    variables = dict(word.partition(b"=")[::2] for word in read(f"/proc/{pid}/environ").split(b"\0"))
    command, mark, home = (text.replace(b"\0", b" ").decode(errors="replace").strip() for text in
                           (read(f"/proc/{pid}/cmdline"), variables.get(MARK, b""), variables.get(b"AIRFLOW_HOME", b"")))
    return Process(int(pid), int(fields[19]), int(fields[1]), int(fields[3]), command, mark, home)


def table():
    return [process for process in map(seen, filter(str.isdigit, os.listdir("/proc"))) if process]


def alive(process):
    now = seen(process.pid)
    return now is not None and now.started == process.started


def short_hash(text, digits):
    return hashlib.sha256(text.encode()).hexdigest()[:digits]


def state_folders(root):
    """Of each workspace under each WINDSOCK_HOME below `root`; they may be deleted already, what was said of their runs stays."""
    return [workspace + "/standalone" for workspace in glob.glob(glob.escape(root) + "/*/state/workspaces/*")]


def apart(state):
    """Where root keeps the database of this state folder: folderId() of core/base/Paths."""
    return f"{SYSTEM}/{os.path.basename(state)}-{short_hash(state, 8)}"


def own_line():
    pids, pid = set(), os.getpid()
    while pid > 0:
        pids.add(pid)
        pid = int(read(f"/proc/{pid}/stat").rpartition(b") ")[2].split()[1])
    return pids


def belonging(root):
    def is_tied(process):
        return (any(word in process.command for word in words) or process.airflow_home.startswith(root + "/")
                or process.mark.startswith(marks))
    states = state_folders(root)
    words = [root] + [os.path.basename(apart(state)) for state in states]
    marks = tuple(short_hash(os.path.realpath(state), 16) + ":" for state in states)
    never = own_line()
    everything = [process for process in table() if process.pid not in never]
    pids, before = {process.pid for process in everything if is_tied(process)}, -1
    while before != len(pids):
        before = len(pids)
        pids |= {process.pid for process in everything if process.parent in pids or process.session in pids}
    return [process for process in everything if process.pid in pids]


def supervisors(processes):
    return [process for process in processes if re.search(r" supervise /", process.command)]


def below(tops, processes):
    """`tops` and what they have started, and so on."""
    pids, before = {process.pid for process in tops}, -1
    while before != len(pids):
        before = len(pids)
        pids |= {process.pid for process in processes if process.parent in pids}
    return [process for process in processes if process.pid in pids]


def gone(processes, limit):
    """Waits for their ends, at most `limit` s for all of them; gives those that live on."""
    end, left = time.monotonic() + limit, []
    for process in processes:
        try:
            handle = os.pidfd_open(process.pid)
        except OSError:
            continue
        try:
            # What the handle means stays the same process, so the look comes after the opening.
            if alive(process) and not select.select([handle], [], [], max(0.0, end - time.monotonic()))[0]:
                left.append(process)
        finally:
            os.close(handle)
    return left


def send(processes, number):
    for process in processes:
        try:
            handle = os.pidfd_open(process.pid)
        except OSError:
            continue
        try:
            if alive(process):
                signal.pidfd_send_signal(handle, number)
        except ProcessLookupError:
            pass
        finally:
            os.close(handle)


def end_all(root, limit=20):
    """KILL for everything that belongs, first for who would start the rest again; gives how many there were."""
    count, end = 0, time.monotonic() + limit
    while (left := belonging(root)) and time.monotonic() < end:
        count += len(left)
        send(supervisors(left), signal.SIGKILL)
        send(left, signal.SIGKILL)
        gone(left, 2)
    return count


def pss(processes):
    """KB of memory, what is shared counted once. Root of a container may be kept from looking at another user's server: of that one
    everything counts, which is too much rather than too little. One that has ended meanwhile takes none."""
    total = 0
    for process in processes:
        shared = re.search(rb"^Pss:\s+(\d+) kB", read(f"/proc/{process.pid}/smaps_rollup"), re.MULTILINE)
        whole = re.search(rb"^VmRSS:\s+(\d+) kB", read(f"/proc/{process.pid}/status"), re.MULTILINE)
        if shared or whole:
            total += int((shared or whole).group(1))
        elif alive(process):
            raise PermissionError(f"the memory of process {process.pid} ({process.command[:60]}) cannot be read")
    return total


def copied_programs():
    return set(glob.glob(SYSTEM + "/programs/*"))


def remove_new_copies(before):
    """Copies of PostgreSQL's programs that were not there `before` and that nobody runs: each WINDSOCK_HOME of root's makes its own."""
    used = set()
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            used.add(os.readlink(f"/proc/{pid}/exe"))
        except OSError:
            continue
    for folder in copied_programs() - set(before):
        if not any(program.startswith(folder + "/") for program in used):
            shutil.rmtree(folder, ignore_errors=True)
