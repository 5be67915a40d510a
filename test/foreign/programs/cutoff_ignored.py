"""Always the formula for D0 >= omega0I."""
import right
from protocol import changed, serve


def without_cut(given):
    if not given["D0"] > 0:
        raise ValueError("outside the domain")
    return {**given, "D0": max(given["D0"], given["omega0I"])}


serve(changed({"W_Z": right.W_Z, "W_SS": right.W_SS}, inputs=without_cut))
