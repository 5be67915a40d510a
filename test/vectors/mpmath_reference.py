"""
Values of the quantities at the points of vector files, by mpmath: another implementation than the project's, each
formula written from its definition in rates.py, couplings.py, pairs.py and lines.py.

    python3 mpmath_reference.py [FILE ...]

reads vector files, or the same from standard input, one a line, and prints a JSON line for each case that is not
invalid: {"id", "value", "digits"}, where digits is how many digits two computations agreed on, of different working
precision and, for an integral, different nodes; or {"id", "error"}. A case may say how many "digits" it wants (45).
`--about` prints versions and the quantities.
"""

import json
import sys
from types import SimpleNamespace

import mpmath
from mpmath import mp, mpf

import couplings
import lines
import pairs
import rates

USUAL, MOST = 45, 1500
# Doubles are asked first for so few digits.
OF_DOUBLES = 12
formulas = {**couplings.formulas, **pairs.formulas, **rates.formulas}


def point_of(given, constants):
    """Inputs at their exact binary64 values; constants of nature from their decimals."""
    p = SimpleNamespace(**{name: mpf(float(text)) for name, text in given.items()})
    if "mu0" in constants:
        p.mu0 = mpf(constants["mu0"])
    if "h" in constants:
        p.hbar = mpf(constants["h"]) / (2 * mp.pi)
    return p


def agreement(a, b):
    """Digits that two values have in common; infinite where both are 0."""
    if a == b:
        return mp.inf if a == 0 else mp.dps
    return -mp.log10(abs(a - b) / max(abs(a), abs(b)))


def steps(name, digits):
    """Working precisions and efforts in turn, with the formula."""
    if name in lines.formulas:
        value = lines.formulas[name]
        if name in lines.in_doubles and digits <= OF_DOUBLES:
            rough = lines.in_doubles[name]
            for count, shorter in ((digits + 4, 1), (digits + 7, 1), (digits + 9, 2)):
                yield 30, lambda p, e=(count, shorter): mpf(rough(p, e, digits + 4))
        for more, shorter in ((10, 1), (18, 1), (25, 2), (32, 4)):
            dps = digits + more
            yield dps, lambda p, e=(4 * dps // 5, shorter), d=dps: value(p, e, d)
        return
    formula, dps, shorter = formulas[name], digits + 10, 1
    while dps <= MOST:
        yield dps, lambda p, e=(4 * min(dps, 2 * digits) // 5, shorter): formula(p, e)
        shorter = min(8, shorter + (1 if dps > digits + 10 else 0))
        dps = 3 * dps // 2


def settled(name, given, constants, digits):
    """
    The value, with the digits that two computations in turn agree on. A 0 is believed after all others only, and what
    divides by one that is left of a cancellation is computed again with more digits.
    """
    before, best = None, (mpf(0), mpf(-1))
    for dps, formula in steps(name, digits):
        mp.dps = dps
        try:
            value = formula(point_of(given, constants))
        except ZeroDivisionError:
            before = None
            continue
        if before is not None:
            agreed = min(agreement(before, value), mp.inf if value == 0 else dps)
            if agreed >= digits and value != 0:
                return value, int(agreed)
            best = max(best, (value, agreed), key=lambda one: one[1])
        before = value
    value, agreed = best
    if agreed < 0:
        raise ArithmeticError(f"no two computations with at most {mp.dps} digits gave a value")
    return value, digits if agreed == mp.inf else int(agreed)


def answers(document):
    for case in document["cases"]:
        if case["result"] == "invalid":
            continue
        try:
            wanted = case.get("digits", USUAL)
            value, digits = settled(document["quantity"], case["in"], document.get("constants", {}), wanted)
            text = mpmath.nstr(value, wanted + 10, strip_zeros=False)
            yield {"id": case["id"], "value": text, "digits": digits}
        except Exception as error:  # Whatever goes wrong with one case is its answer.
            yield {"id": case["id"], "error": f"{type(error).__name__}: {error}"}


def documents(paths):
    for path in paths:
        with open(path, encoding="utf8") as file:
            yield json.load(file)
    if not paths:
        for line in sys.stdin:
            yield json.loads(line)


if __name__ == "__main__":
    if sys.argv[1:] == ["--about"]:
        known = sorted({**formulas, **lines.formulas})
        print(json.dumps({"mpmath": mpmath.__version__, "Python": sys.version.split()[0], "quantities": known}))
    else:
        for document in documents(sys.argv[1:]):
            for answer in answers(document):
                print(json.dumps(answer), flush=True)
