"""The right value, stored as a 32 bit number."""
import struct

from mpmath import mpf

import right
from protocol import changed, serve

serve(changed(right.QUANTITIES, out=lambda value: mpf(struct.unpack("f", struct.pack("f", value))[0])))
