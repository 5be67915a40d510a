"""
Integrals over inhomogeneous lines of one or two bells, x = (omega - omegaS)/sigma. The product of a bell and a bell
moved by y is exp(-(x - m)^2 - e^2/4), m the middle of their centres and e their distance.
"""

from mpmath import fp, mp

from quadrature import panels, points


class Line:
    """A line at a point, in the numbers of ctx: mpmath's, or its doubles."""

    def __init__(self, p, bells, ctx=mp):
        number = ctx.mpf
        self.ctx = ctx
        for name, value in vars(p).items():
            setattr(self, name, number(value))
        half = number(p.separation) / number(p.sigma) / 2 if bells == 2 else number(0)
        self.centres = [-half, half] if bells == 2 else [half]

    def products(self, y, digits):
        """
        Middles and strengths of the products with the line moved by y, negligible ones left out: exp(-e^2/4) over the
        largest of them, and the e^2/4 of that one.
        """
        pairs = [((c + other + y) / 2, (c - other - y) ** 2 / 4) for c in self.centres for other in self.centres]
        least = min(away for _, away in pairs)
        far = digits * self.ctx.log(10)
        kept = [(m, self.ctx.exp(least - away)) for m, away in pairs if away - least < far]
        return kept, least

    def nodes(self, products, digits, effort, holes):
        """Places, weights and the product there; panels shrink towards the holes in the polarization."""
        count, shorter = effort
        reach = self.ctx.sqrt(digits * self.ctx.log(10))
        ranges = []
        for m, _ in sorted(products):
            if ranges and m - reach <= ranges[-1][1]:
                ranges[-1][1] = m + reach
            else:
                ranges.append([m - reach, m + reach])
        for lo, hi in ranges:
            parts = panels(lo, hi, holes, self.ctx.mpf(2) / shorter)
            for x, weight in points(self.ctx, parts, count):
                yield x, weight * sum(strength * self.ctx.exp(-((x - m) ** 2)) for m, strength in products)

    def term(self, x):
        """omega alpha(omega), with the hole."""
        omega = self.omegaS + self.sigma * x
        hole = self.depth / (1 + ((omega - self.omegaM) / self.holeWidth) ** 2)
        return omega * self.betaL * (1 - hole)

    def holes(self, y, shorter):
        """Where the polarizations at x and at x - y have their holes: panels there are half as wide as these."""
        if self.depth == 0:
            return []
        place, width = (self.omegaM - self.omegaS) / self.sigma, self.holeWidth / self.sigma / (2 * shorter)
        return [(place, width), (place + y, width)]


def overlap(p, bells, distance, effort, digits):
    """The integral of g(omega) g(omega - distance)."""
    line = Line(p, bells)
    products, least = line.products(distance / line.sigma, digits)
    total = mp.fsum(value for _, value in line.nodes(products, digits, effort, []))
    return mp.exp(-least) * total / (2 * mp.pi * line.sigma * bells**2)


def norm(p, bells, effort, digits):
    """A bell is the product of two bells sqrt(2) as wide."""
    line = Line(p, bells)
    products = [(c / mp.sqrt(2), mp.mpf(1)) for c in line.centres]
    return mp.fsum(value for _, value in line.nodes(products, digits, effort, [])) / (mp.sqrt(mp.pi) * bells)


def cross_effect(p, bells, effort, digits):
    """(91): with e = exp(-omega alpha), P = (1 - e)/(1 + e), so that P - P' and 1 - P P' share a denominator."""
    line = Line(p, bells)
    y = line.omega0I / line.sigma
    products, _ = line.products(y, digits)
    over = under = mp.mpf(0)
    for x, weight in line.nodes(products, digits, effort, line.holes(y, effort[1])):
        here, there = mp.exp(-line.term(x)), mp.exp(-line.term(x - y))
        weight = weight / ((1 + here) * (1 + there))
        over += weight * (there - here)
        under += weight * (here + there)
    return over / under


def flows(line, cosine, sine, digits, effort, least):
    """
    At Delta = omega0I cosine: the integral over the line of the populations of the lower and upper mixed state, their
    difference and their sum. Zeeman terms count by Delta/omega0I, the rest of omega0I is interaction energy.
    """
    exp = line.ctx.exp
    y = line.omega0I * cosine / line.sigma
    products, away = line.products(y, digits)
    if away - least > digits * line.ctx.log(10):
        return 0, 0
    interaction = line.omega0I * sine * sine * line.betaSS
    over = under = line.ctx.mpf(0)
    for x, weight in line.nodes(products, digits, effort, line.holes(y, effort[1])):
        here, there = line.term(x), line.term(x - y)
        lower, parallel = exp((cosine * (here - there) + interaction) / 2), exp((here + there) / 2)
        upper = 1 / lower
        weight = weight / (lower + upper + parallel + 1 / parallel)
        over += weight * (lower - upper)
        under += weight * (lower + upper)
    scale = exp(least - away)
    return scale * over, scale * under


def thermal_mixing(p, bells, effort, digits, ctx=mp):
    """
    Where the flow (60) vanishes: over Delta = omega0I cos t of both signs, D = omega0I sin t up to D0, the weight
    D^3/(D^2 + DD^2) dDelta is sin^4 t/(sin^2 t + w^2) dt.
    """
    line = Line(p, bells, ctx)
    w, d = line.DD / line.omega0I, line.omega0I / line.sigma
    end = line.ctx.pi / 2
    if line.D0 < line.omega0I:
        end = ctx.asin(line.D0 / line.omega0I)
    nearest = [line.products(sign * d * ctx.cos(end), digits)[1] for sign in (1, -1)]
    clusters = [(ctx.mpf(0), w / effort[1])]
    longest = min(end / 2, 2 / d) / effort[1]
    if line.depth:
        clusters.append((ctx.pi / 2, line.holeWidth / line.omega0I / effort[1]))
    over = under = ctx.mpf(0)
    for t, weight in points(ctx, panels(ctx.mpf(0), end, clusters, longest), effort[0]):
        sine, cosine = ctx.sin(t), ctx.cos(t)
        weight = weight * sine**4 / (sine**2 + w * w)
        for sign in (1, -1):
            difference, total = flows(line, sign * cosine, sine, digits, effort, min(nearest))
            over += weight * difference
            under += weight * total
    return over / under


def thermal_mixing_in_doubles(p, bells, effort, digits):
    return thermal_mixing(p, bells, effort, digits, fp)


def of(value, bells):
    return lambda p, effort, digits: value(p, bells, effort, digits)


formulas = {}
for name, bells in (("gaussian", 1), ("two lines", 2)):
    formulas[f"norm of the line:{name}"] = of(norm, bells)
    formulas[f"overlap of the line:{name}"] = lambda p, effort, digits, bells=bells: overlap(
        p, bells, p.Delta, effort, digits
    )
    formulas[f"cross-effect polarization:{name}"] = of(cross_effect, bells)
    formulas[f"thermal-mixing polarization:{name}"] = of(thermal_mixing, bells)
in_doubles = {
    "thermal-mixing polarization:gaussian": of(thermal_mixing_in_doubles, 1),
    "thermal-mixing polarization:two lines": of(thermal_mixing_in_doubles, 2),
}
