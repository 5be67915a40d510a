"""The loop of the programs beside: a JSON line in, a JSON line out, 17 significant digits."""
import json
import sys

import mpmath

mpmath.mp.dps = 60


def changed(quantities, inputs=lambda given: given, out=lambda value: value):
    """The same quantities with other inputs or another result."""

    def change(value):
        return lambda **given: out(value(**inputs(given)))

    return {name: change(value) for name, value in quantities.items()}


def times(factor, *names):
    """Inputs of these names so many times as large."""
    return lambda given: {name: x * factor if name in names else x for name, x in given.items()}


def text(value):
    return value if isinstance(value, str) else mpmath.nstr(value, 17, strip_zeros=False, min_fixed=1, max_fixed=0)


def serve(quantities, number=mpmath.mpf):
    """Answers until its standard input is closed. Numbers are those of the doubles that the decimals stand for."""
    for line in sys.stdin:
        request = json.loads(line)
        answer = {"id": request["id"]}
        try:
            given = {name: number(float(decimal)) for name, decimal in request["in"].items()}
            answer["out"] = text(quantities[request["quantity"]](**given))
        except (ArithmeticError, KeyError, TypeError, ValueError) as error:
            answer["error"] = "%s: %s" % (type(error).__name__, error)
        sys.stdout.write(json.dumps(answer) + "\n")
        if request["left"] == 0:
            sys.stdout.flush()
