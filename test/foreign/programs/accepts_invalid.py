"""Answers outside the domain too: it takes the size of what may not be negative, and Delta up to omega0I only."""
import right
from protocol import changed, serve


def inside(given):
    given = {name: abs(x) for name, x in given.items()}
    if "Delta" in given:
        given["Delta"] = min(given["Delta"], given["omega0I"])
    return given


serve(changed(right.QUANTITIES, inputs=inside))
