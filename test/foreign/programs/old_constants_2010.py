"""The constants of CODATA 2010, when mu0 was exactly 4 pi 1e-7 and h was measured."""
from mpmath import mpf, pi

import right
from protocol import serve

right.coupling.__defaults__ = (4 * pi * mpf("1e-7"), mpf("6.62606957e-34"))
serve(right.QUANTITIES)
