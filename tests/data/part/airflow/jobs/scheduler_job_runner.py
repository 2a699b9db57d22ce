# SPDX-License-Identifier: Apache-2.0
from noted import note

note("import " + __name__)
raise RuntimeError("a plugin is broken")
