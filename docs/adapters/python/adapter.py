#!/usr/bin/env python3
"""Lets tripleflip check functions written in Python:

    tripleflip check splitting g_D W_SSI -- python3 adapter.py

Replace the functions below by your own. A function gets the parameters by their names (`tripleflip list quantities` shows
them), as floats in SI units; frequencies are in rad/s. It returns a number, or a text with more digits than a float has
(mpmath: mpmath.nstr(x, 40)). What it raises is sent as an error, the right answer to a point outside the domain.
"""
import json
import math
import sys


def need(holds, says):
    if not holds:
        raise ValueError("outside the domain: " + says)


def splitting(Delta, D):
    return math.hypot(Delta, D)


def g_D(DD, D):
    need(DD > 0, "DD > 0")
    return 1 / (math.pi * DD * (1 + (D / DD) ** 2))


def W_SSI(A2, DD, omega0I, Delta):
    need(A2 > 0 and DD > 0 and omega0I > 0, "A2, DD, omega0I > 0")
    need(abs(Delta) <= omega0I, "|Delta| <= omega0I")
    # Not omega0I**2 - Delta**2, which loses digits where the two are nearly equal.
    D = math.sqrt(omega0I - Delta) * math.sqrt(omega0I + Delta)
    return A2 / omega0I * (DD * D / (D * D + DD * DD))


def W_far_below_the_cut_off(A2, DD, omega0I):
    need(A2 > 0 and DD > 0 and omega0I > 0, "A2, DD, omega0I > 0")
    return math.pi / 2 * A2 * (DD / omega0I)


QUANTITIES = {
    "splitting": splitting,
    "g_D": g_D,
    "W_SSI": W_SSI,
    "W for D0 >= omega0I >> DD": W_far_below_the_cut_off,
}

# From here on nothing needs to be changed. One request stands on a line, and so does one answer. Standard output is for
# answers alone: print what else you want to see with print(..., file=sys.stderr).
for line in sys.stdin:
    request = json.loads(line)
    answer = {"id": request["id"]}
    try:
        given = {name: float(text) for name, text in request["in"].items()}
        # str() of a float gives all its digits; a numpy.float64 is made a float first.
        out = QUANTITIES[request["quantity"]](**given)
        answer["out"] = out if isinstance(out, str) else str(float(out))
    except Exception as error:
        answer["error"] = "%s: %s" % (type(error).__name__, error)
    print(json.dumps(answer), flush=True)  # without flush the answer would wait in a buffer
