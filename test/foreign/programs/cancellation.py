"""The closed forms in floats as they stand: right, until their terms cancel."""
from math import asin, atan2, sqrt

from protocol import serve


def terms(A2, DD, D0, omega0I):
    if not (A2 > 0 and DD > 0 and D0 > 0 and omega0I > 0):
        raise ValueError("outside the domain")
    s, d = min(1.0, D0 / omega0I), DD / omega0I
    c = sqrt((1 - s) * (1 + s))
    return 2 * A2 * d, asin(s), s * c, d, atan2(sqrt(1 + d * d) * s, d * c)


def W_Z(**given):
    factor, T, product, d, phi = terms(**given)
    return repr(factor * ((T + product) / 2 + d * d * T - d * sqrt(1 + d * d) * phi))


def W_SS(**given):
    factor, T, product, d, phi = terms(**given)
    return repr(factor * ((T - product) / 2 - d * d * T + d * d * d / sqrt(1 + d * d) * phi))


serve({"W_Z": W_Z, "W_SS": W_SS}, number=float)
