#!/usr/bin/env python3
"""Lets tripleflip check functions that work on arrays (NumPy; CuPy, JAX or PyTorch go the same way):

    tripleflip check splitting g_D W_SSI -- python3 adapter_numpy.py

Requests come in windows: "left" says how many of a window are still to come. They are collected until it is 0 and then
answered together, one call for each quantity. Outside its domain a function gives NaN, which counts as a refusal.
"""
import json
import sys

import numpy as np


def splitting(Delta, D):
    return np.hypot(Delta, D)


def g_D(DD, D):
    return np.where(DD > 0, 1 / (np.pi * DD * (1 + (D / DD) ** 2)), np.nan)


def W_SSI(A2, DD, omega0I, Delta):
    # The square root of a negative number is NaN: |Delta| > omega0I is refused by itself.
    D = np.sqrt(omega0I - Delta) * np.sqrt(omega0I + Delta)
    inside = (A2 > 0) & (DD > 0) & (omega0I > 0)
    return np.where(inside, A2 / omega0I * (DD * D / (D * D + DD * DD)), np.nan)


QUANTITIES = {"splitting": splitting, "g_D": g_D, "W_SSI": W_SSI}

# From here on nothing needs to be changed.
np.seterr(all="ignore")


def answers(name, requests):
    ids = [request["id"] for request in requests]
    try:
        names = requests[0]["in"]
        given = {name: np.array([float(request["in"][name]) for request in requests]) for name in names}
        return [{"id": i, "out": repr(float(out))} for i, out in zip(ids, QUANTITIES[name](**given))]
    except Exception as error:
        return [{"id": i, "error": "%s: %s" % (type(error).__name__, error)} for i in ids]


window = {}
for line in sys.stdin:
    request = json.loads(line)
    window.setdefault(request["quantity"], []).append(request)
    if request["left"] > 0:
        continue
    for name, requests in window.items():
        for answer in answers(name, requests):
            print(json.dumps(answer))
    sys.stdout.flush()
    window = {}
