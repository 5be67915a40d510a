"""Integrals by Gauss and Legendre's rule on panels that shrink towards where the integrand changes fast."""

from functools import lru_cache

from mpmath import fp, mp


def nodes_of(ctx, count):
    """Nodes and weights on [-1, 1], as pairs; kept for each working precision."""
    return doubles(count) if ctx is fp else at_precision(count, mp.prec)


@lru_cache(None)
def doubles(count):
    with mp.workdps(30):
        return [(float(x), float(weight)) for x, weight in at_precision(count, mp.prec)]


@lru_cache(None)
def at_precision(count, _precision):
    found = []
    with mp.extradps(10):
        for k in range((count + 1) // 2):
            x = mp.cos(mp.pi * (k + mp.mpf(3) / 4) / (count + mp.mpf(1) / 2))
            for _ in range(100):
                before, here = mp.mpf(1), x
                for n in range(2, count + 1):
                    before, here = here, ((2 * n - 1) * x * here - (n - 1) * before) / n
                slope = count * (x * here - before) / (x * x - 1)
                step = here / slope
                x -= step
                if abs(step) < mp.mpf(10) ** (-mp.dps + 5):
                    break
            weight = 2 / ((1 - x * x) * slope * slope)
            found += [(x, weight)] if 2 * k + 1 == count else [(x, weight), (-x, weight)]
    return [(+x, +weight) for x, weight in found]


def panels(lo, hi, clusters, longest):
    """Parts of [lo, hi], none longer than `longest`, nor than its distance from a cluster (place, width) or that width."""
    waiting, done = [(lo, hi)], []
    while waiting:
        a, b = waiting.pop()
        length = b - a
        if length > longest or any(
            length > max(width, a - place, place - b) for place, width in clusters
        ):
            middle = (a + b) / 2
            if not a < middle < b:
                raise ArithmeticError(f"no panel between {a} and {b}")
            waiting += [(middle, b), (a, middle)]
        else:
            done.append((a, b))
    return done


def points(ctx, parts, count):
    """All nodes of the rule on the parts, with their weights."""
    rule = nodes_of(ctx, count)
    for a, b in parts:
        middle, half = (a + b) / 2, (b - a) / 2
        for x, weight in rule:
            yield middle + half * x, half * weight


def integral(integrand, lo, hi, effort, clusters=(), longest=None):
    """Over [lo, hi] with the effort (nodes, by how much panels are shorter) that two of in turn must agree."""
    count, shorter = effort
    limit = (longest or (hi - lo) / 2) / shorter
    parts = panels(lo, hi, [(place, width / shorter) for place, width in clusters], limit)
    return mp.fsum(weight * integrand(x) for x, weight in points(mp, parts, count))
