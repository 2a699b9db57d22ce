# SPDX-License-Identifier: Apache-2.0
"""Read by Python before everything else: notes that part.py begins to wait, which nothing else tells."""

import sys

from noted import note


def listen(event, arguments):
    if event == "fcntl.flock":
        note("waits, shared" if arguments[1] == 1 else "waits")


sys.addaudithook(listen)
