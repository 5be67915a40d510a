"""The right formulas, where those are asked for that the paper prints."""
import right
from protocol import serve

serve({name + ":printed": getattr(right, name) for name in ("W_Z", "W_SS", "W_SSI")})
