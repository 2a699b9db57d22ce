# SPDX-License-Identifier: Apache-2.0
"""Read by Python before everything else: notes that part.py begins to look, or to wait, which nothing else tells."""

import fcntl
import sys

from noted import note


WAYS = {fcntl.LOCK_SH: "waits, shared", fcntl.LOCK_SH | fcntl.LOCK_NB: "looks"}
looked = []


def listen(event, arguments):
    if event != "fcntl.flock":
        return
    way = WAYS.get(arguments[1], "waits")
    if way != "looks":
        note(way)
    elif not looked:  # it does so again and again
        looked.append(way)
        note(way)


sys.addaudithook(listen)
