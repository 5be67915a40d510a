"""Stationary nuclear polarizations by SciPy, as a second opinion.

Usage: stationary.py [--cases N,N,...] > stationary.json

Nothing is taken from src: the formulas are written out here once more, both signs of Delta are always integrated, and
the quadrature is another one. Draws its cases from a seeded generator, and prints them with the polarization of each
branch in both editions, an estimate of its absolute error, and beta_I = (2/omega0I) artanh P.

Integrals over Delta: Delta = +-omega0I cos(phi), the coupling omega0I sin(phi), by scipy.integrate.quad_vec (adaptive
Gauss-Kronrod of 21 points, started at the kinks that a table gives). Integrals over omega, counted from omegaS: Gauss
rules on panels graded towards every peak, hole and break, moved by Delta too. All is done with panels of two sizes; the
error is what quad_vec says, plus the change from the coarse panels to the fine, plus rounding.
"""

import json
import math
import random
import sys

import numpy as np
import scipy
from scipy.integrate import quad_vec
from scipy.interpolate import make_interp_spline
from scipy.special import roots_legendre

SEED = 299151
TO_SIGMA = 1 / (2 * math.sqrt(2 * math.log(2)))
BRANCHES = ("cross effect", "thermal mixing", "both")
NODES, WEIGHTS = roots_legendre(16)


# ---- Lines: a density over x = omega - omegaS up to a factor, and where a product of two of them counts ----


class Line:
    """features: (centre, width) of each peak; breaks: where it is not smooth; reach(Delta): where pairs are."""

    def __init__(self, density, features, breaks, reach, cap=math.inf, error=0.0):
        self.density, self.features, self.breaks = density, features, breaks
        self.reach, self.cap, self.error = reach, cap, error


def bells(centres, sigma):
    """Equal Gaussians; a product of two falls as exp(-y^2/sigma^2) from its middle."""

    def density(x):
        return sum(np.exp(-0.5 * ((x - c) / sigma) ** 2) for c in centres)

    def reach(delta):
        return min(centres) + delta / 2 - 7 * sigma, max(centres) + delta / 2 + 7 * sigma

    return Line(density, [], [], reach, cap=sigma)


def lorentzian(half):
    far = 1e7

    def reach(delta):
        size = far * (half + abs(delta))
        return -size, size

    return Line(lambda x: 1 / (x * x + half * half), [(0.0, half)], [], reach)


def table(points, middle):
    x = np.array([omega - middle for omega, _ in points])
    y = np.array([height for _, height in points])

    def density(at):
        return np.interp(at, x, y, left=0.0, right=0.0)

    def reach(delta):
        return max(x[0], x[0] + delta), min(x[-1], x[-1] + delta)

    return Line(density, [], list(x), reach)


def powder(principal, middle, sigma):
    """The mean of Gaussians over all orientations: a Gauss rule over cos(theta), equal steps of phi, then a spline."""
    u, wu = roots_legendre(160)
    u, wu = (u + 1) / 2, wu / 2
    phi = (np.arange(80) + 0.5) * (math.pi / 2 / 80)
    nx2 = np.outer(1 - u * u, np.cos(phi) ** 2)
    ny2 = np.outer(1 - u * u, np.sin(phi) ** 2)
    ox, oy, oz = principal
    centre = np.sqrt(ox * ox * nx2 + oy * oy * ny2 + oz * oz * (u * u)[:, None]).ravel() - middle
    weight = np.repeat(wu / 80, 80)

    def exact(x):
        return np.array([np.dot(weight, np.exp(-0.5 * ((one - centre) / sigma) ** 2)) for one in x])

    low, high = min(principal) - middle, max(principal) - middle
    # Far from the line a density is below 1e-31 of its maximum.
    grid = np.arange(low - 12 * sigma, high + 12.05 * sigma, sigma / 24)
    spline = make_interp_spline(grid, exact(grid), k=9)
    between = grid[12:-12:23] + sigma / 48
    error = float(np.max(np.abs(spline(between) - exact(between))) / np.max(spline(grid)))

    def density(x):
        return np.where((x > grid[0]) & (x < grid[-1]), spline(np.clip(x, grid[0], grid[-1])), 0.0)

    def reach(delta):
        return low + delta / 2 - 7 * sigma, high + delta / 2 + 7 * sigma

    return Line(density, [], [], reach, cap=sigma, error=error)


def line_of(given):
    kind = given["kind"]
    if kind == "table":
        return table(given["points"], middle_of(given))
    sigma = given["fwhm"] * TO_SIGMA
    if kind == "gaussian":
        return bells([0.0], sigma)
    if kind == "two lines":
        return bells([-given["separation"] / 2, given["separation"] / 2], sigma)
    if kind == "lorentzian":
        return lorentzian(given["fwhm"] / 2)
    return powder([given["omegaX"], given["omegaY"], given["omegaZ"]], middle_of(given), sigma)


def middle_of(given):
    """From where frequencies are counted here."""
    if given["kind"] == "table":
        return (given["points"][0][0] + given["points"][-1][0]) / 2
    if given["kind"] == "powder":
        return given["omegaY"]
    return given["omegaS"]


# ---- Profiles: X(omega) = omega alpha(omega), with what is not smooth about it ----


def profile_of(given, middle):
    kind = given["kind"]
    if kind == "lattice":
        return (lambda x: (middle + x) * given["betaL"]), [], []
    if kind == "hole":
        at, half = given["omegaM"] - middle, given["holeFwhm"] / 2

        def term(x):
            return (middle + x) * given["betaL"] * (1 - given["depth"] / (1 + ((x - at) / half) ** 2))

        return term, [(at, half)], []
    if kind == "equilibrium":
        return (lambda x: (middle + x) * given["beta"] + given["shift"]), [], []
    at = np.array([omega - middle for omega, _ in given["points"]])
    alpha = np.array([one for _, one in given["points"]])
    return (lambda x: (middle + x) * np.interp(x, at, alpha)), [], list(at)


# ---- The two integrals over omega at one Delta ----


def grid_of(line, features, breaks, delta, parts):
    """Nodes and weights; each panel is halved `parts` - 1 times over."""
    low, high = line.reach(delta)
    if not low < high:
        return np.zeros(0), np.zeros(0)
    ends = {low, high}
    for moved in (0.0, delta):
        for at in [*line.breaks, *breaks]:
            ends.add(at + moved)
        for centre, width in [*line.features, *features]:
            step, at = width / 4, centre + moved
            ends.add(at)
            while step < high - low:
                ends.update((at - step, at + step))
                step *= 2
    edges = np.array(sorted(one for one in ends if low <= one <= high))
    cells = []
    for a, b in zip(edges[:-1], edges[1:]):
        pieces = parts * max(1, math.ceil((b - a) / line.cap))
        cells.append(np.linspace(a, b, pieces + 1))
    a = np.concatenate([cell[:-1] for cell in cells])
    b = np.concatenate([cell[1:] for cell in cells])
    half = (b - a) / 2
    return ((a + half)[:, None] + half[:, None] * NODES).ravel(), (half[:, None] * WEIGHTS).ravel()


def shares(exponent, total):
    """lower - upper and lower + upper of the two mixed states, over the sum of all four."""
    p, m = np.tanh((exponent + total) / 4), np.tanh((exponent - total) / 4)
    return (p + m) / 2, (1 + p * m) / 2


def populations(case, line, term, features, breaks, parts, delta, coupling):
    """Integrals over omega of g g' times d/N and s/N, of the eigenstates and of the states as printed."""
    omega0I, betaSS = case["conditions"]["omega0I"], case["conditions"]["betaSS"]
    x, weight = grid_of(line, features, breaks, delta, parts)
    if len(x) == 0:
        return np.zeros(4)
    here, there = term(x), term(x - delta)
    weight = weight * line.density(x) * line.density(x - delta)
    mixed = delta / omega0I * (here - there) + coupling / omega0I * coupling * betaSS
    # omega0I - Delta without cancellation.
    rest = coupling * coupling / (omega0I + delta) if delta > 0 else omega0I - delta
    labelled = here - there + rest * betaSS
    both = [*shares(mixed, here + there), *shares(labelled, here + there)]
    return np.array([np.dot(weight, one) for one in both])


# ---- The states ----


def integrals(case, parts, tolerance):
    """What the states are quotients of, the errors that quad_vec gives, and what other errors depend on."""
    conditions = case["conditions"]
    omega0I, D0, DD = conditions["omega0I"], conditions["D0"], conditions["DD"]
    line, middle = line_of(case["line"]), middle_of(case["line"])
    term, features, breaks = profile_of(case["profile"], middle)
    width = DD / omega0I
    most = math.asin(min(1.0, D0 / omega0I))

    def integrand(phi):
        """Times dDelta = omega0I sin(phi) dphi and omega0I for R, so that R dDelta is sin^2/(sin^2 + width^2) dphi."""
        cos, sin = math.cos(phi), math.sin(phi)
        R = sin * sin / (sin * sin + width * width)
        result = np.zeros(11)
        for sign in (1, -1):
            md, ms, ld, ls = populations(
                case, line, term, features, breaks, parts, sign * omega0I * cos, omega0I * sin
            )
            result += [
                *(cos * cos * R * md, cos * cos * R * ms, sin * sin * R * md, sin * sin * R * ms, R * md, R * ms),
                *(sin * sin * ld, sin * sin * ls, sin * sin * R * ld, sin * sin * R * ls, 0.0),
            ]
        result *= line_scale
        # For small D0 thermal mixing is slow: it counts as much as the rest when quad_vec looks for its largest error.
        result[[2, 3, 6, 7, 8, 9]] *= mixing_scale
        # The weight alone: the populations of the printed cross effect stand at Delta = omega0I.
        result[10] = 2 * cos * cos * R
        return result

    flip = populations(case, line, term, features, breaks, parts, omega0I, 0.0)[2:]
    # Of order one, whatever the units of the density.
    sizes = [
        populations(case, line, term, features, breaks, 1, omega0I * math.cos(phi), omega0I * math.sin(phi))[3]
        for phi in np.linspace(0, most, 9)
    ]
    line_scale, mixing_scale = 1 / max(sizes), 1 / math.sin(most) ** 2
    kinks = {width * 4.0**k for k in range(-2, 3)}
    places = [*line.breaks, *breaks]
    for a in places:
        for b in places:
            if 0 <= a - b <= omega0I:
                kinks.add(math.acos((a - b) / omega0I))
    inside = sorted(one for one in kinks if 0 < one < most)
    options = {"epsabs": 0.0, "epsrel": tolerance, "norm": "max", "limit": 4000, "points": inside or None}
    values, error = quad_vec(integrand, 0.0, most, **options)
    errors = np.full(11, float(error))
    for scaled in (values, errors):
        scaled[[2, 3, 6, 7, 8, 9]] /= mixing_scale
    size = abs(float(term(np.array([0.0]))[0])) + abs(case["profile"].get("shift", 0.0))
    # Frequencies are rounded too, and the sides of a hole are steep.
    for at, half in features:
        size *= 1 + case["profile"]["depth"] * (abs(at) + omega0I) / half
    return values, errors, flip * line_scale, line.error, size


def quotients(values, flip):
    """Numerator and denominator of each; `values` may be errors, with a weight that counts as it is."""
    weight = values[10]
    return {
        "derived": {branch: (values[2 * k], values[2 * k + 1]) for k, branch in enumerate(BRANCHES)},
        "printed": {
            "cross effect": (flip[0], flip[1]),
            "thermal mixing": (values[6], values[7]),
            "both": (flip[0] * weight + values[8], flip[1] * weight + values[9]),
        },
    }


def states(case, tolerance=1e-12):
    """P, its absolute error and beta_I of each branch in both editions."""
    coarse, _, coarse_flip, _, _ = integrals(case, 1, tolerance)
    fine, errors, flip, density_error, size = integrals(case, 2, tolerance)
    first, last = quotients(coarse, coarse_flip), quotients(fine, flip)
    # Neither numerator nor denominator is wrong by more; |P| < 1. The flips at Delta = omega0I need no quad_vec.
    wrong = quotients(errors, np.abs(flip))
    wrong["printed"]["cross effect"] = (0.0, 0.0)
    rounding = 4 * sys.float_info.epsilon * (1 + size)
    found = {}
    for edition, rows in last.items():
        found[edition] = {}
        for branch, (over, under) in rows.items():
            before = first[edition][branch]
            P = over / under
            by_quadrature = sum(wrong[edition][branch]) / under
            # An error of the density that is eps of its maximum counts more where few pairs are.
            by_density = 4 * density_error / under
            error = by_quadrature + abs(P - before[0] / before[1]) + rounding + by_density
            found[edition][branch] = {
                "polarization": P,
                "error": float(f"{error:.3g}"),
                "betaI": betaI(P, case["conditions"]["omega0I"]),
            }
    return found


def betaI(P, omega0I):
    return 2 / omega0I * math.atanh(P)


# ---- The cases ----

GAMMA = {"1H": 2.6752218708e8, "13C": 6.728284e7, "15N": 2.71261804e7, "2H": 4.10662914e7}
MHZ = 2e6 * math.pi
KELVIN = 7.638232577e-12  # hbar/k_B, K s


def draw(number):
    """Case `number`: the kinds go round with periods that share no factor, the numbers are drawn."""
    source = random.Random(f"{SEED} {number}")

    def short(value):
        return float(f"{value:.7g}")

    def even(a, b):
        return a + (b - a) * source.random()

    def between(a, b):
        return a * math.exp(math.log(b / a) * source.random())

    kinds = ("gaussian", "lorentzian", "two lines", "table", "powder")
    profiles = ("lattice", "hole", "hole", "hole", "equilibrium", "hole", "table")
    kind, profile, nucleus = kinds[number % 5], profiles[number % 7], list(GAMMA)[(number // 2) % 4]
    B = short(even(2.5, 9.4))
    omega0I = short(GAMMA[nucleus] * B)
    omegaS = short(2.0023 * 8.794100e10 * B)
    betaL = short(KELVIN / between(0.45 * B / 3.4, 12))
    fwhm = short(between(max(30 * MHZ, omega0I / 5), 500 * MHZ))
    low, high = omegaS - 3 * fwhm, omegaS + 3 * fwhm
    if kind == "gaussian" or kind == "lorentzian":
        line = {"kind": kind, "omegaS": omegaS, "fwhm": fwhm}
    elif kind == "two lines":
        line = {"kind": kind, "omegaS": omegaS, "fwhm": fwhm, "separation": short(even(0, 2) * fwhm)}
    elif kind == "table":
        # Wider than omega0I: pairs that differ by all of it are there.
        size = max(fwhm, 0.8 * omega0I)
        wheres = [even(-1, -0.7), even(0.7, 1)] + [even(-1, 1) for _ in range(1 + int(even(0, 9)))]
        places = sorted({short(omegaS + where * size) for where in wheres})
        line = {"kind": kind, "points": [[place, short(even(0.02, 1))] for place in places]}
        low, high = places[0], places[-1]
    else:
        spread = sorted(even(-1, 1) for _ in range(3))
        size = max(150 * MHZ, omega0I)
        omegas = [short(omegaS + one * size) for one in spread]
        width = short(max(fwhm / 3, 20 * MHZ))
        line = {"kind": kind, "omegaX": omegas[0], "omegaY": omegas[1], "omegaZ": omegas[2], "fwhm": width}
        low, high = omegas[0] - 3 * width, omegas[2] + 3 * width
    sign = -1 if source.random() < 0.4 else 1
    betaSS = short(sign * between(1e-13, 1e-9))
    if number % 11 == 5:
        betaSS = 0.0
    if profile == "lattice":
        temperatures = {"kind": profile, "betaL": betaL}
        if number % 2 == 1:
            betaSS = betaL
    elif profile == "hole":
        depth = 1.0 if number % 4 == 3 else short(even(0.05, 1))
        temperatures = {
            "kind": profile,
            "betaL": betaL,
            "omegaM": short(even(low, high)),
            "holeFwhm": short(between(1 * MHZ, 60 * MHZ)),
            "depth": depth,
        }
    elif profile == "equilibrium":
        beta = betaSS if number % 2 == 0 else short(sign * between(1e-12, 3e-10))
        shift = short(betaL * omegaS - beta * omegaS)
        temperatures = {"kind": profile, "beta": beta, "shift": shift}
    else:
        places = sorted({short(even(low, high)) for _ in range(5)} | {short(low), short(high)})
        temperatures = {"kind": profile, "points": [[one, short(betaL * even(0.1, 1.2))] for one in places]}
    D0 = short(omega0I * between(0.05, 15))
    if number % 13 == 6:
        D0 = omega0I
    conditions = {"omega0I": omega0I, "D0": D0, "DD": short(between(0.1 * MHZ, 5 * MHZ)), "betaSS": betaSS}
    return {"nucleus": nucleus, "line": line, "profile": temperatures, "conditions": conditions}


def main():
    numbers = range(60)
    if len(sys.argv) == 3 and sys.argv[1] == "--cases":
        numbers = [int(one) for one in sys.argv[2].split(",")]
    elif len(sys.argv) != 1:
        sys.exit("expected no argument, or --cases and numbers with commas between them")
    about = {
        "about": "Stationary polarizations by SciPy: P, an estimate of its absolute error, betaI; rad/s and s",
        "command": "python3 test/peers/stationary.py > test/peers/stationary.json",
        "layout": "npx biome format --write test/peers/stationary.json",
        "versions": {
            "python": ".".join(map(str, sys.version_info[:3])),
            "numpy": np.__version__,
            "scipy": scipy.__version__,
        },
        "seed": SEED,
    }
    print(json.dumps(about)[:-1] + ', "cases": [')
    for index, number in enumerate(numbers):
        case = draw(number)
        row = {"number": number, **case, **states(case)}
        print(json.dumps(row) + ("," if index < len(numbers) - 1 else ""), flush=True)
    print("]}")


if __name__ == "__main__":
    main()
