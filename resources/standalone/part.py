# SPDX-License-Identifier: Apache-2.0
"""One part of Airflow, as `python -m airflow COMMAND…` would be, but ready sooner.

    part.py GATE COMMAND…

What it will need is imported before it looks whether the database is ready: importing keeps a core busy for seconds and so does preparing
the database, and at a first start both are done at once. GATE is a file that is there, and locked, while the database is being prepared;
whoever prepares takes it away when all is well. Where the lock goes and the file stays, he has died or failed: then this ends, and the
database is not touched.

The web page goes first. A new environment has no byte-code yet: parts that import at the same time compile the same files at the same
time, and the web page, which has most to do, is the last to be ready. What it has compiled the others only load.

Airflow 2's web page is gunicorn, which its command starts as a second Python that imports everything once more, to restart workers that
die and to renew them now and then. Gunicorn itself does the first, and a supervisor watches it: so this process is gunicorn.
"""

import contextlib
import fcntl
import gc
import importlib
import os
import runpy
import sys
import time

# What the command imports by itself, and nothing else: it must cost no memory. None of them speaks to the database. Airflow's web page
# begins with libraries that the preparation comes to later: so the two compile different files.
MODULES = {
    "api-server": ("libcst", "aiohttp", "flask", "httpx", "asyncpg", "fsspec", "opentelemetry.trace", "fastapi", "cadwyn",
                   "airflow.cli.commands.api_server_command", "uvicorn", "airflow.api_fastapi.app", "airflow.api_fastapi.core_api.app",
                   "airflow.api_fastapi.core_api.routes.public", "airflow.api_fastapi.core_api.routes.ui",
                   "airflow.api_fastapi.execution_api.routes"),
    "dag-processor": ("airflow.cli.commands.dag_processor_command", "airflow.jobs.dag_processor_job_runner",
                      "airflow.dag_processing.manager", "airflow.dag_processing.processor"),
    "webserver": ("gunicorn.app.wsgiapp", "airflow.www.app", "airflow.www.views", "airflow.www.gunicorn_config"),
    "scheduler": ("airflow.cli.commands.scheduler_command", "airflow.jobs.scheduler_job_runner", "airflow.executors.local_executor"),
    "triggerer": ("airflow.cli.commands.triggerer_command", "airflow.jobs.triggerer_job_runner"),
}
WEB_PAGES = ("api-server", "webserver")
LOOK = 0.05  # seconds between two looks at what nobody tells


def import_modules(command):
    for module in MODULES.get(command, ()):
        try:
            importlib.import_module(module)
        except Exception:  # another release may have it elsewhere; what is really wrong Airflow says in its own words
            pass


def build_execution_api():
    """What Airflow 3's tasks report to. Its routes for each version of their protocol are made by the first request, which takes seconds
    and lets everybody wait, the first task too."""
    from airflow.api_fastapi import app

    create = app.create_task_execution_api_app
    made = create()
    made._cadwyn_initialize()  # as its first request does, unless that has been done

    def hand_over():
        app.create_task_execution_api_app = create
        return made

    app.create_task_execution_api_app = hand_over


def is_held(gate):
    try:
        with open(gate) as held:
            fcntl.flock(held, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        pass
    return False


def wait_for_web_page(gate, imported):
    while is_held(gate) and not os.path.exists(imported):  # not longer than for the database: it may have failed
        time.sleep(LOOK)


def import_in_turn(gate, command):
    imported = gate + ".imported"
    if command not in WEB_PAGES:
        wait_for_web_page(gate, imported)
        import_modules(command)
        return
    import_modules(command)
    if command == "api-server":
        try:
            build_execution_api()
        except Exception:  # as with the modules
            pass
    with contextlib.suppress(OSError):  # the others wait for the database, then
        open(imported, "w").close()


def wait_for_database(gate):
    try:
        held = open(gate)
    except FileNotFoundError:
        return
    with held:
        fcntl.flock(held, fcntl.LOCK_SH)
    if os.path.exists(gate):
        sys.exit("The database was not prepared to its end: start Airflow again")


def gunicorn_words():
    """What `airflow webserver` of Airflow 2 tells gunicorn; None where it does more than that."""
    from airflow.configuration import conf

    def told(key):
        return conf.get("webserver", key, fallback="") or ""

    if conf.getboolean("webserver", "reload_on_plugin_change", fallback=False) or told("secret_key") == "temporary_key":
        return None
    words = ["--workers", told("workers"), "--worker-class", told("worker_class") or "sync", "--timeout", told("web_server_worker_timeout"),
             "--bind", told("web_server_host") + ":" + told("web_server_port"), "--name", "airflow-webserver",
             "--config", "python:airflow.www.gunicorn_config", "--preload"]
    for option, key in (("--access-logformat", "access_logformat"), ("--certfile", "web_server_ssl_cert"),
                        ("--keyfile", "web_server_ssl_key"), ("--access-logfile", "access_logfile"), ("--error-logfile", "error_logfile")):
        if told(key).strip():
            words += [option, told(key)]
    return words + ["airflow.www.app:cached_app()"]


def run(command):
    words = gunicorn_words() if command == ["webserver"] else None
    if words is None:
        sys.argv = ["airflow", *command]
        runpy.run_module("airflow", run_name="__main__", alter_sys=True)
        return
    from gunicorn.app.wsgiapp import run as run_gunicorn

    sys.argv = ["gunicorn", *words]
    sys.exit(run_gunicorn())


def main():
    gate, *command = sys.argv[1:]
    sys.path[0] = os.getcwd()  # as with -m
    sys.argv = ["airflow", *command]
    gc.disable()  # what is imported stays: looking again and again for what could go is a fifth of the time
    if os.path.exists(gate):
        import_in_turn(gate, command[0])
    else:
        import_modules(command[0])
    gc.freeze()  # nor later; and processes that are forked go on sharing it
    gc.enable()
    wait_for_database(gate)
    run(command)


if __name__ == "__main__":
    main()
