# SPDX-License-Identifier: Apache-2.0
"""A task with two children that do not want to end: each in a session of its own and deaf to every signal that asks. One has no variable of
its parent's, the other no parent. Each writes its id into the folder that the run's conf names, and the task waits for ever."""

import os
import subprocess
import sys
from datetime import datetime

from airflow.decorators import dag, task

CHILD = """
import os, signal, sys
if sys.argv[2] == "orphan" and os.fork():
    os._exit(0)
os.setsid()
for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT):
    signal.signal(number, signal.SIG_IGN)
with open(os.path.join(sys.argv[1], sys.argv[2] + ".new"), "w") as file:
    file.write(str(os.getpid()))
os.rename(file.name, os.path.join(sys.argv[1], sys.argv[2]))
while True:
    signal.pause()
"""


@dag(dag_id="stubborn", schedule=None, start_date=datetime(2024, 1, 1), catchup=False, is_paused_upon_creation=False)
def stubborn():
    @task
    def hold(dag_run=None):
        folder = dag_run.conf["folder"]
        subprocess.run([sys.executable, "-c", CHILD, folder, "orphan"], check=True)
        subprocess.run([sys.executable, "-c", CHILD, folder, "bare"], env={}, check=True)

    hold()


stubborn()
