"""How long SciPy takes for the stationary states. Usage: stationary_times.py REPEATS; output as in arb.c.

The states are those of test/peers/stationary.py, both editions with their errors, for the situation on standard input.
"""

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "test" / "peers"))
from stationary import states  # noqa: E402


def main():
    situation = json.load(sys.stdin)
    value = states(situation)["derived"]["thermal mixing"]["polarization"]
    print("value %.12g" % value)
    for _ in range(int(sys.argv[1])):
        start = time.perf_counter()
        states(situation)
        print("us %.6g" % (1e6 * (time.perf_counter() - start)))


main()
