"""The coupling of a pair half as large."""
import right
from protocol import changed, serve, times

serve(changed(right.QUANTITIES, inputs=times(0.5, "D")))
