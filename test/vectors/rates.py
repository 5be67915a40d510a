"""
Rates of triple spin flips. The delta function of (34) has two roots D = q and -q, q = sqrt(omega0I^2 - Delta^2), each
with (pi/2) A2 (q/omega0I) g_D; the paper counts one of them. Integrals over both signs of Delta in theta,
q = omega0I sin theta.
"""

from mpmath import acosh, asin, atan2, cos, mpf, pi, sin, sqrt

from couplings import WIDEST, dipolar_density, lorentzian, moment_beyond, product_of_width
from quadrature import integral


def coupling_at(p, Delta):
    return sqrt((p.omega0I - Delta) * (p.omega0I + Delta))


def of_pairs(p, Delta, density):
    q = coupling_at(p, Delta)
    return mpf(0) if q == 0 else pi / 2 * p.A2 * q / p.omega0I * (density(p, q) + density(p, -q))


def lorentz(p, D):
    return lorentzian(D, p.DD)


def glass(p, D):
    """None beyond the cut: at least -D0, and at most D0/2."""
    return dipolar_density(D, p.D0, product_of_width(p.DD)) if -p.D0 <= D <= p.D0 / 2 else mpf(0)


def shares(p, Delta):
    return (Delta / p.omega0I) ** 2, (coupling_at(p, Delta) / p.omega0I) ** 2


def half_lorentz(p, D):
    """The density of the root that (43) counts."""
    return lorentzian(D, p.DD) if D > 0 else mpf(0)


def of_density(density):
    return {
        "W_SSI": lambda p, _: of_pairs(p, p.Delta, density),
        "W_SSI at Delta = 0": lambda p, _: of_pairs(p, mpf(0), density),
        "cross-effect factor": lambda p, _: shares(p, p.Delta)[0] * of_pairs(p, p.Delta, density),
        "thermal-mixing factor": lambda p, _: shares(p, p.Delta)[1] * of_pairs(p, p.Delta, density),
    }


def end_at_cut(p):
    """sin and cos of theta where |Delta| is least."""
    if p.D0 >= p.omega0I:
        return mpf(1), mpf(0)
    return p.D0 / p.omega0I, coupling_at(p, p.D0) / p.omega0I


def end_at_limit(p):
    return coupling_at(p, p.Delta0) / p.omega0I, p.Delta0 / p.omega0I


def executed(p, end, zeeman):
    """
    The integral of sin^2 cos^2/(sin^2 + w^2) or sin^4/(sin^2 + w^2) up to the end, w = DD/omega0I, by
    d/dtheta atan(sqrt(1 + w^2) tan(theta)/w) = w sqrt(1 + w^2)/(sin^2 + w^2).
    """
    S, C = end
    w = p.DD / p.omega0I
    r, theta = sqrt(1 + w * w), atan2(S, C)
    angle = atan2(r * S, w * C)
    if zeeman:
        return (theta + S * C) / 2 + w * w * theta - w * r * angle
    return (theta - S * C) / 2 - w * w * theta + w**3 / r * angle


def closed_rate(zeeman, end=end_at_cut, roots=2):
    return lambda p, _: roots * p.A2 * p.DD / p.omega0I * executed(p, end(p), zeeman)


def integrated_rate(zeeman, end=end_at_cut):
    """By quadrature where the Lorentzian is not very narrow."""

    def value(p, effort):
        S, C = end(p)
        w, top = p.DD / p.omega0I, atan2(S, C)
        if top > WIDEST * w:
            return closed_rate(zeeman, end)(p, effort)

        def weight(theta):
            square = sin(theta) ** 2
            return square * (1 - square if zeeman else square) / (square + w * w)

        return 2 * p.A2 * w * integral(weight, mpf(0), top, effort, [(mpf(0), w)])

    return value


def narrow(p, zeeman):
    """The same without w in the denominator, twice."""
    S, C = end_at_cut(p)
    return atan2(S, C) + (S * C if zeeman else -S * C)


def narrow_rate(zeeman):
    return lambda p, _: p.A2 * p.DD / p.omega0I * narrow(p, zeeman)


def glass_branches(p):
    """
    The ranges of theta with D = q and -q below the ends D0/2 and D0 of the density, and a function of theta that is
    sin^2 times the density in units of 5 DD/(pi omega0I^2).
    """
    X = p.D0 / p.omega0I
    for sign, end in ((1, X / 2), (-1, X)):

        def density(theta, sign=sign):
            square = (1 - sign * 2 * sin(theta) / X) / 3
            return sqrt(max(square, 0)) * (1 - square)

        yield sign, end, density


def glass_rate(zeeman):
    """
    pi A2 omega0I times the integral of sin^2 cos^2 or sin^4 times both densities. The density has a root at its upper
    end, theta = top (1 - v^2) there, and another one as far beyond pi/2, or a pair of them beside pi/2.
    """

    def value(p, effort):
        total = mpf(0)
        for sign, end, density in glass_branches(p):

            def integrand(theta, density=density):
                return (cos if zeeman else sin)(theta) ** 2 * density(theta)

            if sign > 0 and end < 1:
                top = asin(end)
                beside = sqrt((pi - 2 * top) / top)
                total += integral(
                    lambda v: 2 * top * v * integrand(top * (1 - v * v)), mpf(0), mpf(1), effort, [(mpf(0), beside)]
                )
                continue
            top = pi / 2 if end >= 1 else asin(end)
            width = acosh(end) if sign > 0 else top
            clusters = [(mpf(0), width)] if width > 0 else []
            total += integral(lambda t: integrand(top - t), mpf(0), top, effort, clusters, top / 4)
        return 5 * p.A2 * p.DD / p.omega0I * total

    return value


def ratio(over, under):
    return lambda p, effort: over(p, effort) / under(p, effort)


def small_cut_off(power, density):
    """pi A2/omega0I^power times the moment of that power of the density."""

    def value(p, effort):
        if density == "glass":
            moment = moment_beyond(power, product_of_width(p.DD), mpf(1), p.D0 ** (-mpf(1) / 3), effort)
        else:
            moment = 2 / pi * p.DD * p.D0 ** (power - 1) / (power - 1)
        return pi * p.A2 * moment / p.omega0I**power

    return value


def wide(factor):
    return lambda p, _: pi * p.A2 * p.DD / (2 * p.omega0I) * factor()


formulas = {
    **of_density(lorentz),
    **{f"{name}:glass": value for name, value in of_density(glass).items()},
    **{f"{name}:printed": value for name, value in of_density(half_lorentz).items()},
    "W_SSI at Delta = 0:printed": lambda p, _: p.A2 * p.DD / p.omega0I**2 / 2,
    "W_Z:printed": closed_rate(True, roots=1),
    "W_SS:printed": closed_rate(False, roots=1),
    "W_SS/W_Z:printed": lambda p, _: 5 * p.D0**2 / (12 * p.omega0I**2),
    "Delta0:printed": lambda p, _: end_at_cut(p)[1] * p.omega0I,
    "Delta0": lambda p, _: end_at_cut(p)[1] * p.omega0I,
    "W_Z": closed_rate(True),
    "W_SS": closed_rate(False),
    "W_SS/W_Z": ratio(closed_rate(False), closed_rate(True)),
    "W_Z as integral": integrated_rate(True, end_at_limit),
    "W_SS as integral": integrated_rate(False, end_at_limit),
    "W_Z as integral over Delta": integrated_rate(True),
    "W_SS as integral over Delta": integrated_rate(False),
    "W_Z as integral over tan(t/2)": integrated_rate(True),
    "W_SS as integral over tan(t/2)": integrated_rate(False),
    "W_Z for D0 >= omega0I": closed_rate(True, lambda p: (mpf(1), mpf(0))),
    "W_SS for D0 >= omega0I": closed_rate(False, lambda p: (mpf(1), mpf(0))),
    "W_Z for D0 <= omega0I": closed_rate(True),
    "W_SS for D0 <= omega0I": closed_rate(False),
    "W_Z for small D0": narrow_rate(True),
    "W_SS for small D0": narrow_rate(False),
    "W_SS/W_Z for small D0": ratio(narrow_rate(False), narrow_rate(True)),
    "W_Z for D0 << omega0I": small_cut_off(2, "Lorentzian"),
    "W_SS for D0 << omega0I": small_cut_off(4, "Lorentzian"),
    "W for D0 >= omega0I >> DD": wide(lambda: 1),
    "W_Z:glass": glass_rate(True),
    "W_SS:glass": glass_rate(False),
    "W_SS/W_Z:glass": ratio(glass_rate(False), glass_rate(True)),
    "W_Z for D0 << omega0I:glass": small_cut_off(2, "glass"),
    "W_SS for D0 << omega0I:glass": small_cut_off(4, "glass"),
    "W_SS/W_Z for D0 << omega0I:glass": ratio(small_cut_off(4, "glass"), small_cut_off(2, "glass")),
    "W for D0 >> omega0I:glass": wide(lambda: 10 / (3 * sqrt(mpf(3)))),
}
