"""sqrt 2 times the value."""
from mpmath import sqrt

import right
from protocol import changed, serve

serve(changed(right.QUANTITIES, out=lambda value: sqrt(2) * value))
