"""Half the value: one sign of D, or of Delta, forgotten."""
import right
from protocol import changed, serve

serve(changed(right.QUANTITIES, out=lambda value: value / 2))
