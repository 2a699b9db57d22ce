# SPDX-License-Identifier: Apache-2.0
"""What makes the API of Airflow 3's tasks; FAKE_CADWYN "other" makes it of another library."""

import os

from noted import note

note("import " + __name__)


class Cadwyn:
    def _cadwyn_initialize(self):
        note("initialize")


class Other:
    pass


def create_task_execution_api_app():
    note("create")
    return Other() if os.environ.get("FAKE_CADWYN") == "other" else Cadwyn()
