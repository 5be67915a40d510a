"""2 pi times the value: the result in the wrong kind of frequency."""
from mpmath import pi

import right
from protocol import changed, serve

serve(changed(right.QUANTITIES, out=lambda value: 2 * pi * value))
