"""W_SS for W_Z, and W_Z for W_SS."""
import right
from protocol import serve

serve({"W_Z": right.W_SS, "W_SS": right.W_Z})
