# SPDX-License-Identifier: Apache-2.0
"""Loads what Airflow's parts will load, so that Python has compiled it by the time they start.

Run once in a new environment, on a processor that has nothing to do while the database is prepared. That work loads Airflow's models
first; this begins at the other end, with the libraries of the web page, so that the two compile different files. It touches no
database. Names that a version of Airflow does not have are skipped.
"""

import contextlib
import importlib
import io
import warnings

LIBRARIES = ("fastapi", "cadwyn", "uvicorn", "connexion", "flask_appbuilder", "gunicorn.app.wsgiapp")
PARTS = (
    # Airflow 3
    "airflow.api_fastapi.core_api.app",
    "airflow.api_fastapi.execution_api.app",
    "airflow.cli.commands.api_server_command",
    "airflow.sdk.execution_time.task_runner",
    "airflow.sdk.execution_time.supervisor",
    "airflow.dag_processing.manager",
    "airflow.providers.standard.operators.python",
    "airflow.providers.standard.operators.bash",
    "airflow.providers.fab.auth_manager.fab_auth_manager",
    # Airflow 2
    "airflow.www.app",
    "airflow.task.task_runner.standard_task_runner",
    "airflow.dag_processing.processor",
    "airflow.operators.python",
    "airflow.operators.bash",
    # both
    "airflow.executors.local_executor",
    "airflow.jobs.scheduler_job_runner",
    "airflow.jobs.triggerer_job_runner",
)


def main():
    warnings.simplefilter("ignore")
    for name in (*LIBRARIES, *PARTS):
        # Whatever goes wrong here goes wrong again, and is told, where it matters.
        with contextlib.suppress(Exception), contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            importlib.import_module(name)


if __name__ == "__main__":
    main()
