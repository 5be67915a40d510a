"""Twice the value: the two signs of D counted twice."""
import right
from protocol import changed, serve

serve(changed(right.QUANTITIES, out=lambda value: 2 * value))
