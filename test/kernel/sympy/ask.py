"""Asks SymPy about equations: statements as JSON on stdin, answers as JSON on stdout.

An answer is "false" where the two sides differ at one of the points, evaluated to 60 digits, by more than
rounding can explain; "true" where their difference simplifies to 0; otherwise "undecided", also after the limit of
time.
"""

import json
import signal
import sys

import sympy
from sympy import *  # noqa: F403 - the statements are written in its names

LIMIT = 4
DIGITS = 60
CLOSE = Rational(1, 10**35)  # noqa: F405


class TooLong(Exception):
    pass


def stop(signum, frame):
    raise TooLong


def answer(statement):
    names = {
        name: Symbol(name, real=True, positive=True if name in statement["positive"] else None)  # noqa: F405
        for name in statement["symbols"]
    }
    scope = {**vars(sympy), **names}
    left, right = (eval(statement[side], scope) for side in ("left", "right"))
    given = {names[name]: eval(text, scope) for name, text in statement["given"].items()}
    for point in statement["points"]:
        values = {names[name]: Rational(value) for name, value in point.items()}  # noqa: F405
        a, b = (N(side.subs(values), DIGITS) for side in (left, right))  # noqa: F405
        if a.is_number and b.is_number and a.is_finite and b.is_finite:
            if Abs(a - b) > CLOSE * (1 + Abs(a) + Abs(b)):  # noqa: F405
                return "false"
    return "true" if simplify((left - right).subs(given)) == 0 else "undecided"  # noqa: F405


def limited(statement):
    signal.alarm(LIMIT)
    try:
        return answer(statement)
    except TooLong:
        return "undecided"
    except Exception as error:  # what it cannot do is no answer
        return "undecided" if not isinstance(error, KeyboardInterrupt) else None
    finally:
        signal.alarm(0)


signal.signal(signal.SIGALRM, stop)
statements = json.load(sys.stdin)
json.dump(
    {"asked": f"SymPy {sympy.__version__}", "answers": [limited(statement) for statement in statements]},
    sys.stdout,
)
