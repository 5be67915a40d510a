"""Couplings of two electrons and the densities of couplings, from the dipolar interaction and from (32)."""

from mpmath import atan, cos, mp, mpf, pi, sin, sqrt

from quadrature import integral

# Beyond this ratio of the ends of a range to the width in it, integrals are given in closed form.
WIDEST = mpf(2) ** 20


def dipolar_constant(p):
    return p.mu0 * p.hbar * p.gammaS**2 / (4 * pi)


def mean_power(n, effort):
    """The mean over directions of (1 - 3 cos^2)^n, a polynomial in the cosine."""
    return integral(lambda c: (1 - 3 * c * c) ** n, mpf(0), mpf(1), effort)


def moment_beyond(n, nS, K, r0, effort):
    """nS times the integral of D^n beyond r0: 4 pi r^2 dr of the mean over directions of (K (1 - 3 c^2)/(2 r^3))^n."""
    shells = 4 * pi * r0 ** (3 - 3 * n) / (3 * n - 3)
    return nS * shells * (K / 2) ** n * mean_power(n, effort)


def glass_moment(n):
    def value(p, effort):
        K = dipolar_constant(p)
        return moment_beyond(n, p.nS, K, (K / p.D0) ** (mpf(1) / 3), effort)

    return value


def second_moment(p, effort):
    return moment_beyond(2, p.nS, dipolar_constant(p), p.r0, effort)


def width(p, effort):
    """DD of (A.8): the Lorentzian cut at D0 has the dipolar second moment, whatever r0 is."""
    K = dipolar_constant(p)
    return moment_beyond(2, p.nS, K, mpf(1), effort) * pi / (2 * K)


def average(p, effort):
    """The root of the mean square over directions at r^-3 = nS: (A.7)."""
    return sqrt(mean_power(2, effort)) * dipolar_constant(p) * p.nS / 2


def lorentzian(D, DD):
    return DD / (pi * (D * D + DD * DD))


def dipolar_density(D, D0, product):
    """
    Of couplings K (1 - 3 c^2)/(2 r^3), product = nS K: at each cosine c the shell that has D weighs r^3/(3 |D|), and
    the c whose shell lies beyond r0 reach from 0 or up to 1; the integral of |1 - 3 c^2| over them is c (1 - c^2) at
    their end.
    """
    square = (1 - 2 * D / D0) / 3
    if square < 0 or square > 1:
        return mpf(0)
    return 4 * pi * product / (6 * D * D) * sqrt(square) * (1 - square)


def product_of_width(DD):
    """nS K of the glass whose width (A.8) is DD: 15 DD/(2 pi^2)."""
    return 15 * DD / (2 * pi**2)


def cut_off_moment(n, closed):
    """The n-th moment of the Lorentzian between -D0 and D0, by quadrature where its width is not far below D0."""

    def value(p, effort):
        if p.D0 > WIDEST * p.DD:
            return closed(p)
        return 2 * integral(lambda D: D**n * lorentzian(D, p.DD), mpf(0), p.D0, effort, [(mpf(0), p.DD)])

    return value


def element(p):
    """K/r^3, and the elements of S S' - 3 (S n)(S' n) between +- and -+, and in ++."""
    strength = dipolar_constant(p) / p.r**3
    return strength, mpf(1) / 2 - 3 * (sin(p.theta) / 2) ** 2, mpf(1) / 4 - 3 * (cos(p.theta) / 2) ** 2


def pair_coupling(p, _):
    return dipolar_constant(p) * (1 - 3 * cos(p.theta) ** 2) / (2 * p.r**3)


def flip_flop(p, _):
    """(7) writes the element between +- and -+ as D_+-/2."""
    strength, between, _ = element(p)
    return 2 * strength * between


def zz(p, _):
    """(7) writes the element in ++ as D_zz/8."""
    strength, _, within = element(p)
    return 8 * strength * within


def largest(p, _):
    return dipolar_constant(p) / p.r0**3


def printed_pair_coupling(p, _):
    return mpf(1) / 2 * p.mu0 / (4 * pi) * p.hbar * p.gammaI * p.gammaJ / p.r**3 * (1 - 3 * cos(p.theta) ** 2)


def printed_average(p, _):
    return 1 / sqrt(mpf(5)) * p.mu0 / (4 * pi) * p.nS * p.hbar * p.gammaS**2


def printed_width(p, _):
    return 4 * pi**2 * sqrt(mpf(5)) / 30 * printed_average(p, None)


def printed_second_moment(p, _):
    return 4 * pi / 15 * p.nS / p.r0**3 * (p.mu0 / (4 * pi) * p.hbar * p.gammaS**2) ** 2


formulas = {
    "pair coupling": pair_coupling,
    "flip-flop coupling of two dipoles": flip_flop,
    "zz coupling of two dipoles": zz,
    "D0": largest,
    "DD": width,
    "average coupling": average,
    "dipolar second moment": second_moment,
    "M2:glass": glass_moment(2),
    "M3:glass": glass_moment(3),
    "M4:glass": glass_moment(4),
    "second moment of the cut-off Lorentzian": cut_off_moment(
        2, lambda p: 2 / pi * p.DD * (p.D0 - p.DD * atan(p.D0 / p.DD))
    ),
    "fourth moment of the cut-off Lorentzian": cut_off_moment(
        4, lambda p: 2 / pi * p.DD * (p.D0**3 / 3 - p.DD**2 * p.D0 + p.DD**3 * atan(p.D0 / p.DD))
    ),
    "norm of the cut-off Lorentzian": cut_off_moment(0, lambda p: 2 / pi * atan(p.D0 / p.DD)),
    "g_D": lambda p, _: lorentzian(p.D, p.DD),
    "g_D:glass": lambda p, _: dipolar_density(p.D, p.D0, p.nS * dipolar_constant(p)),
    "g_D by its width:glass": lambda p, _: dipolar_density(p.D, p.D0, product_of_width(p.DD)),
    "wings of g_D:glass": lambda p, _: dipolar_density(mpf(1), mp.inf, product_of_width(1)) * pi,
    "pair coupling:printed": printed_pair_coupling,
    "D0:printed": lambda p, _: p.mu0 / (4 * pi) * p.hbar * p.gammaS**2 / p.r0**3,
    "DD:printed": printed_width,
    "average coupling:printed": printed_average,
    "dipolar second moment:printed": printed_second_moment,
    "second moment of the cut-off Lorentzian:printed": lambda p, _: 2 / pi * p.D0 * p.DD,
    "g_D:printed": lambda p, _: p.DD / (pi * (p.D**2 + p.DD**2)),
}
