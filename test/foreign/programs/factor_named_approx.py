"""pi taken as 3.14159, as old programs have it."""
from mpmath import mpf

import right
from protocol import serve

right.pi = mpf("3.14159")
serve(right.QUANTITIES)
