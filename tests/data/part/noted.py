# SPDX-License-Identifier: Apache-2.0
"""FAKE_CALLS gets what happens, one a line."""

import os


def note(text):
    with open(os.environ["FAKE_CALLS"], "a") as calls:
        calls.write(text + "\n")
