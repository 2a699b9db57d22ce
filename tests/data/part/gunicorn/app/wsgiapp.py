# SPDX-License-Identifier: Apache-2.0
import sys

from noted import note

note("import " + __name__)


def run():
    note(" ".join(sys.argv))
    return 3
