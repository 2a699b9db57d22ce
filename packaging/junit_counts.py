# SPDX-License-Identifier: Apache-2.0
# Adds up a CTest report: prints "passed failed skipped", and on standard error why each skipped test was skipped.
import sys
import xml.etree.ElementTree as tree

passed = failed = skipped = 0
for case in tree.parse(sys.argv[1]).getroot().iter("testcase"):
    status = case.get("status")
    if status == "run":
        passed += 1
    elif status in ("notrun", "disabled"):
        skipped += 1
        said = (case.findtext("system-out") or "").strip().splitlines()
        print(f"windsock: skipped: {case.get('name')}: {said[-1] if said else 'no reason given'}", file=sys.stderr)
    else:
        failed += 1
        print(f"windsock: FAILED: {case.get('name')}", file=sys.stderr)
print(passed, failed, skipped)
