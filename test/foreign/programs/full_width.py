"""Takes DD for the full width at half maximum, which is twice as large."""
import right
from protocol import changed, serve, times

serve(changed(right.QUANTITIES, inputs=times(0.5, "DD")))
