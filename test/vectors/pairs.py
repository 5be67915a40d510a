"""Two electrons and a nucleus: eigenvectors of the pair, and populations."""

from mpmath import exp, hypot, mpf, pi, sqrt, tanh


def splitting(p, _=None):
    """Of the matrix with Delta/2 and -Delta/2 on its diagonal and D/2 beside it."""
    return 2 * sqrt((p.Delta / 2) ** 2 + (p.D / 2) ** 2)


def upper_state(p):
    """a^2, b^2 and a b for the parts a of +- and b of -+ in the upper state, (H - E/2) (a, b) = 0."""
    E = splitting(p)
    a, b = (E + p.Delta, p.D) if p.Delta >= 0 else (p.D, E - p.Delta)
    norm = a * a + b * b
    return a * a / norm, b * b / norm, a * b / norm


def squared_element(p, _):
    """|A_z+/2|^2 times the square of S_z of one electron between (a, b) and (-b, a), which is -a b."""
    return (p.Az / 2) ** 2 * upper_state(p)[2] ** 2


def golden_rule(p, _):
    """2 pi times the squared element where the splitting is omega0I."""
    return 2 * pi * (p.Az / 2) ** 2 * (p.D / (2 * p.omega0I)) ** 2


def zeeman_energy(p, _):
    """What the flip from the upper to the lower state adds to the expectation of (Delta/2)(S_z - S_z')."""
    square, other, _ = upper_state(p)
    return -p.Delta * (square - other)


def interaction_energy(p, _):
    return -2 * p.D * upper_state(p)[2]


def populations(x):
    """Of two levels whose energies are x apart in units of the temperature."""
    up, down = exp(-x / 2), exp(x / 2)
    return up / (up + down), down / (up + down)


def polarization(x):
    up, down = populations(x)
    return down - up


formulas = {
    "splitting": splitting,
    "share of +- in the upper state": lambda p, _: upper_state(p)[0],
    "share of -+ in the upper state": lambda p, _: upper_state(p)[1],
    "squared matrix element of a flip": squared_element,
    "golden-rule rate of a flip": golden_rule,
    "Zeeman energy of a flip": zeeman_energy,
    "interaction energy of a flip": interaction_energy,
    "share of Zeeman energy": lambda p, _: (p.Delta / p.omega0I) ** 2,
    "polarization of electrons": lambda p, _: polarization(p.omega * p.alpha),
    "polarization of nuclei": lambda p, _: polarization(p.omega0I * p.betaI),
    "population of the lower nuclear level": lambda p, _: populations(p.omega0I * p.betaI)[1],
    "splitting:printed": lambda p, _: hypot(p.Delta, p.D),
    "polarization of electrons:printed": lambda p, _: tanh(mpf(1) / 2 * p.omega * p.alpha),
}
