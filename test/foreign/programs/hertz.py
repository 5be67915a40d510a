"""Takes what is in rad/s as Hz and multiplies by 2 pi: each frequency, and the square of one twice."""
from mpmath import pi

import right
from protocol import changed, serve, times

FREQUENCIES = ("DD", "D0", "D", "Delta", "omega0I")


def both(given):
    return times(4 * pi**2, "A2")(times(2 * pi, *FREQUENCIES)(given))


serve(changed(right.QUANTITIES, inputs=both))
