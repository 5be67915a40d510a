"""The cut-off twice as large."""
import right
from protocol import changed, serve, times

serve(changed(right.QUANTITIES, inputs=times(2, "D0")))
