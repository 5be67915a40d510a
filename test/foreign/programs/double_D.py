"""The coupling of a pair twice as large: D_zz in place of D_+-."""
import right
from protocol import changed, serve, times

serve(changed(right.QUANTITIES, inputs=times(2, "D")))
