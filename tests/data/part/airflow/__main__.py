# SPDX-License-Identifier: Apache-2.0
import gc
import sys

from noted import note

collects = gc.isenabled() and gc.get_freeze_count()
note("airflow " + " ".join(sys.argv[1:]) + " in " + (sys.path[0] or ".") + ("" if collects else ", the collector is off"))
if sys.argv[1] == "api-server":
    from airflow.api_fastapi import app

    for _ in range(2):
        note("serve " + type(app.create_task_execution_api_app()).__name__)
