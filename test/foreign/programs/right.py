"""Right answers, worked out from the definitions and from nothing else: the control, and what the other programs change.

A pair of electrons, Delta apart, has the coupling D = sqrt(omega0I^2 - Delta^2) where its energy matches that of the nucleus.
Its rate is W_SSI = pi A2 (D/omega0I) g_D(D): both signs of D count, hence twice what is printed. With D = omega0I sin t and
Delta = omega0I cos t, s = sin t, d = DD/omega0I, the integrals over Delta, of both signs, are

    W_Z  = 2 A2 d int cos^2 t s^2/(s^2 + d^2) dt      W_SS = 2 A2 d int s^4/(s^2 + d^2) dt

from t = 0 to T, sin T = min(1, D0/omega0I). With s^2/(s^2 + d^2) = 1 - d^2/(s^2 + d^2) they follow from

    int cos^2 = (T + sin T cos T)/2      int sin^2 = (T - sin T cos T)/2
    J = int 1/(s^2 + d^2) = atan(sqrt(1 + d^2) tan T/d)/(d sqrt(1 + d^2))
    cos^2 t s^2/(s^2 + d^2) = cos^2 t + d^2 - d^2 (1 + d^2)/(s^2 + d^2)
    s^4/(s^2 + d^2) = s^2 - d^2 + d^4/(s^2 + d^2)
"""
from mpmath import asin, atan2, fsum, mpf, pi, sqrt, workdps

from protocol import serve


def need(*conditions):
    if not all(conditions):
        raise ValueError("outside the domain")


def total(terms):
    """The sum of terms that may cancel: their precision grows until 30 digits of the sum are left."""
    digits = 60
    while True:
        with workdps(digits):
            parts = terms()
            result = fsum(parts)
            if abs(result) > max(abs(part) for part in parts) * mpf(10) ** (30 - digits):
                return result
        digits *= 2


def angle(DD, D0, omega0I):
    """T, sin T cos T, d and J at the precision of the moment."""
    d = DD / omega0I
    sine = min(mpf(1), D0 / omega0I)
    cosine = sqrt((1 - sine) * (1 + sine))
    root = sqrt(1 + d * d)
    return asin(sine), sine * cosine, d, atan2(root * sine, d * cosine) / (d * root)


def W_Z(A2, DD, D0, omega0I):
    need(A2 > 0, DD > 0, D0 > 0, omega0I > 0)

    def terms():
        T, product, d, J = angle(DD, D0, omega0I)
        return [T / 2, product / 2, d**2 * T, -(d**2) * (1 + d**2) * J]

    return 2 * A2 * DD / omega0I * total(terms)


def W_SS(A2, DD, D0, omega0I):
    need(A2 > 0, DD > 0, D0 > 0, omega0I > 0)

    def terms():
        T, product, d, J = angle(DD, D0, omega0I)
        return [T / 2, -product / 2, -(d**2) * T, d**4 * J]

    return 2 * A2 * DD / omega0I * total(terms)


def g_D(DD, D, D0=None):
    need(DD > 0, D0 is None or abs(D) <= D0)
    return DD / (pi * (D**2 + DD**2))


def matching(omega0I, Delta):
    need(abs(Delta) <= omega0I)
    return sqrt((omega0I - Delta) * (omega0I + Delta))


def W_SSI(A2, DD, omega0I, Delta, D0=None):
    need(A2 > 0, DD > 0, omega0I > 0)
    D = matching(omega0I, Delta)
    need(D0 is None or D <= D0)
    return pi * A2 * D / omega0I * g_D(DD, D)


def W_SSI_of_a_glass(A2, DD, omega0I, Delta, D0):
    """With the couplings of spins at random places: both signs, D from -D0 to D0/2, the same wings as the Lorentzian."""
    need(A2 > 0, DD > 0, omega0I > 0, D0 > 0, abs(Delta) < omega0I)
    D = matching(omega0I, Delta)
    x = D / D0
    density = 10 * DD / (3 * sqrt(mpf(3)) * pi * D**2)
    negative = (1 - x) * sqrt(1 + 2 * x) if x <= 1 else 0
    positive = (1 + x) * sqrt(1 - 2 * x) if 2 * x <= 1 else 0
    return pi / 2 * A2 * D / omega0I * density * (negative + positive)


def splitting(Delta, D):
    return sqrt(Delta**2 + D**2)


def W_plateau(A2, DD, omega0I):
    need(A2 > 0, DD > 0, omega0I > 0)
    return pi / 2 * A2 * DD / omega0I


def coupling(gammaS, mu0=mpf("1.25663706127e-6"), h=mpf("6.62607015e-34")):
    """mu0 hbar gammaS^2/(4 pi), the size of a dipolar coupling times the cube of the distance; CODATA 2022."""
    return mu0 / (4 * pi) * h / (2 * pi) * gammaS**2


def D0(gammaS, r0):
    need(gammaS > 0, r0 > 0)
    return coupling(gammaS) / r0**3


def DD(nS, gammaS):
    need(gammaS > 0, nS > 0)
    return 2 * pi**2 / 15 * nS * coupling(gammaS)


def half(value):
    """As the paper prints it: with one of the two signs of D."""
    return lambda **given: value(**given) / 2


QUANTITIES = {
    "W_Z": W_Z,
    "W_SS": W_SS,
    "W_Z:printed": half(W_Z),
    "W_SS:printed": half(W_SS),
    "W_SSI": W_SSI,
    "W_SSI:printed": half(W_SSI),
    "W_SSI:glass": W_SSI_of_a_glass,
    "g_D": g_D,
    "splitting": splitting,
    "W for D0 >= omega0I >> DD": W_plateau,
    "D0": D0,
    "DD": DD,
}

if __name__ == "__main__":
    serve(QUANTITIES)
