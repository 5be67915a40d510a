"""The value with the other sign."""
import right
from protocol import changed, serve

serve(changed(right.QUANTITIES, out=lambda value: -value))
