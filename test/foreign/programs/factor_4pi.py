"""4 pi times the value."""
from mpmath import pi

import right
from protocol import changed, serve

serve(changed(right.QUANTITIES, out=lambda value: 4 * pi * value))
