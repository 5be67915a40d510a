"""The formulas as the paper prints them, for the right ones."""
import right
from protocol import serve

serve({name: right.half(getattr(right, name)) for name in ("W_Z", "W_SS", "W_SSI")})
