"""A first program to be judged: W_SSI, the rate of triple spin flips of the pairs at Delta, as Eq. (43) has it."""
import json
import math
import sys


def W_SSI(A2, DD, omega0I, Delta):
    if min(A2, DD, omega0I) <= 0 or abs(Delta) > omega0I:
        return math.nan
    D2 = omega0I**2 - Delta**2
    g_D = DD / (math.pi * (D2 + DD**2))
    return math.pi / 2 * A2 * math.sqrt(D2) / omega0I * g_D


for line in sys.stdin:
    request = json.loads(line)
    inputs = {name: float(value) for name, value in request["in"].items()}
    print(json.dumps({"id": request["id"], "out": W_SSI(**inputs)}), flush=True)
