"""count_units.py BUILD - how many unit tests the last `meson test` in BUILD ran.

Fails when a test program did, or when none ran.
"""
import json
import pathlib
import re
import sys

log = pathlib.Path(sys.argv[1]) / "meson-logs" / "testlog.json"
runs = [json.loads(line) for line in log.read_text().splitlines()]
bad = [run["name"] for run in runs if run["result"] not in ("OK", "SKIP", "EXPECTEDFAIL")]
cases = sum(len(re.findall(r"^\[\s+OK \]", run.get("stdout", "") + run.get("stderr", ""), re.M)) for run in runs)
for name in bad:
    print(f"failed: {name}")
print(f"{len(runs)} test programs, {cases} tests")
sys.exit(1 if bad or cases == 0 else 0)
