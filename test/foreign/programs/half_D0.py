"""The cut-off half as large: that of D in place of that of its double, D_zz."""
import right
from protocol import changed, serve, times

serve(changed(right.QUANTITIES, inputs=times(0.5, "D0")))
