"""The leading order in DD, also where DD is not small: the width is left out of the denominator."""
import right
from protocol import serve


def W_Z(A2, DD, D0, omega0I):
    right.need(A2 > 0, DD > 0, D0 > 0, omega0I > 0)
    return 2 * A2 * DD / omega0I * right.total(lambda: [part / 2 for part in right.angle(DD, D0, omega0I)[:2]])


def W_SS(A2, DD, D0, omega0I):
    right.need(A2 > 0, DD > 0, D0 > 0, omega0I > 0)

    def terms():
        T, product, _, _ = right.angle(DD, D0, omega0I)
        return [T / 2, -product / 2]

    return 2 * A2 * DD / omega0I * right.total(terms)


serve({"W_Z": W_Z, "W_SS": W_SS})
