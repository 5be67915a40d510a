"""Divides the nuclear frequency, and it alone, by 2 pi."""
from mpmath import pi

import right
from protocol import changed, serve, times

serve(changed(right.QUANTITIES, inputs=times(1 / (2 * pi), "omega0I")))
